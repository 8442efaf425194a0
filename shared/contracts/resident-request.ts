import * as z from 'zod/mini';
import { parseLetterCode } from '#shared/domain/ids.ts';
import { REQUEST_WISHES } from '#shared/domain/words.ts';
import { choice, fields, line, parsedWith } from './fields.ts';

/** As it stands on the letter. Only whether it can be a code is checked: a mistyped one is told, an unknown one never. */
const code = parsedWith(z.string('letter-code'), parseLetterCode, 'letter-code');

/** What a resident asks with the code of the letter. A person answers it. */
export const ResidentRequestForm = fields({
  code,
  wish: choice(REQUEST_WISHES),
  /** How to answer: a phone number, an address or an e-mail address. */
  contact: z.optional(line(120)),
});
