import type { Rules } from '#shared/domain/settings.ts';
import type { FormTexts } from '#shared/texts/nl/form.ts';

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
