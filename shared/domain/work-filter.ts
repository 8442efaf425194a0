import { localDay } from './amsterdam.ts';
import { isInDanger } from './danger.ts';
import { troubledMailboxes } from './mail-trouble.ts';
import type { Signal } from './signal.ts';
import type { EpochSeconds } from './time.ts';

/** What somebody can ask of the work list: everything, or what matters most right now. `first`: danger, or with priority. */
export const WORK_FILTERS = ['all', 'late', 'today', 'first', 'choice', 'held', 'mail'] as const;
export type WorkFilter = (typeof WORK_FILTERS)[number];

/** Whether a signal is what was asked for. What has to be done today includes what is late, and the visits that are planned. */
export function fitsFilter(filter: WorkFilter, signal: Signal, now: EpochSeconds): boolean {
  const { step, plan, report, held } = signal;
  const today = localDay(now);
  switch (filter) {
    case 'all':
      return true;
    case 'late':
      return step !== undefined && step.before <= now;
    case 'today':
      return (
        (step !== undefined && localDay(step.before) <= today) || (plan !== undefined && localDay(plan.at) <= today)
      );
    case 'first':
      return report.sooner || isInDanger(signal);
    case 'choice':
      return step?.name === 'choice';
    case 'held':
      return held !== undefined;
    case 'mail':
      return troubledMailboxes(signal).length > 0;
  }
}

/** In a list by urgency: nothing that fits can follow after this one. */
export const endsFilter = (filter: WorkFilter, signal: Signal, now: EpochSeconds): boolean =>
  filter === 'late' && !fitsFilter('first', signal, now) && signal.step !== undefined && signal.step.before > now;
