import { plusOnClock, plusWorking, reminderAt } from './clock.ts';
import type { Rules } from './settings.ts';
import type { Deadlines, Signal, Step } from './signal.ts';
import { type EpochSeconds, earliest, plusElapsed } from './time.ts';

/** The three moments that a signal promises, counted from its receipt on the municipality's clock. */
export function deadlinesFrom(rules: Rules, receivedAt: EpochSeconds): Deadlines {
  const { triage, visitPreferred, visit } = rules.durations;
  return {
    rulesVersion: rules.version,
    triageBefore: plusOnClock(rules, receivedAt, triage),
    visitPreferredBefore: plusOnClock(rules, receivedAt, visitPreferred),
    visitBefore: plusOnClock(rules, receivedAt, visit),
  };
}

/** `clock`: the one that `before` was counted on, so that the reminder comes at half of that time. */
const start = (
  rules: Rules,
  clock: Rules['clock'],
  name: Step['name'],
  number: number,
  startedAt: EpochSeconds,
  before: EpochSeconds,
): Step => ({
  name,
  number,
  startedAt,
  remindAt: reminderAt({ ...rules, clock }, startedAt, before),
  before,
});

/** The first step of an owner: decide whether to visit, or, while the signal is held, whether it is one. */
export function firstStep(rules: Rules, signal: Pick<Signal, 'held' | 'receivedAt' | 'deadlines'>): Step {
  const { held, receivedAt, deadlines } = signal;
  if (!held) return start(rules, rules.clock, 'triage', 1, receivedAt, deadlines.triageBefore);
  const before = plusWorking(rules.officeHours, held.since, rules.durations.held);
  return start(rules, 'working-hours', 'held', 1, held.since, before);
}

export const visitStep = (rules: Rules, number: number, now: EpochSeconds, before: EpochSeconds): Step =>
  start(rules, rules.clock, 'visit', number, now, before);

export const ATTEMPTS_BEFORE_CHOICE = 3;

/** After a failed attempt the next one, within two working days; after every third, a choice for the coordinator. */
export function stepAfterAttempt(rules: Rules, attempts: number, now: EpochSeconds): Step {
  const before = plusWorking(rules.officeHours, now, rules.durations.nextAttempt);
  if (attempts % ATTEMPTS_BEFORE_CHOICE === 0)
    return start(rules, 'working-hours', 'choice', attempts / ATTEMPTS_BEFORE_CHOICE, now, before);
  return start(rules, 'working-hours', 'attempt', attempts, now, before);
}

/** The coordinator let the owner try again. */
export const attemptStep = (rules: Rules, attempts: number, now: EpochSeconds): Step =>
  start(
    rules,
    'working-hours',
    'attempt',
    attempts,
    now,
    plusWorking(rules.officeHours, now, rules.durations.nextAttempt),
  );

/** `keptUntil`: who has not consented by then is forgotten, so half of that time is left when somebody hears that nobody asked. */
export function followUpStep(rules: Rules, number: number, now: EpochSeconds, keptUntil?: EpochSeconds): Step {
  const usual = plusElapsed(now, rules.durations.followUp);
  const before =
    keptUntil === undefined ? usual : earliest(usual, plusElapsed(now, Math.floor(Math.max(0, keptUntil - now) / 2)));
  return start(rules, 'elapsed', 'follow-up', number, now, before);
}
