// Made by `npm run languages` from the folders of shared/texts.
import type { Language } from '#shared/domain/languages.ts';
import type { WordingTexts } from '../console-wording-texts.ts';
import { wording as nl } from '../nl/console-wording.ts';
import { wording as en } from '../en/console-wording.ts';

export const CONSOLE_WORDING: Readonly<Record<Language, WordingTexts>> = { nl, en };
