import { dateOf, type EpochSeconds } from '#shared/domain/time.ts';
import type { Language } from '#shared/domain/words.ts';

const IN_WORDS: Record<Language, Intl.DateTimeFormat> = {
  nl: formatFor('nl-NL'),
  en: formatFor('en-GB'),
};

/** `maandag 23 november 17.00 uur`, `Monday 23 November 17:00`: a day and a time, in Amsterdam. */
export function spokenTime(at: EpochSeconds, language: Language): string {
  const part = Object.fromEntries(IN_WORDS[language].formatToParts(dateOf(at)).map(({ type, value }) => [type, value]));
  const day = `${part['weekday']} ${part['day']} ${part['month']}`;
  return language === 'nl'
    ? `${day} ${part['hour']}.${part['minute']} uur`
    : `${day} ${part['hour']}:${part['minute']}`;
}

function formatFor(locale: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, {
    timeZone: 'Europe/Amsterdam',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
}
