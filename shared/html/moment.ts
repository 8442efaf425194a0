import type { Rules } from '#shared/domain/settings.ts';
import type { Language } from '#shared/domain/words.ts';
import type { FormTexts } from '#shared/texts/nl/form.ts';

const LOCALES: Readonly<Record<Language, string>> = { nl: 'nl-NL', en: 'en-GB' };

/**
 * `maandag 23 november om 17.00 uur`: a moment on Amsterdam's calendar and clock, in words. `pattern` is the text `moment`, `at` RFC 3339.
 * Runs in the browser too.
 */
export function spellMoment(pattern: string, language: Language, at: string): string {
  const format = new Intl.DateTimeFormat(LOCALES[language], {
    timeZone: 'Europe/Amsterdam',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const parts: ReadonlyMap<string, string> = new Map(
    format.formatToParts(new Date(at)).map(({ type, value }) => [type, value]),
  );
  return pattern.replace(/\{(\w+)\}/g, (_, part: string) => parts.get(part) ?? '');
}

/** `22 november 2026`, of `2026-11-22`. */
export const spellDate = (language: Language, on: string): string =>
  new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(on));

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
