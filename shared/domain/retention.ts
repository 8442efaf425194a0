import { isInDanger } from './danger.ts';
import { keptForCopy } from './resident-request.ts';
import type { Rules } from './settings.ts';
import type { Closing, Contact, Signal } from './signal.ts';
import { type EpochSeconds, earliest, latest, plusElapsed, type Seconds } from './time.ts';
import { NO_FOLLOW_UP, OTHER_ENDINGS } from './words.ts';

/** How long a closed signal may stay: no longer than its ending needs (AVG art. 5(1)(e)). Elapsed time from closing. */
export function retentionOf(rules: Rules, closing: Closing, contact: Contact | undefined): Seconds {
  const { noFollowUp, notReached, withoutConsent, undecided, consent } = rules.retention;
  // Who objected is forgotten as who does not consent (AVG art. 17(1)(c)).
  if (closing.outcome === 'objected') return withoutConsent;
  switch (contact?.consent) {
    case 'keep':
      return consent;
    case 'undecided':
      return undecided;
    case 'not-given':
      // Whoever is in danger must be found again: a vital interest (AVG art. 6(1)(d)).
      return contact.alarm ? undecided : withoutConsent;
    case undefined:
      return isNoFollowUp(closing.outcome) ? noFollowUp : notReached;
  }
}

/**
 * When a signal that nobody closes ends all the same: when the time is over in which the resident could consent, or some time after the last act of
 * a person. Not while somebody is in danger, and not before a copy that was asked for is due.
 */
export function endOfUnclosed(
  { retention }: Rules,
  signal: Pick<Signal, 'lastActedAt' | 'contact' | 'practice' | 'keptUntil' | 'danger' | 'requests'>,
): EpochSeconds {
  const { lastActedAt, contact, practice, keptUntil } = signal;
  const unattended = plusElapsed(lastActedAt, contact?.consent === 'keep' ? retention.consent : retention.hardCap);
  if (practice) return earliest(practice.until, unattended);
  const ends = keptUntil !== undefined && !isInDanger(signal) ? keptUntil : unattended;
  return latest(ends, ...keptForCopy(signal));
}

const WITHOUT_FOLLOW_UP: readonly string[] = [...NO_FOLLOW_UP, ...OTHER_ENDINGS];
const isNoFollowUp = (outcome: string): boolean => WITHOUT_FOLLOW_UP.includes(outcome);
