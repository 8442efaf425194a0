import * as z from 'zod/mini';
import { fields, line } from './fields.ts';

/** All open signals of one partner to another, or to the desk; a page at a time. */
export const HandOverAllRequest = fields({ from: line(60), to: line(60), after: z.optional(z.string()) });
/** `stayed`: the references of those that could not go. `next`: there are more; goes back as `after`. */
export const HandOverAllResult = z.object({
  handedOver: z.int(),
  stayed: z.array(z.string()),
  next: z.optional(z.string()),
});
export type HandOverAllResult = z.output<typeof HandOverAllResult>;
