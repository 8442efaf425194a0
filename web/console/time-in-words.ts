import { localDay, localTime } from '#shared/domain/amsterdam.ts';
import { type EpochSeconds, epochSecondsOf } from '#shared/domain/time.ts';
import type { Language } from '#shared/domain/words.ts';
import { textsIn } from './texts.ts';

/** In which language, and seen from when. */
export type Seen = { readonly language: Language; readonly now: Date };

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** `vandaag 14.05 uur`, `maandag 9 maart 10.00 uur`. Always Amsterdam's clock, wherever the browser is. */
export const momentInWords = (iso: string, seen: Seen): string =>
  textsIn(seen.language).time.moment(dayInWords(iso, seen), timeInWords(iso, seen.language));

/** `vandaag`, `maandag 9 maart`, with the year when it is not this one. */
export function dayInWords(iso: string, { language, now }: Seen): string {
  const at = new Date(iso);
  const { yesterday, today, tomorrow } = textsIn(language).time;
  const near = new Map([
    [-1, yesterday],
    [0, today],
    [1, tomorrow],
  ]);
  return near.get(daysBetween(epochSecondsOf(now), epochSecondsOf(at))) ?? longDay(at, now, language);
}

/** `14.05 uur`, `14:05`. */
export function timeInWords(iso: string, language: Language): string {
  const { minute } = localTime(epochSecondsOf(new Date(iso)));
  return textsIn(language).time.clock(String(Math.floor(minute / 60)), String(minute % 60).padStart(2, '0'));
}

/**
 * `nog 5 uur`, `2 days left`; undefined when it is over. Hours are rounded down, so that nobody thinks there is more time than there is; days
 * are those of the calendar, so that right after something is due in 14 days it says so.
 */
export function timeLeft(iso: string, { language, now }: Seen): string | undefined {
  const left = (new Date(iso).getTime() - now.getTime()) / 1000;
  return left <= 0
    ? undefined
    : textsIn(language).time.left(
        left < 2 * DAY
          ? shortLength(left, language)
          : count(daysBetween(epochSecondsOf(now), epochSecondsOf(new Date(iso))), 'day', language),
      );
}

function shortLength(seconds: number, language: Language): string {
  if (seconds < MINUTE) return textsIn(language).time.underAMinute;
  if (seconds < 2 * HOUR) return count(Math.floor(seconds / MINUTE), 'minute', language);
  return count(Math.floor(seconds / HOUR), 'hour', language);
}

const count = (value: number, unit: 'minute' | 'hour' | 'day', language: Language): string =>
  new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(value);

/** Whole calendar days in Amsterdam; a day of 23 or 25 hours is one day. */
const daysBetween = (from: EpochSeconds, to: EpochSeconds): number =>
  (Date.parse(localDay(to)) - Date.parse(localDay(from))) / (DAY * 1000);

function longDay(at: Date, now: Date, language: Language): string {
  const { time } = textsIn(language);
  const sameYear = localTime(epochSecondsOf(at)).year === localTime(epochSecondsOf(now)).year;
  const format = new Intl.DateTimeFormat(language, {
    timeZone: 'Europe/Amsterdam',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
  const parts: ReadonlyMap<string, string> = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
  return (sameYear ? time.day : time.dayOfOtherYear).replace(/\{(\w+)\}/g, (_, part: string) => parts.get(part) ?? '');
}

/** `februari 2026`, of `2026-02`. */
export const monthInWords = (month: string, language: Language): string =>
  new Intl.DateTimeFormat(language, { timeZone: 'UTC', month: 'long', year: 'numeric' }).format(
    new Date(`${month}-01`),
  );
