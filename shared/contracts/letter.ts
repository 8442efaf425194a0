import * as z from 'zod/mini';
import { dateTime } from './fields.ts';

/**
 * What the letter to the resident says of this one signal (AVG art. 14). Nothing of the reporter but what kind of person told, to the owner,
 * and a name only where they allowed it; what holds for every signal of a municipality is in the letter itself.
 */
export const LetterView = z.object({
  reference: z.string(),
  /** `Zwaanshals 12 A`; the house number alone where nobody told the street. */
  door: z.string(),
  withoutStreet: z.optional(z.literal(true)),
  /** `3035 AB Rotterdam`, as far as it is known. */
  town: z.optional(z.string()),
  aboutThemselves: z.boolean(),
  receivedAt: dateTime,
  /** From whom the data come (AVG art. 14 (2) (f)): a kind of person; for a visitor, who hears nothing of the reporter, `other` in general, or `resident`. */
  source: z.string(),
  /** Who told, when the resident may know. Absent for a visitor, who hears nothing of the reporter. */
  reporterName: z.optional(z.string()),
  reasons: z.array(z.string()),
  wishes: z.array(z.string()),
  /** Whether more was written down: words of the reporter, and what a partner did and agreed. */
  hasNote: z.boolean(),
  hasContact: z.boolean(),
  /** With which the resident can ask for a copy, for an erasure, or object; spelled. Absent for some minutes after the signal came in, at most. */
  code: z.optional(z.string()),
  partner: z.string(),
  /** It answers itself for what it does with the data (AVG art. 4(7)). */
  partnerIsController: z.optional(z.literal(true)),
  /** Partners that had the signal before, and read it (art. 14 (1) (e)). */
  otherReaders: z.optional(z.array(z.string())),
  /** The registers are a source too, and what they said is data (art. 14 (2) (f)). */
  registersAsked: z.optional(z.literal(true)),
  /** Who comes, when somebody is planned. */
  visitor: z.optional(z.string()),
});
export type LetterView = z.output<typeof LetterView>;
