import { type EpochSeconds, epochSeconds } from './time.ts';

/** A calendar day and a wall clock in Europe/Amsterdam. `month` 1–12; `weekday` ISO, Monday 1; `minute` of the day, 0–1,439. */
export type LocalTime = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
  readonly minute: number;
  readonly second: number;
};

let known: Intl.DateTimeFormat | undefined;
/** Made at first use: loading the time zones takes about as long as all the rest of a function's start. */
const wallClock = (): Intl.DateTimeFormat =>
  (known ??= new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/Amsterdam',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }));

const HOUR = 3_600;
/** By the hour since 1970: clocks change on the hour, and asking `Intl` costs a hundred times the sum that is left. */
const offsets = new Map<number, number>();

/** Seconds that Amsterdam is ahead of UTC. */
function offset(at: EpochSeconds): number {
  const hour = Math.floor(at / HOUR);
  const asked = offsets.get(hour) ?? askOffset(hour * HOUR);
  offsets.set(hour, asked);
  return asked;
}

function askOffset(at: number): number {
  const part: Record<string, number> = {};
  for (const { type, value } of wallClock().formatToParts(at * 1000)) part[type] = Number(value);
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) / 1000 - at;
}

export function localTime(at: EpochSeconds): LocalTime {
  const shown = new Date((at + offset(at)) * 1000);
  return {
    year: shown.getUTCFullYear(),
    month: shown.getUTCMonth() + 1,
    day: shown.getUTCDate(),
    weekday: shown.getUTCDay() || 7,
    minute: shown.getUTCHours() * 60 + shown.getUTCMinutes(),
    second: shown.getUTCSeconds(),
  };
}

/**
 * The moment at which Amsterdam's clocks show this time. A time that the spring change skips gives the moment after the gap
 * (02:30 becomes 03:30 summer time); one that the autumn change repeats gives the first of the two.
 * `day` may lie outside the month: day 0 is the last of the month before.
 */
export function instantAt(year: number, month: number, day: number, minuteOfDay: number): EpochSeconds {
  const asIfUtc = Date.UTC(year, month - 1, day, 0, minuteOfDay) / 1000;
  const summer = epochSeconds(asIfUtc - 7_200);
  if (offset(summer) === 7_200) return summer;
  const winter = epochSeconds(asIfUtc - 3_600);
  return winter;
}

/** `2026-11-22`: the day in Amsterdam. */
export function localDay(at: EpochSeconds): string {
  const { year, month, day } = localTime(at);
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** `2026-11`: all that statistics may know of a moment. */
export const localMonth = (at: EpochSeconds): string => localDay(at).slice(0, 7);
