import type { Language } from '#shared/domain/words.ts';
import { errors as errorsEn } from './en/errors.ts';
import { form as formEn } from './en/form.ts';
import { words as wordsEn } from './en/words.ts';
import type { ErrorTexts } from './errors.ts';
import { errors as errorsNl } from './nl/errors.ts';
import { type FormTexts, form as formNl } from './nl/form.ts';
import { words as wordsNl } from './nl/words.ts';
import type { Words } from './words.ts';

/** Every text of the public pages in one language. */
export type Texts = { readonly words: Words; readonly form: FormTexts; readonly errors: ErrorTexts };

const TEXTS: Readonly<Record<Language, Texts>> = {
  nl: { words: wordsNl, form: formNl, errors: errorsNl },
  en: { words: wordsEn, form: formEn, errors: errorsEn },
};

export const textsIn = (language: Language): Texts => TEXTS[language];
