import type { SignalView } from '#shared/contracts/console.ts';
import type { Act } from '#shared/domain/life.ts';
import type { Texts } from '../texts.ts';

/** How an act is called for this reader, of this signal: the only attempt of a coordinator is a letter. */
export function actTexts(
  texts: Texts,
  act: Act,
  { relation, aboutThemselves, plan }: Pick<SignalView, 'relation' | 'aboutThemselves' | 'plan'>,
) {
  const said = texts.acts[act];
  if (act === 'attempt' && relation === 'coordinator')
    return { ...said, button: texts.attempt.byLetter, title: texts.attempt.byLetter };
  if (act === 'triage' && aboutThemselves)
    return { ...said, button: texts.asked.decision, title: texts.asked.decision };
  if (act === 'plan' && plan) return { ...said, button: texts.plan.move };
  return said;
}

/** What is said of the first decision, and of how it ended: whoever told of themselves is not somebody else who did. */
export function triageTexts({ triage, asked, words }: Texts, { aboutThemselves }: Pick<SignalView, 'aboutThemselves'>) {
  const own = aboutThemselves ? asked.words : undefined;
  return {
    triage: aboutThemselves ? { ...triage, ...asked } : triage,
    tested: { ...words.tested, ...own },
    decisions: { ...words.decisions, ...own },
    endings: { ...words.endings, ...own },
  };
}
