/**
 * The calendar of Amsterdam once more, from the rules themselves and minute by minute: a second opinion for the tests of time. Shares
 * no code with the domain and asks no time zone database. Knows 2024–2035.
 */
import type { OfficeHours } from '#shared/domain/settings.ts';

const MINUTE = 60;
const DAY = 86_400;

const dayNumber = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day) / 1000 / DAY;
const weekdayOf = (dayNumber: number): number => ((dayNumber + 3) % 7) + 1;

function lastSunday(year: number, month: 3 | 10): number {
  let day = dayNumber(year, month, 31);
  while (weekdayOf(day) !== 7) day -= 1;
  return day;
}

/** Directive 2000/84/EC: summer time runs from 01:00 UTC on the last Sunday of March until 01:00 UTC on the last Sunday of October. */
export function clockChanges(year: number): { readonly spring: number; readonly autumn: number } {
  return { spring: lastSunday(year, 3) * DAY + 3_600, autumn: lastSunday(year, 10) * DAY + 3_600 };
}

export const YEARS = [2024, 2025, 2026, 2027, 2028, 2029, 2030, 2031, 2032, 2033, 2034, 2035] as const;
const SUMMERS = YEARS.map(clockChanges);
const isSummer = (at: number): boolean => SUMMERS.some(({ spring, autumn }) => spring <= at && at < autumn);

/** Second of an imaginary clock without zones that shows what Amsterdam's clocks show. */
const shown = (at: number): number => at + (isSummer(at) ? 7_200 : 3_600);

export function slowLocalTime(at: number) {
  const date = new Date(shown(at) * 1000);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: weekdayOf(Math.floor(shown(at) / DAY)),
    minute: date.getUTCHours() * 60 + date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  };
}

/** Copied from a calendar. */
const EASTER_SUNDAYS = [
  '2024-03-31',
  '2025-04-20',
  '2026-04-05',
  '2027-03-28',
  '2028-04-16',
  '2029-04-01',
  '2030-04-21',
  '2031-04-13',
  '2032-03-28',
  '2033-04-17',
  '2034-04-09',
  '2035-03-25',
];

/** Day numbers of the public holidays of Algemene termijnenwet, art. 3. */
const HOLIDAYS: ReadonlySet<number> = new Set(
  EASTER_SUNDAYS.flatMap((sunday) => {
    const easter = Date.parse(`${sunday}T00:00:00Z`) / 1000 / DAY;
    const year = Number(sunday.slice(0, 4));
    const kingsDay = dayNumber(year, 4, 27);
    return [
      dayNumber(year, 1, 1),
      easter - 2,
      easter + 1,
      weekdayOf(kingsDay) === 7 ? kingsDay - 1 : kingsDay,
      dayNumber(year, 5, 5),
      easter + 39,
      easter + 50,
      dayNumber(year, 12, 25),
      dayNumber(year, 12, 26),
    ];
  }),
);
export const holidayMoments = [...HOLIDAYS].map((day) => day * DAY);

function isWorkingMinute(hours: OfficeHours, at: number): boolean {
  const clock = shown(at);
  const day = Math.floor(clock / DAY);
  const minute = Math.floor((clock % DAY) / MINUTE);
  if (!hours.weekdays.includes(weekdayOf(day))) return false;
  if (hours.publicHolidays === 'closed' && HOLIDAYS.has(day)) return false;
  return hours.fromMinute <= minute && minute < hours.untilMinute;
}

/** `from` lies on a whole minute. */
export function slowPlusWorking(hours: OfficeHours, from: number, minutes: number): number {
  let at = from;
  while (!isWorkingMinute(hours, at)) at += MINUTE;
  for (let left = minutes; left > 0; at += MINUTE) if (isWorkingMinute(hours, at)) left -= 1;
  return at;
}

/** Working seconds; both moments lie on whole minutes. */
export function slowWorkingBetween(hours: OfficeHours, from: number, until: number): number {
  let sum = 0;
  for (let at = from; at < until; at += MINUTE) if (isWorkingMinute(hours, at)) sum += MINUTE;
  return sum;
}
