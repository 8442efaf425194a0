// Made by `npm run languages` from the folders of shared/texts.
import type { Language } from '#shared/domain/languages.ts';
import type { FormTexts } from '../nl/form.ts';
import { form as nl } from '../nl/form.ts';
import { form as en } from '../en/form.ts';

export const FORM: Readonly<Record<Language, FormTexts>> = { nl, en };
