import * as z from 'zod/mini';
import { dateTime, reference } from '#shared/contracts/fields.ts';
import type { SignalId } from '#shared/domain/ids.ts';
import { fromApiTime } from '#shared/http/times.ts';
import type { AlarmState } from '#shared/ports/watch-store.ts';

/** What a schedule asks of the clock. Throws on anything else: a schedule that nobody understands must be seen. */
export const Job = z.discriminatedUnion('job', [
  z.object({ job: z.literal('advance'), signalId: reference }),
  z.object({ job: z.literal('sweep') }),
  z.object({ job: z.literal('daily') }),
  z.object({ job: z.literal('books') }),
  /** As CloudWatch tells of it; the name of an alarm ends in `/` and its heading in the runbook. */
  z.object({ job: z.literal('alarm'), name: z.string(), state: z.string(), at: dateTime }),
]);

export type RunJobDeps = {
  readonly advance: (id: SignalId) => Promise<void>;
  readonly sweep: () => Promise<void>;
  readonly daily: () => Promise<void>;
  readonly books: () => Promise<void>;
  readonly alarm: (heading: string, state: AlarmState) => Promise<void>;
};

export const runJob =
  ({ advance, sweep, daily, books, alarm }: RunJobDeps) =>
  async (event: unknown): Promise<void> => {
    const job = Job.parse(event);
    switch (job.job) {
      case 'advance':
        return advance(job.signalId);
      case 'sweep':
        return sweep();
      case 'daily':
        return daily();
      case 'books':
        return books();
      case 'alarm':
        return alarm(job.name.slice(job.name.lastIndexOf('/') + 1), {
          at: fromApiTime(job.at),
          ringing: job.state === 'ALARM',
        });
    }
  };
