import * as z from 'zod';
import { parseDuration, type Seconds } from '#shared/domain/time.ts';

/** Every message here completes the sentence "expected …": an operator reads it beside the path of the field. */
const words = (expected: string) => ({
  error: (issue: { input?: unknown }) => (issue.input === undefined ? `${expected} (the field is missing)` : expected),
});

export const text = (expected = 'a text that is not empty') => z.string(words(expected)).trim().min(1, words(expected));

export const yesOrNo = z.boolean(words('true or false'));

export const pattern = (form: RegExp, expected: string) => z.string(words(expected)).regex(form, words(expected));

export const choice = <const T extends readonly [string, ...string[]]>(...options: T) =>
  z.enum(options, words(`one of ${options.map((option) => `"${option}"`).join(', ')}`));

export const list = <T extends z.ZodType>(item: T, from: number, to: number, expected: string) =>
  z.array(item, words(expected)).min(from, words(expected)).max(to, words(expected));

/** An object that refuses what it does not know: a misspelt field would otherwise silently mean its default. */
export const fields = <T extends z.core.$ZodLooseShape>(shape: T) =>
  z.strictObject(shape, {
    error: (issue) => {
      if (issue.code === 'unrecognized_keys') return 'no such field';
      return words('an object').error(issue);
    },
  });

const DURATION = 'an ISO 8601 duration without years and months, such as "PT24H", "P14D" or "PT90S"';

/** An ISO 8601 duration, read as seconds. */
export const duration = z.string(words(DURATION)).transform((written, context): Seconds => {
  const parsed = parseDuration(written);
  if (parsed !== undefined) return parsed;
  context.addIssue({ code: 'custom', message: DURATION });
  return z.NEVER;
});

export const mailbox = pattern(
  /^[^\s@<>",;]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/i,
  'an e-mail address, such as "loket@gemeente.example"',
);

export const phone = pattern(/^[+(]?\d[\d ()-]{3,}$/, 'a phone number, such as "14 010" or "+31 10 123 45 67"');

export const url = pattern(
  /^https?:\/\/[^\s/?#]+$/,
  'an origin without a path, such as "https://omzien.gemeente.example"',
);

export const page = pattern(
  /^https:\/\/[^\s"<>]+$/,
  'the address of a page, such as "https://gemeente.example/veilig"',
);

const DATE = 'a date, such as "2026-11-22"';

/** A day that exists. */
export const date = pattern(/^\d{4}-\d\d-\d\d$/, DATE).refine(
  (written) => new Date(`${written}T00:00:00Z`).toJSON()?.startsWith(written) ?? false,
  DATE,
);

const CLOCK_TIME = 'a time of day between "00:00" and "24:00"';

/** Minutes after midnight; 24:00 is the end of the day. */
export const timeOfDay = pattern(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/, CLOCK_TIME).transform(
  (written) => Number(written.slice(0, 2)) * 60 + Number(written.slice(3)),
);
