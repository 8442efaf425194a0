import * as z from 'zod';
import type { Settings } from '#shared/domain/settings.ts';
import { LANGUAGES } from '#shared/domain/words.ts';
import { mistakesInOwnTexts } from '#shared/texts/own-texts.ts';
import { textsIn } from '#shared/texts/texts.ts';
import { text } from './config-fields.ts';

/** Own texts of a municipality. What says something that is nowhere asked, or forgets what must be filled in, is refused by its path. */
export const texts = z
  .record(z.string(), z.partialRecord(z.enum(LANGUAGES), text()))
  .superRefine((own, context) => {
    const mistakes = LANGUAGES.flatMap((language) => mistakesInOwnTexts(textsIn(language), language, own));
    for (const mistake of new Set(mistakes)) {
      const [path = '', message = ''] = mistake.split(/: expected (.*)/s);
      context.addIssue({ code: 'custom', path: [path], message });
    }
  })
  .optional();

/** These are on pages that the build makes, so no function has to know them. */
const ONLY_BUILT = /^(site|form\.(privacy|status|selfTry))\./;

/** Lambda keeps 4 KB of environment per function, the names of its tables and queues included. */
const MAX_BYTES = 3_400;

/** `SETTINGS` of the functions. Throws where it would not fit: Lambda would say so only half-way a deploy, and not why. */
export function settingsVariable(settings: Settings): string {
  const own = Object.entries(settings.texts ?? {}).filter(([path]) => !ONLY_BUILT.test(path));
  const { texts: _, ...rest } = settings;
  const variable = JSON.stringify(own.length > 0 ? { ...rest, texts: Object.fromEntries(own) } : rest);
  const size = Buffer.byteLength(variable);
  if (size <= MAX_BYTES) return variable;
  throw new Error(
    `The settings of the functions take ${size} bytes, and Lambda has room for ${MAX_BYTES}. Shorten "texts" in the configuration: texts on pages that functions answer with count, those of privacy, status and site do not.`,
  );
}
