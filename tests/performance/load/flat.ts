import type { SignalId } from '#shared/domain/ids.ts';
import { now } from '#shared/runtime/now.ts';
import { aSignal } from '#shared/testing/builders.ts';
import { percentile } from './drive.ts';
import type { HandlersTarget, Stores } from './handlers-target.ts';

const ROUNDS = 120;
const WARM_UP = 20;
/** Percent of noise that two equal tables show on a busy machine. */
export const MAX_RATIO = 1.2;

type Place = { readonly stores: Pick<Stores, 'signals'>; readonly target: Pick<HandlersTarget, 'advance'> };

/** Milliseconds that one new signal takes until its owner was written to: medians among few and among many, and the median ratio of the pairs. */
export async function advanceAmong(few: Place, many: Place) {
  const pairs: { readonly few: number; readonly many: number }[] = [];
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    const fewFirst = round % 2 === 0;
    const one = await advanceOne(fewFirst ? few : many);
    const other = await advanceOne(fewFirst ? many : few);
    if (round >= WARM_UP) pairs.push(fewFirst ? { few: one, many: other } : { few: other, many: one });
  }
  const median = (values: readonly number[]) =>
    percentile(
      values.toSorted((a, b) => a - b),
      0.5,
    );
  return {
    few: median(pairs.map((pair) => pair.few)),
    many: median(pairs.map((pair) => pair.many)),
    ratio: median(pairs.map((pair) => pair.many / pair.few)),
  };
}

async function advanceOne({ stores, target }: Place): Promise<number> {
  const signal = aSignal({ receivedAt: now() });
  await stores.signals.add(signal);
  const id: SignalId = signal.id;
  const began = performance.now();
  await target.advance(id);
  return performance.now() - began;
}
