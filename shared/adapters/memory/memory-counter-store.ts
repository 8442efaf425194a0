import type { CounterStore } from '#shared/ports/counter-store.ts';
import { counterKey } from '../dynamo/keys.ts';
import type { MemoryWorld } from './memory-world.ts';

export const memoryCounterStore = ({ statistics }: MemoryWorld): CounterStore => ({
  async count(what, month) {
    const key = counterKey(what, month);
    statistics.put({ ...key, kind: 'counter', count: Number(statistics.get(key)?.['count'] ?? 0) + 1 });
  },
});
