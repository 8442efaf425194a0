import type { Dice } from './dice.ts';
import { days, hours } from './timeline.ts';

/** What can go wrong between a function and whatever it calls. */
export const FAULTS = [
  'throttled',
  'timeout-before',
  'timeout-after',
  /** It happened, the answer got lost, and the client asked again by itself. */
  'asked-twice',
  'slow',
  'crash-before',
  'crash-after',
] as const;
export type Fault = (typeof FAULTS)[number];

type Window = { readonly from: number; readonly until: number };

/** How bad it is in this world. Shares are of calls, records, schedules or mails. */
export type Weather = {
  /** Of every call on a port. */
  readonly faults: number;
  /** Of answers to people that get lost on their way. */
  readonly answersLost: number;
  readonly stream: { readonly dropped: number; readonly doubled: number; readonly late: number };
  readonly schedules: { readonly never: number; readonly doubled: number; readonly late: number };
  /** Of the minutes in which the sweep does not come. */
  readonly sweepsMissed: number;
  /** Of index updates that take seconds instead of milliseconds. */
  readonly indexLags: number;
  /** At most this far apart, in milliseconds. */
  readonly clockSkew: number;
  /** Milliseconds since 1970. Nothing is mailed. */
  readonly mailDown: readonly Window[];
  /** Nobody can look anything up in the directory. */
  readonly directoryDown: readonly Window[];
  /** Nothing comes through the stream. */
  readonly streamDown: readonly Window[];
  /** Of questions; and when there is nobody to ask at all. */
  readonly registers: { readonly silent: number; readonly down: readonly Window[] };
};

export const isIn = (windows: readonly Window[], ms: number): boolean =>
  windows.some(({ from, until }) => from <= ms && ms < until);
/** When the trouble of this moment is over; the moment itself when there is none. */
export const endOfTrouble = (windows: readonly Window[], ms: number): number =>
  windows.find(({ from, until }) => from <= ms && ms < until)?.until ?? ms;

/** When mail can be written and sent; the moment itself when it can now. */
export function endOfOutages(weather: Pick<Weather, 'mailDown' | 'directoryDown'>, ms: number): number {
  const until = endOfTrouble(weather.directoryDown, endOfTrouble(weather.mailDown, ms));
  return until > ms ? endOfOutages(weather, until) : ms;
}

/** Of what a mail needs, in their order. */
export const outagesOf = ({
  mailDown,
  directoryDown,
}: Pick<Weather, 'mailDown' | 'directoryDown'>): readonly Window[] =>
  [...mailDown, ...directoryDown].sort((one, other) => one.from - other.from);

const CALM: Weather = {
  faults: 0,
  answersLost: 0,
  stream: { dropped: 0, doubled: 0, late: 0 },
  schedules: { never: 0, doubled: 0, late: 0 },
  sweepsMissed: 0,
  indexLags: 0,
  clockSkew: 0,
  mailDown: [],
  directoryDown: [],
  streamDown: [],
  registers: { silent: 0, down: [] },
};

/** A world in four is calm: there every promise is held to its second. The others have up to a fault in every tenth call. */
export function weatherOf(dice: Dice, from: number, until: number): Weather {
  if (dice.chance(0.25)) return CALM;
  const faults = dice.oneOf([0, 0.002, 0.01, 0.03, 0.1]);
  const share = (): number => dice.oneOf([0, 0.01, 0.1, 0.5]);
  const windows = (count: number, length: number): Window[] =>
    Array.from({ length: count }, () => dice.between(from, until))
      .sort((one, other) => one - other)
      .map((start) => ({ from: start, until: start + length }))
      .filter((one, index, all) => index === 0 || one.from > all[index - 1]!.until + days(1));
  return {
    faults,
    answersLost: dice.oneOf([0, 0.01, 0.1]),
    stream: { dropped: dice.oneOf([0, 0.1, 1]), doubled: share(), late: share() },
    schedules: { never: dice.oneOf([0, 0.1, 1]), doubled: share(), late: share() },
    sweepsMissed: dice.oneOf([0, 0.02, 0.2]),
    indexLags: share(),
    clockSkew: dice.oneOf([0, 400, 3_000]),
    mailDown: windows(dice.between(0, 6), hours(6)),
    streamDown: windows(dice.between(0, 2), days(3)),
    directoryDown: windows(dice.between(0, 3), hours(dice.between(1, 5))),
    registers: { silent: share(), down: windows(dice.between(0, 4), hours(3)) },
  };
}
