// Made by `npm run languages` from the folders of shared/texts.
import type { Language } from '#shared/domain/languages.ts';
import type { LogTexts } from '../console-log-texts.ts';
import { log as nl } from '../nl/console-log.ts';
import { log as en } from '../en/console-log.ts';

export const CONSOLE_LOG: Readonly<Record<Language, LogTexts>> = { nl, en };
