// Made by `npm run languages` from the folders of shared/texts.
import type { Language } from '#shared/domain/languages.ts';
import type { ConsoleTexts } from '../console-texts.ts';
import { consoleTexts as nl } from '../nl/console.ts';
import { consoleTexts as en } from '../en/console.ts';

export const CONSOLE: Readonly<Record<Language, ConsoleTexts>> = { nl, en };
