import { dateOf, type EpochSeconds } from '#shared/domain/time.ts';
import type { Language } from '#shared/domain/words.ts';

const known = new Map<Language, Intl.DateTimeFormat>();

/** `maandag 23 november 17.00 uur`, `Monday 23 November 17:00`: a day and a time, in Amsterdam. `pattern` is the text `moment`. */
export function spokenTime(pattern: string, language: Language, at: EpochSeconds): string {
  const parts: ReadonlyMap<string, string> = new Map(
    formatFor(language)
      .formatToParts(dateOf(at))
      .map(({ type, value }) => [type, value]),
  );
  return pattern.replaceAll(/\{(\w+)\}/g, (_, part: string) => parts.get(part) ?? '');
}

/** Made at first use: loading the names of days and months is slow, and most runs say no time. */
function formatFor(language: Language): Intl.DateTimeFormat {
  const format =
    known.get(language) ??
    new Intl.DateTimeFormat(language, {
      timeZone: 'Europe/Amsterdam',
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
  known.set(language, format);
  return format;
}
