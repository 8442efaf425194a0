import type { Language } from '#shared/domain/words.ts';

/** `2026-12-24` → `24 december 2026`. A day is a day wherever the browser is. */
export const dayInWords = (day: string, language: Language): string =>
  new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${day}T12:00:00Z`),
  );
