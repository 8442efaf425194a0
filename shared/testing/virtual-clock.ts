import { type EpochSeconds, plusElapsed } from '#shared/domain/time.ts';

export type VirtualClock = {
  readonly now: () => EpochSeconds;
  /** Lets `seconds` pass and says what time it is then. */
  advance(seconds: number): EpochSeconds;
  moveTo(at: EpochSeconds): void;
};

/** Time that passes only when a test says so. It never runs backwards: a store that saw a later moment would not understand. */
export function virtualClock(start: EpochSeconds): VirtualClock {
  let at = start;
  const moveTo = (to: EpochSeconds): void => {
    if (to < at) throw new RangeError('time does not run backwards');
    at = to;
  };
  return {
    now: () => at,
    advance(seconds) {
      moveTo(plusElapsed(at, seconds));
      return at;
    },
    moveTo,
  };
}
