// Made by `npm run languages` from the folders of shared/texts.
import type { Language } from '#shared/domain/languages.ts';
import type { SiteTexts } from '../nl/site.ts';
import { site as nl } from '../nl/site.ts';
import { site as en } from '../en/site.ts';

export const SITE: Readonly<Record<Language, SiteTexts>> = { nl, en };
