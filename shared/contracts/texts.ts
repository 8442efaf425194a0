import * as z from 'zod/mini';
import { LANGUAGES } from '#shared/domain/words.ts';
import { choice, fields, line } from './fields.ts';

/** As many as the longest form of the console shows, and more. */
const MAX_CHANGES = 100;

/** What is wrong with it depends on the text that it replaces: that is told with everything else that is wrong. */
const any = z.string({ error: 'text' });

/**
 * Texts in the place of the standard ones. `before`: the own text that the client saw, absent where it saw the standard one. Without `text`
 * the standard one comes back.
 */
export const TextsChange = fields({
  changes: z
    .array(
      fields({ path: line(200), language: choice(LANGUAGES), before: z.optional(z.string()), text: z.optional(any) }),
      'array',
    )
    .check(z.minLength(1, 'empty'), z.maxLength(MAX_CHANGES, 'too-many')),
});

/** What the coordinator made of the texts, by path and language; for everybody who signed in, since the console says them. */
export const TextsView = z.object({
  texts: z.record(z.string(), z.partialRecord(z.enum(LANGUAGES), z.optional(z.string()))),
});
export type TextsView = z.output<typeof TextsView>;
