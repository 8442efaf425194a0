import { expect } from 'vitest';
import { plusElapsed } from '#shared/domain/time.ts';
import type { Backlog } from '#shared/ports/backlog.ts';
import type { ErasureLedger } from '#shared/ports/erasure-ledger.ts';
import type { SignalCensus } from '#shared/ports/signal-census.ts';
import type { SignalStore } from '#shared/ports/signal-store.ts';
import { anAssignedSignal, aSignalId, auditAndFactOf, HOUR, NOW } from './builders.ts';
import { contract, type Skips } from './contract.ts';

export type OpenBooks = () => Promise<{
  readonly signals: SignalStore;
  readonly census: SignalCensus;
  readonly ledger: ErasureLedger;
  readonly backlog: Backlog;
}>;

/** What the books read: everything that lies in the table of signals, and what ended when. */
export function booksContract(open: OpenBooks, skips: Skips = {}): void {
  contract('books', skips, (behaves) => {
    behaves('finds everything that lies in the table, erasure records too, and what ended on which day', async () => {
      const { signals, census, ledger } = await open();
      const ids = Array.from({ length: 12 }, (_, number) => aSignalId(number + 1));
      for (const id of ids) await signals.add(anAssignedSignal({ id }));
      expect([...(await census.everyId())].sort()).toEqual([...ids].sort());

      const ends = [
        [ids[0], '2026-03-02'],
        [ids[1], '2026-03-03'],
        [ids[2], '2026-03-03'],
      ] as const;
      for (const [id, day] of ends) {
        const signal = await signals.find(id ?? aSignalId());
        if (!signal) throw new Error('this signal was just added');
        const record = { id: signal.id, day, removeAt: plusElapsed(NOW, 35 * 24 * HOUR) };
        await signals.erase(signal, { record, ledger: record }, auditAndFactOf(anAssignedSignal({ id: signal.id })));
      }
      expect([...(await census.everyId())].sort()).toEqual([...ids].sort());
      expect([...(await ledger.endedOn(['2026-03-03', '2026-03-04']))].sort()).toEqual([ids[1], ids[2]].sort());
      expect(await ledger.endedOn(['2026-03-02'])).toEqual([ids[0]]);
      expect(await ledger.endedOn([])).toEqual([]);
    });

    behaves('tells how many signals wait for their moment to be acted on, and since when', async () => {
      const { signals, backlog } = await open();
      expect(await backlog.overdue(NOW)).toEqual({ count: 0 });
      const moments = [-30, -10, -10, 0, 60].map((seconds) => plusElapsed(NOW, seconds));
      for (const nextAt of moments) await signals.add({ ...anAssignedSignal({ id: aSignalId() }), nextAt });
      expect(await backlog.overdue(NOW)).toEqual({ count: 3, oldest: moments[0] });
      expect(await backlog.overdue(plusElapsed(NOW, -30))).toEqual({ count: 0 });
    });
  });
}
