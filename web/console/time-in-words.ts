import { localDay, localTime } from '#shared/domain/amsterdam.ts';
import { type EpochSeconds, epochSecondsOf } from '#shared/domain/time.ts';
import type { Language } from '#shared/domain/words.ts';

/** In which language, and seen from when. */
export type Seen = { readonly language: Language; readonly now: Date };

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const LOCALES = { nl: 'nl-NL', en: 'en-GB' } as const satisfies Record<Language, string>;
const NEAR_DAYS = {
  nl: { '-1': 'gisteren', '0': 'vandaag', '1': 'morgen' },
  en: { '-1': 'yesterday', '0': 'today', '1': 'tomorrow' },
} as const satisfies Record<Language, Record<string, string>>;

/** `vandaag 14.05 uur`, `maandag 9 maart 10.00 uur`. Always Amsterdam's clock, wherever the browser is. */
export const momentInWords = (iso: string, seen: Seen): string =>
  seen.language === 'nl'
    ? `${dayInWords(iso, seen)} ${timeInWords(iso, seen.language)}`
    : `${dayInWords(iso, seen)} at ${timeInWords(iso, seen.language)}`;

/** `vandaag`, `maandag 9 maart`, with the year when it is not this one. */
export function dayInWords(iso: string, { language, now }: Seen): string {
  const at = new Date(iso);
  const near: Record<string, string> = NEAR_DAYS[language];
  return near[String(daysBetween(epochSecondsOf(now), epochSecondsOf(at)))] ?? longDay(at, now, language);
}

/** `14.05 uur`, `14:05`. */
export function timeInWords(iso: string, language: Language): string {
  const { minute } = localTime(epochSecondsOf(new Date(iso)));
  const [hours, minutes] = [Math.floor(minute / 60), String(minute % 60).padStart(2, '0')];
  return language === 'nl' ? `${hours}.${minutes} uur` : `${String(hours).padStart(2, '0')}:${minutes}`;
}

/**
 * `nog 5 uur`, `2 days left`; undefined when it is over. Rounded down, so that nobody thinks there is more time than there is.
 */
export function timeLeft(iso: string, { language, now }: Seen): string | undefined {
  const left = (new Date(iso).getTime() - now.getTime()) / 1000;
  if (left <= 0) return undefined;
  const length = lengthInWords(left, language);
  return language === 'nl' ? `nog ${length}` : `${length} left`;
}

function lengthInWords(seconds: number, language: Language): string {
  if (seconds < MINUTE) return language === 'nl' ? 'minder dan een minuut' : 'less than a minute';
  if (seconds < 2 * HOUR) return count(Math.floor(seconds / MINUTE), 'minute', language);
  if (seconds < 2 * DAY) return count(Math.floor(seconds / HOUR), 'hour', language);
  return count(Math.floor(seconds / DAY), 'day', language);
}

const count = (value: number, unit: 'minute' | 'hour' | 'day', language: Language): string =>
  new Intl.NumberFormat(LOCALES[language], { style: 'unit', unit, unitDisplay: 'long' }).format(value);

/** Whole calendar days in Amsterdam; a day of 23 or 25 hours is one day. */
const daysBetween = (from: EpochSeconds, to: EpochSeconds): number =>
  (Date.parse(localDay(to)) - Date.parse(localDay(from))) / (DAY * 1000);

function longDay(at: Date, now: Date, language: Language): string {
  const sameYear = localTime(epochSecondsOf(at)).year === localTime(epochSecondsOf(now)).year;
  return new Intl.DateTimeFormat(LOCALES[language], {
    timeZone: 'Europe/Amsterdam',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(!sameYear && { year: 'numeric' }),
  }).format(at);
}
