import type { WatchNotes } from '#shared/ports/watch-store.ts';
import { type BalanceBooksDeps, balanceBooks, type Counts, type Difference } from '#shared/usecases/balance-books.ts';
import { type SendDigestDeps, sendDigest } from '#shared/usecases/send-digest.ts';
import { type PractiseQuarterlyDeps, practiseQuarterly } from '#shared/usecases/send-practice.ts';
import { type SweepDeps, sweep } from '#shared/usecases/sweep.ts';
import type { RunJobDeps } from './run-job.ts';

export type JobsDeps = BalanceBooksDeps &
  SendDigestDeps &
  PractiseQuarterlyDeps &
  SweepDeps & {
    readonly watch: Pick<WatchNotes, 'jobDone' | 'alarmChanged'>;
    readonly onSwept: (swept: { readonly due: number; readonly failed: number }) => void;
    readonly onBooks: (counts: Counts) => void;
    /** Something that the books of the night cannot explain. */
    readonly onDifference: (difference: Difference) => void;
  };

/** The regular work of the clock, each noted when it ended well. */
export const jobs = (deps: JobsDeps): RunJobDeps => ({
  advance: deps.advance,
  sweep: async () => {
    const swept = await sweep(deps);
    deps.onSwept(swept);
    await deps.watch.jobDone('sweep', { at: deps.now(), counts: swept });
  },
  books: async () => {
    const { counts, differences, daysSinceEnd } = await balanceBooks(deps);
    deps.onBooks(counts);
    for (const difference of differences) deps.onDifference(difference);
    const ended = daysSinceEnd === undefined ? {} : { daysSinceEnd };
    await deps.watch.jobDone('books', {
      at: deps.now(),
      counts: { ...counts, ...ended, differences: differences.length },
    });
  },
  alarm: (heading, state) => deps.watch.alarmChanged(heading, state),
  daily: async () => {
    await together([sendDigest(deps), practiseQuarterly(deps)]);
    await deps.watch.jobDone('daily', { at: deps.now(), counts: {} });
  },
});

/** Neither keeps the other from being done; what failed is seen, and tried again. */
async function together(work: readonly Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(work)).find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
}
