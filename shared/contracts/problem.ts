import * as z from 'zod/mini';

/** Whatever is answered with one of the codes of problem-codes.ts: RFC 9457. */
export const Problem = z.object({
  type: z.string(),
  status: z.int(),
  title: z.string(),
  detail: z.string(),
  code: z.string(),
  /** With `invalid-fields`: where and what, never the value. `field` is a dotted path (`address.postcode`). */
  errors: z.optional(z.array(z.object({ field: z.string(), code: z.string() }))),
  /** With `already-done`: who did what, and when. `byYou`: it was whoever asks, and nobody else of that name. */
  done: z.optional(
    z.object({ by: z.optional(z.string()), byYou: z.optional(z.literal(true)), what: z.string(), at: z.string() }),
  ),
  /** With `handed-over`: the organisation that has the signal now, and whether it took it over. */
  owner: z.optional(z.string()),
  takenOver: z.optional(z.boolean()),
  /** With `partly-erased`: the references that are left, that of the request last. */
  remaining: z.optional(z.array(z.string())),
  /** With `not-now` and `in-use`: why. */
  because: z.optional(z.string()),
  /** With `outside-service-area`: where to go instead. */
  contact: z.optional(z.object({ name: z.string(), phone: z.string() })),
});
export type Problem = z.output<typeof Problem>;
