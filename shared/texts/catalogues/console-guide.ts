// Made by `npm run languages` from the folders of shared/texts.
import type { Language } from '#shared/domain/languages.ts';
import type { GuideTexts } from '../console-guide-texts.ts';
import { guide as nl } from '../nl/console-guide.ts';
import { guide as en } from '../en/console-guide.ts';

export const CONSOLE_GUIDE: Readonly<Record<Language, GuideTexts>> = { nl, en };
