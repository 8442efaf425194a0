import type { Rules } from '#shared/domain/settings.ts';
import type { FormTexts } from '#shared/texts/nl/form.ts';

/**
 * `maandag 23 november om 17.00 uur`: a moment on Amsterdam's calendar and clock, in words. `pattern` is the text `moment`, `language` a
 * code (days and months have their names of it), `at` RFC 3339. Runs in the browser too.
 */
export function spellMoment(pattern: string, language: string, at: string): string {
  const format = new Intl.DateTimeFormat(language, {
    timeZone: 'Europe/Amsterdam',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return filledWith(format, pattern, at);
}

/** `22 november 2026`, of `2026-11-22`. `pattern` is the text `date`. */
export const spellDate = (pattern: string, language: string, on: string): string =>
  filledWith(
    new Intl.DateTimeFormat(language, { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' }),
    pattern,
    on,
  );

function filledWith(format: Intl.DateTimeFormat, pattern: string, at: string): string {
  const parts: ReadonlyMap<string, string> = new Map(
    format.formatToParts(new Date(at)).map(({ type, value }) => [type, value]),
  );
  return pattern.replace(/\{(\w+)\}/g, (_, part: string) => parts.get(part) ?? '');
}

const MINUTE = 60;
const HOUR = 3_600;
const DAY = 86_400;
const WORKING_DAY = 8 * HOUR;

/** `24 uur`, `14 dagen`; on a clock of working hours `2 werkdagen` (a working day has eight). */
export function spellDuration(texts: FormTexts, length: number, clock: Rules['clock'] = 'elapsed'): string {
  const { duration } = texts;
  if (clock === 'working-hours') {
    if (length % WORKING_DAY === 0) return duration.workingDays(length / WORKING_DAY);
    if (length % HOUR === 0) return duration.workingHours(length / HOUR);
  }
  if (length > 2 * DAY && length % DAY === 0) return duration.days(length / DAY);
  if (length % HOUR === 0) return duration.hours(length / HOUR);
  if (length % MINUTE === 0) return duration.minutes(length / MINUTE);
  return duration.seconds(length);
}
