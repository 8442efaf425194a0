import { randomInt } from 'node:crypto';

/**
 * Made-up particulars that nobody could have written but the journey that made them: letters and digits only, so that no escaping
 * (JSON, HTML, URL) can hide them.
 */
export type Canary = {
  readonly explanation: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly postcode: string;
  readonly addition: string;
  readonly street: string;
  readonly town: string;
  readonly agreements: string;
  readonly volunteer: string;
  readonly notInformedBecause: string;
};

const LETTERS = 'bcdfghjkmnpqrtvwxz';
const letters = (count: number): string =>
  Array.from({ length: count }, () => LETTERS.charAt(randomInt(LETTERS.length))).join('');
const digits = (count: number): string => Array.from({ length: count }, () => randomInt(10)).join('');

/** In Rotterdam Centrum (3011), whose partner has a backup. */
export const newCanary = (): Canary => ({
  explanation: `Toelichting${letters(10)}`,
  name: `Melder${letters(10)}`,
  email: `melder${letters(10)}@voorbeeld.example`,
  phone: `06${digits(8)}`,
  postcode: `3011${letters(2).toUpperCase()}`,
  addition: `q${letters(7)}`,
  street: `Straat${letters(10)}`,
  town: `Plaats${letters(10)}`,
  agreements: `Afspraak${letters(10)}`,
  volunteer: `Vrijwilliger${letters(10)}`,
  notInformedBecause: `Omdat${letters(10)}`,
});

/** Which strings of these canaries stand in the text: as they are, in capitals, or inside base64. Names of fields, for a readable failure. */
export function found(canaries: readonly Canary[], text: string): string[] {
  const haystack = text.toLowerCase();
  return canaries.flatMap((canary) =>
    Object.entries(canary).flatMap(([field, value]) =>
      spellings(field, value).some((one) => haystack.includes(one.toLowerCase())) ? [`${field} ${value}`] : [],
    ),
  );
}

/** The names alone. */
export const fieldsIn = (strings: readonly string[]): string[] => strings.map((one) => one.split(' ')[0] ?? '');

function spellings(field: string, value: string): string[] {
  const asWritten = field === 'postcode' ? [value, `${value.slice(0, 4)} ${value.slice(4)}`] : [value];
  return [...asWritten, ...insideBase64(value)];
}

/** The part of the base64 of some text that this string makes certain, for each place at which it can begin. */
const insideBase64 = (value: string): string[] =>
  [0, 1, 2].map((before) => {
    const encoded = Buffer.concat([Buffer.alloc(before), Buffer.from(value)]).toString('base64');
    const last = Math.floor(((before + value.length) * 8) / 6);
    return encoded.slice(Math.ceil((before * 8) / 6), last);
  });
