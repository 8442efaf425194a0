import * as z from 'zod/mini';
import { parsePeriod } from '#shared/domain/period.ts';
import { LANGUAGES } from '#shared/domain/words.ts';
import { choice, fields, line, rule } from './fields.ts';

const asked = {
  /** `2026` or `2026-Q3`. */
  period: z.optional(z.string('period').check(z.refine((text) => parsePeriod(text) !== undefined, 'period'))),
  neighbourhood: z.optional(line(60)),
  partner: z.optional(line(60)),
};
const oneAtATime = rule<{ readonly neighbourhood?: unknown; readonly partner?: unknown }>(
  ['partner'],
  'one-of-two',
  ({ neighbourhood, partner }) => neighbourhood === undefined || partner === undefined,
);
/** One part of the municipality at a time: where two cross, numbers are small. */
export const StatisticsQuery = fields(asked).check(oneAtATime);
export const StatisticsFileQuery = fields({ ...asked, language: z._default(choice(LANGUAGES), 'nl') }).check(
  oneAtATime,
);
