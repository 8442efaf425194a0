import * as z from 'zod/mini';
import { STATUS_LINES } from '#shared/domain/system-status.ts';
import { dateTime } from './fields.ts';
import { Phones } from './phones.ts';

/** How the system does: counts and moments, nothing of residents. */
export const SystemStatusView = z.object({
  lines: z.array(
    z.object({
      line: z.enum(STATUS_LINES),
      verdict: z.enum(['fine', 'attention', 'unknown']),
      /** When it was last so, or since when it is. */
      at: z.optional(dateTime),
      count: z.optional(z.int()),
      /** There are more than `count`. */
      orMore: z.optional(z.literal(true)),
      /** Headings of the runbook, or names of partners. */
      names: z.optional(z.array(z.string())),
    }),
  ),
  /** Of whom is named because they should be called. */
  phones: z.optional(Phones),
  /** To tell who asks what runs: the commit that was deployed, the rules, the directory and the postcodes. */
  versions: z.object({ release: z.string(), rules: z.string(), directory: z.string(), routes: z.string() }),
});
export type SystemStatusView = z.output<typeof SystemStatusView>;
