import type { SignalView } from '#shared/contracts/console.ts';
import type { Act } from '#shared/domain/life.ts';
import type { Texts } from '../texts.ts';

/** How an act is called for this reader: the only attempt of a coordinator is a letter. */
export const actTexts = (texts: Texts, act: Act, { relation }: Pick<SignalView, 'relation'>) =>
  act === 'attempt' && relation === 'coordinator'
    ? { ...texts.acts.attempt, button: texts.attempt.byLetter, title: texts.attempt.byLetter }
    : texts.acts[act];
