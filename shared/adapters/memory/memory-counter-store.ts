import type { CounterStore } from '#shared/ports/counter-store.ts';
import { counterKey, counterMonth } from '../dynamo/keys.ts';
import { countFromRow } from '../dynamo/statistics-rows.ts';
import type { MemoryWorld } from './memory-world.ts';

export const memoryCounterStore = ({ statistics }: MemoryWorld): CounterStore => ({
  async count(what, month) {
    const key = counterKey(what, month);
    statistics.put({ ...key, kind: 'counter', count: Number(statistics.get(key)?.['count'] ?? 0) + 1 });
  },
  async countsOf(month) {
    return statistics
      .rows()
      .filter(({ pk }) => pk === counterMonth(month))
      .map(countFromRow);
  },
});
