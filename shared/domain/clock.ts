import { instantAt, type LocalTime, localTime } from './amsterdam.ts';
import { isPublicHoliday } from './public-holidays.ts';
import type { OfficeHours, Rules } from './settings.ts';
import { type EpochSeconds, earliest, latest, plusElapsed } from './time.ts';

/** The deadline after `length` seconds on the municipality's own clock: elapsed, or working time. */
export function plusOnClock(rules: Rules, from: EpochSeconds, length: number): EpochSeconds {
  return rules.clock === 'elapsed' ? plusElapsed(from, length) : plusWorking(rules.officeHours, from, length);
}

/**
 * The moment at which `length` seconds of working time have passed. The length of a day is what the clocks say, so a change to
 * summer time inside office hours (00:00–24:00) gives that day an hour less.
 */
export function plusWorking(hours: OfficeHours, from: EpochSeconds, length: number): EpochSeconds {
  let left = length;
  for (const shift of shiftsFrom(hours, from)) {
    const available = shift.until - shift.from;
    if (left <= available) return plusElapsed(shift.from, left);
    left -= available;
  }
  throw new RangeError('office hours leave no working time in ten years');
}

/** Working seconds between two moments; 0 when `until` lies before `from`. */
export function workingBetween(hours: OfficeHours, from: EpochSeconds, until: EpochSeconds): number {
  let sum = 0;
  for (const shift of shiftsFrom(hours, from)) {
    if (shift.from >= until) return sum;
    sum += Math.min(shift.until, until) - shift.from;
  }
  return sum;
}

/** Halfway between two moments on the municipality's clock, never after the second. */
export function halfway(rules: Rules, from: EpochSeconds, until: EpochSeconds): EpochSeconds {
  if (until <= from) return until;
  if (rules.clock === 'elapsed') return plusElapsed(from, Math.floor((until - from) / 2));
  const half = Math.floor(workingBetween(rules.officeHours, from, until) / 2);
  return earliest(until, plusWorking(rules.officeHours, from, half));
}

const DAY_STARTS = 8 * 60;
const DAY_ENDS = 20 * 60;

/**
 * When to remind somebody of a step: at half its time, moved earlier into 08:00–20:00 so that it is read. A step that holds no such
 * hour before its half keeps the half itself: late is worse than at night.
 */
export function reminderAt(rules: Rules, from: EpochSeconds, until: EpochSeconds): EpochSeconds {
  const half = halfway(rules, from, until);
  const { year, month, day, minute } = localTime(half);
  if (minute >= DAY_STARTS && minute < DAY_ENDS) return half;
  const evening = instantAt(year, month, minute < DAY_STARTS ? day - 1 : day, DAY_ENDS);
  return evening > from ? evening : half;
}

type Shift = { readonly from: EpochSeconds; readonly until: EpochSeconds };

const TEN_YEARS_IN_DAYS = 3_660;

/** The stretches of working time from a moment on, the first one cut off at that moment. */
function* shiftsFrom(hours: OfficeHours, from: EpochSeconds): Generator<Shift> {
  const start = localTime(from);
  for (let ahead = 0; ahead < TEN_YEARS_IN_DAYS; ahead += 1) {
    const noon = localTime(instantAt(start.year, start.month, start.day + ahead, 12 * 60));
    if (!isWorkingDay(hours, noon)) continue;
    const opens = instantAt(noon.year, noon.month, noon.day, hours.fromMinute);
    const closes = instantAt(noon.year, noon.month, noon.day, hours.untilMinute);
    if (closes > from) yield { from: latest(opens, from), until: closes };
  }
}

/** Whether offices are open on that day, by weekday and, where they close then, public holidays. */
export function isWorkingDay(hours: OfficeHours, { year, month, day, weekday }: LocalTime): boolean {
  if (!hours.weekdays.includes(weekday)) return false;
  return hours.publicHolidays === 'open' || !isPublicHoliday(year, month, day);
}
