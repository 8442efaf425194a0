// Made by `npm run languages` from the folders of shared/texts.
import type { Language } from '#shared/domain/languages.ts';
import type { KitTexts } from '../nl/kit.ts';
import { kit as nl } from '../nl/kit.ts';
import { kit as en } from '../en/kit.ts';

export const KIT: Readonly<Record<Language, KitTexts>> = { nl, en };
