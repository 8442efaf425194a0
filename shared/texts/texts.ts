import type { Language } from '#shared/domain/words.ts';
import { errors as errorsEn } from './en/errors.ts';
import { form as formEn } from './en/form.ts';
import { site as siteEn } from './en/site.ts';
import { words as wordsEn } from './en/words.ts';
import type { ErrorTexts } from './errors.ts';
import { errors as errorsNl } from './nl/errors.ts';
import { type FormTexts, form as formNl } from './nl/form.ts';
import { type SiteTexts, site as siteNl } from './nl/site.ts';
import { words as wordsNl } from './nl/words.ts';
import type { Words } from './words.ts';

/** Every text of the public pages in one language. */
export type Texts = {
  readonly words: Words;
  readonly form: FormTexts;
  readonly site: SiteTexts;
  readonly errors: ErrorTexts;
};

const TEXTS: Readonly<Record<Language, Texts>> = {
  nl: { words: wordsNl, form: formNl, site: siteNl, errors: errorsNl },
  en: { words: wordsEn, form: formEn, site: siteEn, errors: errorsEn },
};

export const textsIn = (language: Language): Texts => TEXTS[language];
