import { localMonth } from './amsterdam.ts';
import type { FactId, PartnerId, SignalId } from './ids.ts';
import { type Intake, receive } from './intake.ts';
import { recipientOf } from './mail-key.ts';
import { troubledMailboxes } from './mail-trouble.ts';
import { lastMonths } from './period.ts';
import type { Rules } from './settings.ts';
import type { Settled } from './settle.ts';
import type { Signal } from './signal.ts';
import { type EpochSeconds, plusElapsed } from './time.ts';
import type { Language } from './words.ts';

/** How long a practice signal stays when nobody closes it. Seconds. */
const PRACTICE_SECONDS = 7 * 86_400;
/** How long is kept that there was one: a partner practises at most every quarter, and a year can be looked back on. Seconds. */
const KEPT_SECONDS = 400 * 86_400;

/** A signal about nobody, for one partner. The address is one that cannot be: no postcode, so nothing is routed and nobody is found. */
export function practiceSignal(
  { id, factId, partnerId, language }: { id: SignalId; factId: FactId; partnerId: PartnerId; language: Language },
  rules: Rules,
  now: EpochSeconds,
): Settled {
  const intake: Intake = {
    id,
    factId,
    contentDigest: 'practice',
    practice: { partnerId, until: plusElapsed(now, PRACTICE_SECONDS) },
    report: {
      about: 'someone-else',
      language,
      reporterKind: 'other',
      address: { street: 'Oefenstraat', houseNumber: 1, town: 'Oefendorp' },
      reasons: ['not-seen', 'mail-and-curtains'],
      alreadyTried: [],
      wishes: [],
      sooner: false,
    },
    suspicions: [],
  };
  return receive(intake, rules, now);
}

/** What is kept of a practice signal in the place of a fact: about a partner and its mail, never counted with what is real. */
export type Practice = {
  readonly signalId: SignalId;
  readonly partnerId: PartnerId;
  readonly sentAt: EpochSeconds;
  /** By when somebody should have acted. */
  readonly before: EpochSeconds;
  readonly reactedAt?: EpochSeconds;
  readonly mail: 'arrived' | 'failed' | 'under-way';
  readonly removeAt: EpochSeconds;
};

/** Undefined for a real signal. `endedAt`: a person erased it, which is to react too. */
export function practiceOf(signal: Signal, endedAt?: EpochSeconds): Practice | undefined {
  const { practice, receivedAt, deadlines, history, mails } = signal;
  if (!practice) return undefined;
  const reactedAt = history.find(({ by }) => by)?.at ?? endedAt;
  const arrived = Object.entries(mails).some(
    ([key, { state }]) => recipientOf(key)?.startsWith('owner') && state === 'delivered',
  );
  const failed = !arrived && troubledMailboxes(signal).length > 0;
  return {
    signalId: signal.id,
    partnerId: practice.partnerId,
    sentAt: receivedAt,
    before: deadlines.triageBefore,
    ...(reactedAt !== undefined && { reactedAt }),
    mail: arrived ? 'arrived' : failed ? 'failed' : 'under-way',
    removeAt: plusElapsed(receivedAt, KEPT_SECONDS),
  };
}

export type Reaction = 'in-time' | 'late' | 'running' | 'none';

export function reactionOf({ reactedAt, before }: Practice, now: EpochSeconds): Reaction {
  if (reactedAt !== undefined) return reactedAt <= before ? 'in-time' : 'late';
  return now < before ? 'running' : 'none';
}

/** This month and the three before it, newest first: a signal in none of them is at least ninety days ago, and facts know months alone. */
export const monthsWithoutNeed = (now: EpochSeconds): string[] => lastMonths(localMonth(now), 4);
