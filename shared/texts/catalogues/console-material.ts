// Made by `npm run languages` from the folders of shared/texts.
import type { Language } from '#shared/domain/languages.ts';
import type { MaterialTexts } from '../console-material-texts.ts';
import { material as nl } from '../nl/console-material.ts';
import { material as en } from '../en/console-material.ts';

export const CONSOLE_MATERIAL: Readonly<Record<Language, MaterialTexts>> = { nl, en };
