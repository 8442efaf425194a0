import type { FactId, SignalId } from './ids.ts';
import type { Rules } from './settings.ts';
import { type Settled, settle } from './settle.ts';
import type { Report, Reporter, Signal } from './signal.ts';
import { deadlinesFrom } from './step.ts';
import type { EpochSeconds } from './time.ts';
import type { Suspicion } from './words.ts';

export type Intake = {
  readonly id: SignalId;
  readonly factId: FactId;
  readonly contentDigest: string;
  readonly report: Report;
  readonly practice?: NonNullable<Signal['practice']>;
  readonly reporter?: Reporter;
  /** What makes the sender look like no person. The signal is kept and held for the desk; it is never dropped. */
  readonly suspicions: readonly Suspicion[];
};

/** The first state of a signal: received, its deadlines fixed, nobody's yet. */
export function receive(intake: Intake, rules: Rules, now: EpochSeconds): Settled {
  const { suspicions, ...told } = intake;
  return settle(
    {
      ...told,
      version: 1,
      revision: 0,
      status: 'received',
      receivedAt: now,
      lastActedAt: now,
      ...(suspicions.length > 0 && { held: { since: now, suspicions } }),
      deadlines: deadlinesFrom(rules, now),
      attempts: [],
      followUps: [],
      history: [{ at: now, what: 'submit' }],
      mails: {},
    },
    rules,
  );
}

/**
 * Not seen, and nobody who opens the door: on top of the list, however long it has been or whether that is known. Not seeing somebody for a
 * while is the ordinary signal.
 */
export const comesSooner = ({ reasons }: Pick<Report, 'reasons'>): boolean =>
  reasons.includes('not-seen') && reasons.includes('no-answer');
