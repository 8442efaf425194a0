import * as z from 'zod/mini';
import { MAX_HOUSE_NUMBER, parsePostcode } from '#shared/domain/address.ts';
import { parseSignalId } from '#shared/domain/ids.ts';
import { isEmail, parsePhone, tidied } from '#shared/domain/typed-text.ts';

/**
 * The fields that contracts are made of. Each failing check says a code (`postcode`, `too-long`), never the value: the code becomes a
 * sentence on the form, and a problem document can be logged or mailed without saying who or where somebody is.
 */

/** `required` when nothing came, else the code of the field. */
const or = (code: string) => ({
  error: ({ input }: { readonly input?: unknown }) => (input === undefined ? 'required' : code),
});

/**
 * A rule across fields, told at one of them. Also asked when single fields are wrong, so that every mistake comes back at once: what it is
 * given may then be anything, whatever its type says.
 */
export const rule = <Value>(path: readonly string[], code: string, holds: (value: Value) => boolean) =>
  z.refine<Value>((value) => holds(value), { path: [...path], error: code, when: isRecord });

const isRecord = ({ value }: { readonly value: unknown }): boolean => typeof value === 'object' && value !== null;

/** An object without any other field; a missing one is `required`. */
export const fields = <Shape extends z.core.$ZodShape>(shape: Shape) => z.strictObject(shape, or('object'));

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused; tab, line feed and return may stay.
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above, and no line ends in what should be one line.
const LINE_END = /[\u0009\u000a\u000d\u2028\u2029]/;

/** Text as people type it: trimmed, NFC, without invisible marks; no control characters and no half a surrogate pair. Empty is refused. */
export const text = (maxLength: number) =>
  z.pipe(
    z.string(or('text')).check(
      z.refine((text) => text.isWellFormed() && !CONTROL.test(text), 'unreadable-characters'),
      z.refine((text) => tidied(text).length > 0, 'empty'),
      z.refine((text) => tidied(text).length <= maxLength, 'too-long'),
    ),
    z.transform((text: string) => tidied(text)),
  );

export const line = (maxLength: number) =>
  z.pipe(text(maxLength), z.string().check(z.refine((one) => !LINE_END.test(one), 'one-line')));

/** What `parse` makes of what was typed; `code` when that is nothing. */
export const parsedWith = <Value>(
  typed: z.ZodMiniType<string, unknown>,
  parse: (text: string) => Value | undefined,
  code: string,
) =>
  z.pipe(
    typed.check(z.refine((text) => parse(text) !== undefined, code)),
    z.transform((text: string): Value => parse(text) ?? z.NEVER),
  );

export const postcode = parsedWith(z.string(or('postcode')), parsePostcode, 'postcode');

export const houseNumber = z
  .int(or('house-number'))
  .check(z.minimum(1, 'house-number'), z.maximum(MAX_HOUSE_NUMBER, 'house-number'));

export const reference = parsedWith(z.string(or('reference')), parseSignalId, 'reference');

/** A phone number as people write it, to be read by people. */
export const phoneAsTyped = line(30).check(z.refine((typed) => parsePhone(typed) !== undefined, 'phone'));
/** The same: what is not a digit goes. */
export const phone = parsedWith(line(30), parsePhone, 'phone');

/** An address that SES can write to; 254 characters (RFC 5321). */
export const email = line(254).check(z.refine(isEmail, 'email'));

export const choice = <const Options extends readonly [string, ...string[]]>(options: Options) =>
  z.enum(options, or('choice'));
/** Any number of different choices. */
export const choices = <const Options extends readonly [string, ...string[]]>(options: Options) =>
  z.array(choice(options), 'choices').check(
    z.refine((chosen) => new Set(chosen).size === chosen.length, 'twice'),
    z.maxLength(options.length, 'too-many'),
  );

/** What a client saw when it acts: an older one is a late click. */
export const seenVersion = z.int(or('version')).check(z.minimum(1, 'version'));
/** RFC 3339 with a zone, second precision is kept. */
export const dateTime = z.iso.datetime({ offset: true, ...or('date-time') });
