// Made by `npm run languages` from the folders of shared/texts.
import type { Language } from '#shared/domain/languages.ts';
import type { LanguageFacts } from '../language-facts.ts';
import { language as nl } from '../nl/language.ts';
import { language as en } from '../en/language.ts';

export const LANGUAGE: Readonly<Record<Language, LanguageFacts>> = { nl, en };
