import * as z from 'zod/mini';
import { BY_PHONE, parseLocationCode } from '#shared/domain/ids.ts';
import { REPORTER_KINDS } from '#shared/domain/words.ts';
import { choice, fields, line, parsedWith } from './fields.ts';

/** What a poster or card says of itself, to whoever opened the form with its code: nothing that is not printed on it. */
export const LocationView = fields({ code: z.string(), name: z.string(), kind: z.enum(REPORTER_KINDS) });
export type LocationView = z.output<typeof LocationView>;

/** A new place for posters. `code` follows `?via=` in the address: small letters and digits with single dashes, at most 40. */
export const LocationRequest = fields({
  code: parsedWith(line(40).check(z.refine((typed) => typed !== BY_PHONE, 'code-taken')), parseLocationCode, 'source'),
  name: line(80),
  kind: choice(REPORTER_KINDS),
});

/** What may change of a place: never its code, which is printed. */
export const LocationChange = fields({ name: line(80), kind: choice(REPORTER_KINDS) });

const month = z.string().check(z.regex(/^\d{4}-\d\d$/));
/** A number that would be under five is absent. */
const atLeastFive = z.optional(z.int().check(z.minimum(5)));
/** Places with posters, and how many signals each brought in the twelve whole months `from` to `until`, both included. */
export const LocationList = z.object({
  from: month,
  until: month,
  locations: z.array(
    z.object({ code: z.string(), name: z.string(), kind: z.enum(REPORTER_KINDS), signals: atLeastFive }),
  ),
  /** By posters of places that are gone from the list, all together. */
  removed: atLeastFive,
  /** Passed on by phone, and typed in by staff. */
  byPhone: atLeastFive,
  /** People who chose to try it themselves first. */
  selfTries: atLeastFive,
});
export type LocationList = z.output<typeof LocationList>;
