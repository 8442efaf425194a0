import * as z from 'zod/mini';
import { TABLE_NAMES } from '#shared/domain/statistics.ts';

/** A multiple of five, rounded down; `not-shown` when its table would give away a number under five. */
const Count = z.union([z.int(), z.enum(['under-5', 'not-shown'])]);
const Part = z.object({ id: z.string(), name: z.string() });

export const StatisticsView = z.object({
  municipality: z.string(),
  period: z.string(),
  /** Whether the period is over. */
  over: z.boolean(),
  area: z.optional(z.object({ kind: z.enum(['neighbourhood', 'partner']), ...Part.shape })),
  /** What can be asked for. */
  choices: z.object({ periods: z.array(z.string()), neighbourhoods: z.array(Part), partners: z.array(Part) }),
  /** Nothing was passed on in this year. */
  empty: z.boolean(),
  /** What is promised now, in seconds on that clock: what the shares of what was in time are about. */
  promised: z.object({
    clock: z.enum(['elapsed', 'working-hours']),
    triage: z.int(),
    visitPreferred: z.int(),
    visit: z.int(),
  }),
  signals: Count,
  /** `of` and `percent` from twenty on; `percent`: about, in fives. */
  shares: z.array(z.object({ name: z.string(), count: Count, of: z.optional(z.int()), percent: z.optional(z.int()) })),
  medians: z.array(z.object({ name: z.string(), hours: z.optional(z.int()) })),
  tables: z.array(
    z.object({
      by: z.enum(TABLE_NAMES),
      rows: z.array(z.object({ value: z.string(), name: z.optional(z.string()), count: Count })),
    }),
  ),
});
export type StatisticsView = z.output<typeof StatisticsView>;
