import * as z from 'zod/mini';
import { dateTime } from './fields.ts';

/** Who may have lines. `leftAt`: is in the directory no more, and stays here for as long as their lines. */
export const LogMembers = z.object({
  members: z.array(z.object({ id: z.string(), name: z.string(), leftAt: z.optional(dateTime) })),
});
export type LogMembers = z.output<typeof LogMembers>;

/** Newest first. `by` is absent for the system. */
export const LogView = z.object({
  lines: z.array(
    z.object({
      at: dateTime,
      event: z.string(),
      by: z.optional(z.object({ id: z.string(), name: z.string() })),
      /** The number of the signal, which may be gone. */
      reference: z.optional(z.string()),
      /** The partner, neighbourhood or member that it was about. */
      about: z.optional(z.string()),
      reason: z.optional(z.string()),
    }),
  ),
  next: z.optional(z.string()),
});
export type LogView = z.output<typeof LogView>;
