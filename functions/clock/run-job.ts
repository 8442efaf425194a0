import * as z from 'zod/mini';
import { reference } from '#shared/contracts/fields.ts';
import type { SignalId } from '#shared/domain/ids.ts';

/** What a schedule asks of the clock. Throws on anything else: a schedule that nobody understands must be seen. */
export const Job = z.discriminatedUnion('job', [
  z.object({ job: z.literal('advance'), signalId: reference }),
  z.object({ job: z.literal('sweep') }),
  z.object({ job: z.literal('daily') }),
  z.object({ job: z.literal('books') }),
]);

export type RunJobDeps = {
  readonly advance: (id: SignalId) => Promise<void>;
  readonly sweep: () => Promise<{ readonly due: number; readonly failed: number }>;
  readonly daily: () => Promise<void>;
  readonly books: () => Promise<void>;
};

export const runJob =
  ({ advance, sweep, daily, books }: RunJobDeps) =>
  async (event: unknown): Promise<void> => {
    const job = Job.parse(event);
    switch (job.job) {
      case 'advance':
        return advance(job.signalId);
      case 'sweep':
        await sweep();
        return;
      case 'daily':
        return daily();
      case 'books':
        return books();
    }
  };
