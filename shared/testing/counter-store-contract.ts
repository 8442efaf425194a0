import { expect } from 'vitest';
import type { CounterStore } from '#shared/ports/counter-store.ts';
import { aLocationCode } from './builders.ts';
import { allAtOnce, contract, type RawTables, type Skips } from './contract.ts';

export type OpenCounters = () => Promise<{
  readonly counters: CounterStore;
  dump(): Promise<Pick<RawTables, 'statistics'>>;
}>;

/** What counters promise. `open` gives an empty table. */
export function counterStoreContract(open: OpenCounters, skips: Skips = {}): void {
  const via = (code: string) => ({ kind: 'via', code: aLocationCode(code) }) as const;

  contract('counters', skips, (behaves) => {
    behaves('counts each place and each month by itself, and people who go on by themselves apart', async () => {
      const { counters, dump } = await open();
      await counters.count(via('kapper-jansen'), '2026-03');
      await counters.count(via('kapper-jansen'), '2026-03');
      await counters.count(via('kapper-jansen'), '2026-04');
      await counters.count(via('self-try'), '2026-03');
      await counters.count({ kind: 'self-try' }, '2026-03');
      const rows = (await dump()).statistics.map(({ pk, sk, count }) => `${pk} ${sk} ${count}`);
      expect(rows.sort()).toEqual([
        'counter#2026-03 self-try 1',
        'counter#2026-03 via#kapper-jansen 2',
        'counter#2026-03 via#self-try 1',
        'counter#2026-04 via#kapper-jansen 1',
      ]);
    });

    behaves('tells what was counted in one month, and nothing of another', async () => {
      const { counters } = await open();
      await counters.count(via('kapper-jansen'), '2026-03');
      await counters.count(via('kapper-jansen'), '2026-03');
      await counters.count(via('self-try'), '2026-03');
      await counters.count({ kind: 'self-try' }, '2026-03');
      await counters.count(via('kapper-jansen'), '2026-04');
      const march = [...(await counters.countsOf('2026-03'))].sort((a, b) => b.count - a.count);
      expect(march).toHaveLength(3);
      expect(march[0]).toStrictEqual({ what: via('kapper-jansen'), count: 2 });
      expect(march).toContainEqual({ what: via('self-try'), count: 1 });
      expect(march).toContainEqual({ what: { kind: 'self-try' }, count: 1 });
      expect(await counters.countsOf('2026-04')).toStrictEqual([{ what: via('kapper-jansen'), count: 1 }]);
      expect(await counters.countsOf('2026-05')).toStrictEqual([]);
    });

    behaves('loses none of what is counted at the same time', async () => {
      const { counters, dump } = await open();
      await allAtOnce(25, () => counters.count({ kind: 'self-try' }, '2026-03'));
      expect((await dump()).statistics).toEqual([
        { pk: 'counter#2026-03', sk: 'self-try', kind: 'counter', count: 25 },
      ]);
    });
  });
}
