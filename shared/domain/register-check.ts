import { closed } from './closing.ts';
import type { Rules } from './settings.ts';
import type { RegisterCheck, Signal, Unsettled } from './signal.ts';
import { type EpochSeconds, plusElapsed } from './time.ts';
import type { RegisterAnswer } from './words.ts';

const FIRST_RETRY_SECONDS = 15;
/** 15 s, 30 s, 1 minute …: the tenth and last time is two hours after the first. */
const MAX_QUESTIONS = 10;

/**
 * When the registers are asked about this address. Undefined when they need not be: about somebody who told it themselves, or while the
 * desk still doubts whether this is a signal at all; and no more once a person did something, since they know better.
 */
export function askRegistersAt(signal: Unsettled, { registers }: Rules): EpochSeconds | undefined {
  const { assignment, status, report, practice, held, registers: known } = signal;
  if (!registers || !assignment || status !== 'assigned' || practice || held) return undefined;
  // Without a postcode a street and a town may be any of several: the desk finds out which.
  if (report.about === 'myself' || !report.address.postcode) return undefined;
  if (known?.state === 'answered' || !isUntouched(signal)) return undefined;
  return known?.retryAt ?? assignment.since;
}

/** Nobody did more than to see that it is a real one. */
const isUntouched = ({ history }: Unsettled): boolean => history.every(({ by, what }) => !by || what === 'release');

/**
 * Whether this answer ends the signal. Only where the municipality says so; never about somebody who told it themselves, or who has written;
 * and never what may be urgent, since registers lag behind and whoever is in danger need not be registered.
 */
export const endsSignal = (
  { report, requests = [] }: Unsettled,
  answer: RegisterAnswer,
  { registers }: Rules,
): boolean =>
  registers?.mayEnd.some((ending) => ending === answer) === true &&
  report.about === 'someone-else' &&
  !report.sooner &&
  requests.length === 0;

/** When the owner is told: at once, unless an answer that is still to come may end the signal. That gets its time, and no more. */
export function tellOwnerAt(signal: Unsettled, since: EpochSeconds, rules: Rules): EpochSeconds {
  const { registers } = rules;
  const mayStillEnd =
    askRegistersAt(signal, rules) !== undefined &&
    registers?.mayEnd.some((answer) => endsSignal(signal, answer, rules)) === true;
  return registers && mayStillEnd ? plusElapsed(since, registers.wait) : since;
}

/** What they said, for as long as it may matter: whoever spoke to the resident knows better. */
export const answerOf = ({ registers, contact }: Signal): Extract<RegisterCheck, { state: 'answered' }> | undefined =>
  registers?.state === 'answered' && !contact ? registers : undefined;

/** Whether there is something about the address that somebody should know before they go there. */
export function isAddressDoubted(signal: Signal): boolean {
  const known = answerOf(signal);
  if (signal.status === 'closed' || !known) return false;
  return known.answer !== 'confirmed' && known.answer !== 'unknown';
}

/**
 * The answer adds to the signal, or ends it. Ended, the public hears nothing of it until a person would have decided: whoever sends a signal
 * about an empty house must not learn within a minute that it is empty.
 */
export function registersAnswered(signal: Signal, answer: RegisterAnswer, rules: Rules, now: EpochSeconds): Signal {
  const checked: Signal = { ...signal, registers: { state: 'answered', at: now, answer } };
  if (!endsSignal(signal, answer, rules)) return checked;
  return {
    ...closed(checked, rules, { at: now, outcome: 'ended-by-registers' }),
    quietUntil: signal.deadlines.triageBefore,
    history: [...signal.history, { at: now, what: 'check-registers' }],
  };
}

/** They gave no answer. After the last time that is the answer: nothing is known, so nothing follows from it. */
export function registersSilent(signal: Signal, rules: Rules, now: EpochSeconds): Signal {
  const tries = 1 + (signal.registers?.state === 'waiting' ? signal.registers.tries : 0);
  if (tries >= MAX_QUESTIONS) return registersAnswered(signal, 'unknown', rules, now);
  const retryAt = plusElapsed(now, FIRST_RETRY_SECONDS * 2 ** (tries - 1));
  return { ...signal, registers: { state: 'waiting', at: now, tries, retryAt } };
}
