import { instantAt, localDay } from '#shared/domain/amsterdam.ts';
import { dateOf, epochSecondsOf } from '#shared/domain/time.ts';

/** A day and a time as a form's fields hold them: `2026-03-03`, `14:05`, on Amsterdam's clock. */
export type LocalMoment = { readonly day: string; readonly time: string };

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const TIME = /^(\d{1,2})[:.](\d{2})$/;

/** The moment meant, for the server; undefined while it is not filled in or does not exist. */
export function isoOf({ day, time }: LocalMoment): string | undefined {
  const [, year, month, date] = (DAY.exec(day) ?? []).map(Number);
  const [, hours, minutes] = (TIME.exec(time) ?? []).map(Number);
  if (year === undefined || month === undefined || date === undefined) return undefined;
  if (hours === undefined || minutes === undefined || hours > 23 || minutes > 59) return undefined;
  return dateOf(instantAt(year, month, date, hours * 60 + minutes)).toISOString();
}

/** The day in Amsterdam, `plus` days later. */
export function dayFrom(now: Date, plus: number): string {
  const [year = 0, month = 1, day = 1] = localDay(epochSecondsOf(now)).split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, day + plus)).toISOString().slice(0, 10);
}
