// Made by `npm run languages` from the folders of shared/texts.
import type { Language } from '#shared/domain/languages.ts';
import type { StatusTexts } from '../console-status-texts.ts';
import { status as nl } from '../nl/console-status.ts';
import { status as en } from '../en/console-status.ts';

export const CONSOLE_STATUS: Readonly<Record<Language, StatusTexts>> = { nl, en };
