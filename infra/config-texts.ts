import * as z from 'zod';
import type { Settings } from '#shared/domain/settings.ts';
import { mistakesInOwnTexts } from '#shared/texts/check-own-texts.ts';
import { type OwnTexts, saidByFunctions } from '#shared/texts/own-texts.ts';

/** Own texts of a municipality. What nobody says, in no language of ours, or without what must be filled in, is refused by its path: all at once. */
export const texts = z
  .custom<OwnTexts>()
  .superRefine((own, context) => {
    for (const { path, expected } of mistakesInOwnTexts(own))
      context.addIssue({ code: 'custom', path: path ? [path] : [], message: expected });
  })
  .optional();

/** Lambda keeps 4 KB of environment per function, the names of its tables and queues included. */
const MAX_BYTES = 3_400;

/**
 * `SETTINGS` of the functions. Throws where it would not fit beside the other `large` variables: Lambda would say so only half-way a deploy, and
 * not why.
 */
export function settingsVariable(settings: Settings, large: readonly string[] = []): string {
  const { texts = {}, ...rest } = settings;
  const own = saidByFunctions(texts);
  const variable = JSON.stringify(Object.keys(own).length > 0 ? { ...rest, texts: own } : rest);
  const size = Buffer.byteLength(variable);
  const room = MAX_BYTES - Buffer.byteLength(large.join(''));
  if (size <= room) return variable;
  const ofTexts = size - Buffer.byteLength(JSON.stringify(rest));
  throw new Error(
    `The settings of the functions take ${size} bytes, and Lambda has room for ${room}; ${ofTexts} of them are "texts" of the configuration. Shorten those: texts of mails and of pages that functions answer with count, those of the console, of printed matter and of pages that are built (privacy, status, site) do not.`,
  );
}
