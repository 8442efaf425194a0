import type { Language } from '#shared/domain/words.ts';
import { ERRORS } from './catalogues/errors.ts';
import { FORM } from './catalogues/form.ts';
import { SITE } from './catalogues/site.ts';
import { WORDS } from './catalogues/words.ts';
import type { ErrorTexts } from './errors.ts';
import type { FormTexts } from './nl/form.ts';
import type { SiteTexts } from './nl/site.ts';
import type { Words } from './words.ts';

/** Every text of the public pages in one language. */
export type Texts = {
  readonly words: Words;
  readonly form: FormTexts;
  readonly site: SiteTexts;
  readonly errors: ErrorTexts;
};

export const textsIn = (language: Language): Texts => ({
  words: WORDS[language],
  form: FORM[language],
  site: SITE[language],
  errors: ERRORS[language],
});
