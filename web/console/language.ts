import { LANGUAGES, type Language } from '#shared/domain/words.ts';

const KEY = 'language';

/** What somebody chose here before, else what the browser asks for, else the first. Storage may be switched off: then nothing is remembered. */
export function rememberedLanguage(): Language {
  const known = LANGUAGES.find((language) => language === read());
  if (known) return known;
  return LANGUAGES.find((language) => language === navigator.language.split('-')[0]) ?? LANGUAGES[0];
}

export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // Only a convenience is lost.
  }
}

function read(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
