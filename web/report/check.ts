import { showAnswers } from './answers.ts';
import { send } from './send.ts';
import { showArrived, showThanks } from './thanks.ts';

/** Looking everything over, sending it, and what is shown in the place of the form: fetched when the first step is left. */
export const checkStep = { showAnswers, send, showThanks, showArrived } as const;
