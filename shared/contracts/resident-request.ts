import * as z from 'zod/mini';
import { type LetterCode, parseLetterCode } from '#shared/domain/ids.ts';
import { REQUEST_WISHES } from '#shared/domain/words.ts';
import { choice, fields, line } from './fields.ts';

/** As it stands on the letter. Only whether it can be a code is checked: a mistyped one is told, an unknown one never. */
const code = z.pipe(
  z.string('letter-code').check(z.refine((typed) => parseLetterCode(typed) !== undefined, 'letter-code')),
  z.transform((typed: string) => parseLetterCode(typed) as LetterCode),
);

/** What a resident asks with the code of the letter. A person answers it. */
export const ResidentRequestForm = fields({
  code,
  wish: choice(REQUEST_WISHES),
  /** How to answer: a phone number, an address or an e-mail address. */
  contact: z.optional(line(120)),
});
