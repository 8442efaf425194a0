// Made by `npm run languages` from the folders of shared/texts.
import type { Language } from '#shared/domain/languages.ts';
import type { ErrorTexts } from '../errors.ts';
import { errors as nl } from '../nl/errors.ts';
import { errors as en } from '../en/errors.ts';

export const ERRORS: Readonly<Record<Language, ErrorTexts>> = { nl, en };
