import * as z from 'zod/mini';
import { LANGUAGES } from '#shared/domain/words.ts';
import { choice, fields, line, reference, rule } from './fields.ts';

const member = line(60);
const month = z.string('month').check(z.regex(/^20\d{2}-(0[1-9]|1[0-2])$/, 'month'));
const after = z.optional(z.string());

export const SignalLogQuery = fields({ after });
export const MemberLogQuery = fields({ member, month, after });
/** Of a signal, or of a member in a month. */
export const LogFileQuery = fields({
  signal: z.optional(reference),
  member: z.optional(member),
  month: z.optional(month),
  language: z._default(choice(LANGUAGES), 'nl'),
}).check(
  rule(['signal'], 'one-of-two', ({ signal, member }) => (signal === undefined) !== (member === undefined)),
  rule(['month'], 'required', ({ member, month }) => member === undefined || month !== undefined),
);
