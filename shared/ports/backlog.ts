import type { EpochSeconds } from '#shared/domain/time.ts';

/** How much of its own work the system has not come to. */
export type Backlog = {
  /** Signals whose next moment came before this one: how many, at most some hundreds, and the oldest such moment. Seconds behind at worst. */
  overdue(before: EpochSeconds): Promise<{ readonly count: number; readonly oldest?: EpochSeconds }>;
};
