import type { Language } from '#shared/domain/words.ts';

/** Where a language has its pages: Dutch at `/`, the others under their code. */
export const pathOf = (language: Language, page = ''): string => `/${language === 'nl' ? '' : `${language}/`}${page}`;

/** Tips for who tries it alone first, behind the language. */
export const SELF_TRY_PAGE = 'eerst-zelf/';

/** Where the QR code of the letter to a resident leads, behind the language; the code follows behind `#`, which no server sees. */
export const REQUEST_PAGE = 'verzoek/';
