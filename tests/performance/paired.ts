/** Asks the same of several tables in turn, so that what the machine does at that moment strikes all of them alike. */
export type Compared = {
  /** Medians, in milliseconds. */
  readonly medians: readonly number[];
  /** Of each table against the first: the median of the ratios of each round. The first is 1. */
  readonly ratios: readonly number[];
  readonly rounds: number;
};

/** Bounded in count and in time; never fewer than so many rounds that a median means something. */
const ROUNDS = 120;
const LEAST_ROUNDS = 40;
const MOST_MS = 12_000;
const WARM_UP = 10;

export async function compare(asked: readonly (() => Promise<unknown>)[]): Promise<Compared> {
  const rounds: (readonly number[])[] = [];
  const began = performance.now();
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    const times = await inTurn(asked, round);
    if (round >= WARM_UP) rounds.push(times);
    if (rounds.length >= LEAST_ROUNDS && performance.now() - began > MOST_MS) break;
  }
  const of = (pick: (times: readonly number[]) => number) => median(rounds.map(pick));
  return {
    medians: asked.map((_, index) => of((times) => times[index] ?? Number.NaN)),
    ratios: asked.map((_, index) => of((times) => (times[index] ?? Number.NaN) / (times[0] ?? Number.NaN))),
    rounds: rounds.length,
  };
}

/** Whoever goes first changes each round: an engine that just slept, or just cleaned up, is nobody's in particular. */
async function inTurn(asked: readonly (() => Promise<unknown>)[], round: number): Promise<readonly number[]> {
  const times: number[] = [];
  for (let step = 0; step < asked.length; step += 1) {
    const index = (round + step) % asked.length;
    const began = performance.now();
    await asked[index]?.();
    times[index] = performance.now() - began;
  }
  return times;
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
