/** Whether this mail is the one that tells a coordinator of this step. */
export const relevantTo = (effect: string, step: string): boolean =>
  step === 'choice' ? effect.startsWith('choose-') : effect.startsWith(`escalate-${step}-`);
