import { expect } from 'vitest';
import type { SignalId } from '#shared/domain/ids.ts';
import { type EpochSeconds, plusElapsed } from '#shared/domain/time.ts';
import { aSignal, DAY, HOUR, NOW, nextOf } from '#shared/testing/builders.ts';
import type { Behaves } from '#shared/testing/contract.ts';
import { added, addedAll, ids, type OpenSignals } from './signals-at-hand.ts';

export function waking(behaves: Behaves, open: OpenSignals): void {
  const wakesAt = (at: EpochSeconds) => aSignal({ nextAt: at });

  behaves('wakes the signals whose moment has come, to the second', async () => {
    const { signals } = await open();
    const [past, now] = await addedAll(signals, [
      wakesAt(plusElapsed(NOW, -1)),
      wakesAt(NOW),
      wakesAt(plusElapsed(NOW, 1)),
    ]);
    expect([...(await signals.due(NOW, 10))].sort()).toEqual([past.id, now.id].sort());
  });

  behaves('wakes nobody twice for a moment that was moved', async () => {
    const { signals } = await open();
    const signal = await added(signals, wakesAt(NOW));
    const later = plusElapsed(NOW, HOUR);
    await signals.replace(nextOf(signal, { nextAt: later }));
    expect(await signals.due(NOW, 10)).toEqual([]);
    expect(await signals.due(later, 10)).toEqual([signal.id]);
  });

  behaves('looks in every corner, and keeps to its limit in each', async () => {
    const { signals } = await open();
    const all = await addedAll(
      signals,
      Array.from({ length: 60 }, (_, number) => wakesAt(plusElapsed(NOW, number))),
    );
    const end = plusElapsed(NOW, 1_000);
    expect([...(await signals.due(end, 100))].sort()).toEqual(ids(all).sort());
    const one = await signals.due(end, 1);
    expect(one.length).toBeGreaterThan(1);
    expect(one.length).toBeLessThan(20);
    expect(one, 'the oldest of all is the first of its corner').toContain(all[0]?.id);
  });

  behaves('reaches everybody with a small limit, if those who were woken move on', async () => {
    const { signals } = await open();
    const waiting = new Map(
      (
        await addedAll(
          signals,
          Array.from({ length: 30 }, () => wakesAt(NOW)),
        )
      ).map((signal) => [signal.id, signal]),
    );
    for (let sweep = 0; sweep < 30 && waiting.size > 0; sweep += 1) {
      for (const id of await signals.due(NOW, 2)) {
        const signal = waiting.get(id);
        if (signal) await signals.replace(nextOf(signal, { nextAt: plusElapsed(NOW, DAY) }));
        waiting.delete(id);
      }
    }
    expect([...waiting.keys()]).toEqual([]);
  });

  behaves('wakes the oldest first within each corner', async () => {
    const { signals } = await open();
    const moments = new Map<SignalId, number>();
    for (let number = 0; number < 40; number += 1) {
      const at = plusElapsed(NOW, (number * 7) % 40);
      const signal = await added(signals, wakesAt(at));
      moments.set(signal.id, at);
    }
    const order = (await signals.due(plusElapsed(NOW, DAY), 100)).map((one) => moments.get(one) ?? 0);
    const corners = order.filter((at, index) => at < (order[index - 1] ?? 0)).length + 1;
    expect(order).toHaveLength(40);
    expect(corners, 'one rising run of moments for each corner').toBeLessThan(20);
  });
}
