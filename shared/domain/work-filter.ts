import { instantAt, localDay, localTime } from './amsterdam.ts';
import { isInDanger } from './danger.ts';
import { troubledMailboxes } from './mail-trouble.ts';
import type { Signal } from './signal.ts';
import { type EpochSeconds, earliest, plusElapsed } from './time.ts';

/** What is found by its moment and by what goes first: a stretch of the list of what is open. */
export const STRETCHES = ['all', 'late', 'today', 'first'] as const;
export type Stretch = (typeof STRETCHES)[number];
/** What is rare enough to have lists of its own. */
const APART = ['choice', 'held', 'mail'] as const;
export type Apart = (typeof APART)[number];

/** What somebody can ask of the work list: everything, or what matters most right now. `first`: danger, or with priority. */
export const WORK_FILTERS = [...STRETCHES, ...APART] as const;
export type WorkFilter = (typeof WORK_FILTERS)[number];
export const isStretch = (filter: WorkFilter): filter is Stretch => STRETCHES.some((stretch) => stretch === filter);

/** Whether a signal is what was asked for. What has to be done today includes what is late, and the visits that are planned. */
export function fitsFilter(filter: WorkFilter, signal: Signal, now: EpochSeconds): boolean {
  const { step, plan } = signal;
  switch (filter) {
    case 'all':
      return true;
    case 'late':
      return step !== undefined && step.before <= now;
    case 'today': {
      const today = localDay(now);
      return (
        (step !== undefined && localDay(step.before) <= today) || (plan !== undefined && localDay(plan.at) <= today)
      );
    }
    case 'first':
      return rankOf(signal) > 0;
    case 'choice':
    case 'held':
      return waitsFor(signal) === filter;
    case 'mail':
      return troubledMailboxes(signal).length > 0;
  }
}

/** How many times it goes before the others. Danger also when it is closed: nobody said yet that it is handled. */
export const rankOf = (signal: Signal): 0 | 1 | 2 =>
  isInDanger(signal) ? 2 : signal.status !== 'closed' && signal.report.sooner ? 1 : 0;

/** Whose decision it waits for, if not that of its owner alone. */
export function waitsFor({ held, step }: Pick<Signal, 'held' | 'step'>): 'held' | 'choice' | undefined {
  if (held) return 'held';
  return step?.name === 'choice' ? 'choice' : undefined;
}

/** End of the running step; for a signal without one, the end of its retention. */
export const deadlineOf = ({ step, expiresAt, nextAt }: Signal): EpochSeconds => step?.before ?? expiresAt ?? nextAt;

/** Where a signal stands in a list by urgency: at its deadline, or at the contact that is planned before it. */
export const urgencyOf = (signal: Signal): EpochSeconds =>
  signal.plan && signal.status !== 'closed' ? earliest(deadlineOf(signal), signal.plan.at) : deadlineOf(signal);

/** Nothing that fits stands later in the list. Undefined when it may stand anywhere. */
export function latestUrgency(filter: Stretch, now: EpochSeconds): EpochSeconds | undefined {
  switch (filter) {
    case 'late':
      return now;
    case 'today': {
      const { year, month, day } = localTime(now);
      return plusElapsed(instantAt(year, month, day + 1, 0), -1);
    }
    case 'all':
    case 'first':
      return undefined;
  }
}
