// Made by `npm run languages` from the folders of shared/texts.
import type { Language } from '#shared/domain/languages.ts';
import type { PracticeTexts } from '../console-practice-texts.ts';
import { practice as nl } from '../nl/console-practice.ts';
import { practice as en } from '../en/console-practice.ts';

export const CONSOLE_PRACTICE: Readonly<Record<Language, PracticeTexts>> = { nl, en };
