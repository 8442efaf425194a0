// Made by `npm run languages` from the folders of shared/texts.
import type { Language } from '#shared/domain/languages.ts';
import type { DirectoryTexts } from '../console-directory-texts.ts';
import { directory as nl } from '../nl/console-directory.ts';
import { directory as en } from '../en/console-directory.ts';

export const CONSOLE_DIRECTORY: Readonly<Record<Language, DirectoryTexts>> = { nl, en };
