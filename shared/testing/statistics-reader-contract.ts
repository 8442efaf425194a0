import { expect } from 'vitest';
import { type Fact, factOf } from '#shared/domain/fact.ts';
import { partnerId } from '#shared/domain/ids.ts';
import { plusElapsed } from '#shared/domain/time.ts';
import type { SignalStore } from '#shared/ports/signal-store.ts';
import type { StatisticsReader } from '#shared/ports/statistics-reader.ts';
import { anAssignedSignal, auditAndFactOf, DAY, HOUR, moment, NOW, nextOf } from './builders.ts';
import { contract, type Skips } from './contract.ts';

export type OpenStatistics = () => Promise<{ readonly signals: SignalStore; readonly statistics: StatisticsReader }>;

/** What the reader of facts promises. `open` gives empty tables, shared with the store that writes them. */
export function statisticsReaderContract(open: OpenStatistics, skips: Skips = {}): void {
  contract('statistics', skips, (behaves) => {
    /** A signal with a whole life, and the fact that it leaves. */
    const lived = async (signals: SignalStore, receivedAt: typeof NOW): Promise<Fact> => {
      const signal = anAssignedSignal({ receivedAt });
      await signals.add(signal);
      const next = nextOf(signal, {
        status: 'closed',
        triage: { at: plusElapsed(receivedAt, 5 * HOUR), tested: ['own-contacts'], decision: 'follow-up' },
        attempts: [{ at: plusElapsed(receivedAt, 20 * HOUR), way: 'visit', result: 'nobody-home' }],
        contact: {
          at: plusElapsed(receivedAt, 30 * HOUR),
          way: 'visit',
          informed: 'handed',
          consent: 'keep',
          wishes: [],
          referrals: ['welfare', 'housing'],
          alarm: false,
        },
        closing: { at: plusElapsed(receivedAt, 40 * HOUR), outcome: 'referred' },
      });
      await signals.change(next, auditAndFactOf(next));
      return factOf(next, next.lastActedAt);
    };
    const byId = (facts: readonly Fact[]) => [...facts].sort((one, other) => (one.id < other.id ? -1 : 1));

    behaves('gives the facts of the months that are asked for, whole, and no others', async () => {
      const { signals, statistics } = await open();
      const january = await lived(signals, moment('2026-01-20T10:00:00Z'));
      const march = [await lived(signals, NOW), await lived(signals, NOW)];
      await lived(signals, moment('2026-02-20T10:00:00Z'));
      const found = await statistics.factsOf(['2026-01', '2026-03', '2026-04']);
      expect(byId(found)).toStrictEqual(byId([january, ...march]));
      expect(await statistics.factsOf(['2026-04'])).toEqual([]);
      expect(await statistics.factsOf([])).toEqual([]);
    });

    behaves('gives of practice how the partner did, once as it last was, and never counts it', async () => {
      const { signals, statistics } = await open();
      const practice = { partnerId: partnerId('centrum'), until: plusElapsed(NOW, 7 * DAY) };
      const sent = anAssignedSignal({ practice });
      await signals.add(sent);
      await signals.change(nextOf(sent), auditAndFactOf(sent, { event: 'assign', by: 'system' }));
      const [under] = await statistics.practices();
      expect(under).toMatchObject({ signalId: sent.id, partnerId: 'centrum', sentAt: NOW });
      expect(under?.reactedAt).toBeUndefined();

      const reacted = nextOf(nextOf(sent), { version: 2, status: 'following-up' });
      const beside = auditAndFactOf(reacted, { at: plusElapsed(NOW, HOUR) });
      await signals.change(reacted, beside);
      const fact = factOf(reacted, reacted.lastActedAt, 'erased');
      const record = { id: sent.id, day: '2026-03-03', removeAt: plusElapsed(NOW, HOUR) };
      await signals.erase(reacted, { record, ledger: record }, { ...beside, fact });
      expect(await statistics.practices()).toMatchObject([{ signalId: sent.id, reactedAt: plusElapsed(NOW, HOUR) }]);
      expect(await statistics.factsOf(['2026-03'])).toEqual([]);
    });

    behaves('gives the fact as it last was, once, also when the signal is gone', async () => {
      const { signals, statistics } = await open();
      const signal = anAssignedSignal();
      await signals.add(signal);
      const next = nextOf(signal, { version: 2 });
      await signals.change(next, auditAndFactOf(next));
      const fact = factOf(next, next.lastActedAt, 'erased');
      const record = { id: next.id, day: '2026-03-03', removeAt: plusElapsed(NOW, HOUR) };
      await signals.erase(next, { record, ledger: record }, { ...auditAndFactOf(next), fact });
      expect(await statistics.factsOf(['2026-03'])).toStrictEqual([fact]);
    });

    behaves('gives more than fits into one answer', async () => {
      const { signals, statistics } = await open();
      const signal = anAssignedSignal();
      await signals.add(signal);
      // Longer than facts are, so that sixty of them pass the megabyte of one answer.
      const outcome = 'o'.repeat(20_000);
      let last = signal;
      for (let count = 0; count < 60; count += 1) {
        const next = nextOf(last, { factId: anAssignedSignal().factId });
        await signals.change(next, { ...auditAndFactOf(next), fact: { ...factOf(next, next.lastActedAt), outcome } });
        last = next;
      }
      expect(await statistics.factsOf(['2026-03'])).toHaveLength(60);
    });
  });
}
