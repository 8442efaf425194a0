// Made by `npm run languages` from the folders of shared/texts.
import type { Language } from '#shared/domain/languages.ts';
import type { LetterTexts } from '../console-letter-texts.ts';
import { letter as nl } from '../nl/console-letter.ts';
import { letter as en } from '../en/console-letter.ts';

export const CONSOLE_LETTER: Readonly<Record<Language, LetterTexts>> = { nl, en };
