import * as z from 'zod/mini';
import type { OwnTexts } from '#shared/domain/own-texts.ts';
import { LANGUAGES } from '#shared/domain/words.ts';
import { OWN_TEXTS } from './keys.ts';
import { key } from './row-fields.ts';

const textsRow = z.strictObject({
  pk: key,
  sk: key,
  texts: z.record(z.string(), z.partialRecord(z.enum(LANGUAGES), z.string())),
});

/** None where nobody changed one yet. */
export const textsFromRow = (item: unknown): OwnTexts => (item === undefined ? {} : textsRow.parse(item).texts);
export const rowOfTexts = (texts: OwnTexts) => ({ ...OWN_TEXTS, texts });
