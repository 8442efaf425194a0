import * as z from 'zod';
import type { RegisterPlaces } from '#shared/adapters/registers/http-registers.ts';
import { ENDING_ANSWERS } from '#shared/domain/words.ts';
import { choice, duration, fields, list, pattern } from './config-fields.ts';

/** Where the registers stand in that `npm start` has: on the site itself, so that it needs no port of its own. */
export const STAND_IN = { bag: '/local/registers/bag', brp: '/local/registers/brp' } as const;

const place = (standIn: string) =>
  pattern(
    new RegExp(`^(https://[^\\s"<>?#]*[^\\s"<>?#/]|${standIn})$`),
    `the https address of the API without a "/" at its end, or "${standIn}" for a demo`,
  );
const headerName = /^[a-z0-9-]+$/i;
const HEADERS = 'names of headers with their values, such as { "x-doelbinding": "…" }';

const ANSWERS = `answers that end a signal, each once: ${ENDING_ANSWERS.map((answer) => `"${answer}"`).join(', ')}`;

/** Registers that are asked about the address of a signal. Without this, none is. Keys are in Secrets Manager, never here. */
export const registers = fields({
  /** BAG API Individuele Bevragingen v2. */
  bag: fields({ url: place(STAND_IN.bag) }),
  /** BRP Personen Bevragen v2, or the municipality's own gateway before it. */
  brp: fields({
    url: place(STAND_IN.brp),
    headers: z.record(z.string().regex(headerName, HEADERS), z.string(), { error: HEADERS }).default({}),
    keyHeader: pattern(headerName, 'the name of a header, such as "x-api-key"').default('x-api-key'),
  }).optional(),
  mayEnd: list(choice(...ENDING_ANSWERS), 0, ENDING_ANSWERS.length, ANSWERS)
    .refine((answers) => new Set(answers).size === answers.length, ANSWERS)
    .default([]),
  wait: duration.prefault('PT2M'),
})
  .refine(({ mayEnd, brp }) => mayEnd.length === 0 || brp !== undefined, {
    path: ['mayEnd'],
    error: 'nothing without "brp": the address register knows no people',
  })
  .optional();

export type RegistersConfig = NonNullable<z.output<typeof registers>>;

/** `REGISTERS` of the functions that ask them. A stand-in is where the site is. */
export function registersVariable({ bag, brp }: RegistersConfig, baseUrl: string): string {
  const at = (url: string): string => (url.startsWith('/') ? `${baseUrl}${url}` : url);
  const places: RegisterPlaces = { bag: { url: at(bag.url) }, ...(brp && { brp: { ...brp, url: at(brp.url) } }) };
  return JSON.stringify(places);
}
