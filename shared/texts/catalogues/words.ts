// Made by `npm run languages` from the folders of shared/texts.
import type { Language } from '#shared/domain/languages.ts';
import type { Words } from '../words.ts';
import { words as nl } from '../nl/words.ts';
import { words as en } from '../en/words.ts';

export const WORDS: Readonly<Record<Language, Words>> = { nl, en };
