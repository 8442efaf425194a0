import { dateOf, type EpochSeconds } from '#shared/domain/time.ts';
import type { Language } from '#shared/domain/words.ts';

const LOCALES: Record<Language, string> = { nl: 'nl-NL', en: 'en-GB' };
const known = new Map<Language, Intl.DateTimeFormat>();

/** `maandag 23 november 17.00 uur`, `Monday 23 November 17:00`: a day and a time, in Amsterdam. */
export function spokenTime(at: EpochSeconds, language: Language): string {
  const part = Object.fromEntries(
    formatFor(language)
      .formatToParts(dateOf(at))
      .map(({ type, value }) => [type, value]),
  );
  const day = `${part['weekday']} ${part['day']} ${part['month']}`;
  return language === 'nl'
    ? `${day} ${part['hour']}.${part['minute']} uur`
    : `${day} ${part['hour']}:${part['minute']}`;
}

/** Made at first use: loading the names of days and months is slow, and most runs say no time. */
function formatFor(language: Language): Intl.DateTimeFormat {
  const format =
    known.get(language) ??
    new Intl.DateTimeFormat(LOCALES[language], {
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
