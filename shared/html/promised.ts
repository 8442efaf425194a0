import type { StatisticsView } from '#shared/contracts/statistics-view.ts';
import type { FiguresTexts } from '#shared/texts/console-figures-texts.ts';
import type { FormTexts } from '#shared/texts/nl/form.ts';
import { spellDuration } from './duration.ts';

type Promised = StatisticsView['promised'];

/** `24 uur`, `2 werkdagen`: what this municipality promises, in words. Runs in the browser too. */
export function spellPromised(form: FormTexts, { clock, ...durations }: Promised) {
  const spelled = (which: keyof typeof durations): string => spellDuration(form, durations[which], clock);
  return { triage: spelled('triage'), visitPreferred: spelled('visitPreferred'), visit: spelled('visit') };
}

/** What each share is called, by its name. */
export function shareLabels({ shares }: FiguresTexts, form: FormTexts, promised: Promised): Record<string, string> {
  const within = spellPromised(form, promised);
  return {
    ...shares,
    'triaged-in-time': shares['triaged-in-time'](within.triage),
    'visited-preferred': shares['visited-preferred'](within.visitPreferred),
    'visited-in-time': shares['visited-in-time'](within.visit),
  };
}
