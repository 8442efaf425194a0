import type { OfficeHours } from '#shared/domain/settings.ts';
import { clockChanges, holidayMoments, YEARS } from '#shared/testing/slow-calendar.ts';

const DAY = 86_400;
const SUMMERS = YEARS.map(clockChanges);
const isSummer = (at: number): boolean => SUMMERS.some(({ spring, autumn }) => spring <= at && at < autumn);
const HOLIDAYS = new Set(holidayMoments);

/** The instant at which Amsterdam shows this many seconds after the midnight that begins this day; for hours that no change of the clock touches. */
const shownAt = (midnight: number, second: number): number => {
  const winter = midnight + second - 3_600;
  return isSummer(winter) ? winter - 3_600 : winter;
};

/** Seconds since 1970, after `length` working seconds. */
export type PlusWorking = (from: number, length: number) => number;

/** Working seconds between two moments. */
export type WorkedBetween = (from: number, until: number) => number;

/**
 * Working time once more, from tables of all shifts of 2024–2035 that are made from the rules of the calendar (shared/testing/slow-calendar.ts)
 * and not from the domain: what a deadline should be according to somebody else.
 */
export function workingTime(hours: OfficeHours): PlusWorking {
  const { opens, before, worked, place } = shiftsOf(hours);
  return (from, length) => {
    const wanted = worked(from) + length;
    let shift = place(before, wanted);
    // The end of a shift is the end of that shift, not the beginning of the next one.
    if (length > 0 && shift > 0 && before[shift] === wanted) shift -= 1;
    return opens[shift]! + (wanted - before[shift]!);
  };
}

export function workedBetween(hours: OfficeHours): WorkedBetween {
  const { worked } = shiftsOf(hours);
  return (from, until) => worked(until) - worked(from);
}

function shiftsOf(hours: OfficeHours) {
  const opens: number[] = [];
  const closes: number[] = [];
  /** Working seconds before each shift. */
  const before: number[] = [];
  let sum = 0;
  for (let midnight = Date.UTC(2024, 0, 1) / 1000; midnight < Date.UTC(2036, 0, 1) / 1000; midnight += DAY) {
    const weekday = ((midnight / DAY + 3) % 7) + 1;
    if (!hours.weekdays.includes(weekday)) continue;
    if (hours.publicHolidays === 'closed' && HOLIDAYS.has(midnight)) continue;
    const from = shownAt(midnight, hours.fromMinute * 60);
    const until = shownAt(midnight, hours.untilMinute * 60);
    opens.push(from);
    closes.push(until);
    before.push(sum);
    sum += until - from;
  }
  /** The last place where `list` is at most `value`, or -1. */
  const place = (list: readonly number[], value: number): number => {
    let [low, high] = [-1, list.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (list[middle]! <= value) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  /** Working seconds of all shifts until then. */
  const worked = (at: number): number => {
    const last = place(opens, at);
    return last < 0 ? 0 : before[last]! + Math.min(at, closes[last]!) - opens[last]!;
  };
  return { opens, before, worked, place };
}

/** When it is read: itself between eight and eight, otherwise eight in the evening before, if that is still after `from`. */
export function inDaytime(at: number, from: number): number {
  const local = at + (isSummer(at) ? 7_200 : 3_600);
  const midnight = Math.floor(local / DAY) * DAY;
  const second = local - midnight;
  if (second >= 8 * 3_600 && second < 20 * 3_600) return at;
  const evening = shownAt(second < 8 * 3_600 ? midnight - DAY : midnight, 20 * 3_600);
  return evening > from ? evening : at;
}
