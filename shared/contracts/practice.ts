import * as z from 'zod/mini';
import { dateTime } from './fields.ts';

/** How partners do when they practise, and whether mail reaches them. */
export const PracticeList = z.object({
  partners: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      /** For colleagues. */
      phone: z.optional(z.string()),
      last: z.optional(
        z.object({
          sentAt: dateTime,
          before: dateTime,
          reactedAt: z.optional(dateTime),
          reaction: z.enum(['in-time', 'late', 'running', 'none']),
          mail: z.enum(['arrived', 'failed', 'under-way']),
        }),
      ),
      /** The month of the last real signal: `2026-02`. Absent when there was none this year or the year before. */
      lastRealMonth: z.optional(z.string()),
      /** Mail about a signal that they have does not arrive now. */
      mailFails: z.boolean(),
    }),
  ),
});
export type PracticeList = z.output<typeof PracticeList>;
