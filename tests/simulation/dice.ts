/** Chance that comes out the same again for the same seed (sfc32, seeded by splitmix32). Nothing in a simulation may ask another. */
export type Dice = {
  /** From 0 up to, not including, 1. */
  roll(): number;
  chance(share: number): boolean;
  /** A whole number, both ends included. */
  between(from: number, until: number): number;
  oneOf<T>(list: readonly T[]): T;
  /** One of the names, each as often as its weight says. */
  weighted<Name extends string>(weights: Readonly<Record<Name, number>>): Name;
  /** A waiting time: mostly short, now and then long (exponential), capped at twelve times its mean. */
  wait(mean: number): number;
  /** Dice of their own for one purpose, so that one more roll there moves nothing here. */
  fork(purpose: number): Dice;
};

export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  const split = (): number => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  };
  let [a, b, c, count] = [split(), split(), split(), 1];
  const roll = (): number => {
    const sum = (((a + b) >>> 0) + count) >>> 0;
    count = (count + 1) >>> 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) >>> 0;
    c = ((c << 21) | (c >>> 11)) >>> 0;
    c = (c + sum) >>> 0;
    return sum / 4_294_967_296;
  };
  const pick = <T>(list: readonly T[]): T => {
    const chosen = list[Math.floor(roll() * list.length)];
    if (chosen === undefined) throw new RangeError('nothing to choose from');
    return chosen;
  };
  return {
    roll,
    chance: (share) => roll() < share,
    between: (from, until) => from + Math.floor(roll() * (until - from + 1)),
    oneOf: pick,
    weighted(weights) {
      const names = Object.keys(weights) as (keyof typeof weights)[];
      let left = roll() * names.reduce((sum, name) => sum + weights[name], 0);
      for (const name of names) {
        left -= weights[name];
        if (left < 0) return name;
      }
      return pick(names);
    },
    wait: (mean) => Math.min(12, -Math.log(1 - roll())) * mean,
    fork: (purpose) => diceOf(Math.imul(seed + 1, 0x85ebca6b) ^ Math.imul(purpose + 1, 0xc2b2ae35)),
  };
}
