import type { Language } from '#shared/domain/words.ts';
import { kit as kitEn } from './en/kit.ts';
import { type KitTexts, kit as kitNl } from './nl/kit.ts';

/** Apart from the texts of the pages: no function and no page needs what is printed. */
const TEXTS: Readonly<Record<Language, KitTexts>> = { nl: kitNl, en: kitEn };
export const kitTextsIn = (language: Language): KitTexts => TEXTS[language];
