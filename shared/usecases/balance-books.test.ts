import { describe, expect, it } from 'vitest';
import { memoryErasureLedger, memorySignalCensus } from '#shared/adapters/memory/memory-books.ts';
import { memoryStatisticsReader } from '#shared/adapters/memory/memory-statistics-reader.ts';
import { DESK, partnerId } from '#shared/domain/ids.ts';
import type { Settled } from '#shared/domain/settle.ts';
import { plusElapsed, seconds } from '#shared/domain/time.ts';
import {
  anAssignedSignal,
  aSignal,
  aSignalId,
  auditAndFactOf,
  DAY,
  HOUR,
  NOW,
  nextOf,
  rules,
} from '#shared/testing/builders.ts';
import { aTown, type Town } from '../../tests/support/memory-town.ts';
import { type BalanceBooksDeps, balanceBooks } from './balance-books.ts';

const booksOf = (town: Town): BalanceBooksDeps => ({
  census: memorySignalCensus(town.world),
  statistics: memoryStatisticsReader(town.world),
  ledger: memoryErasureLedger(town.world),
  signals: town.signals,
  rules,
  watch: town.watch,
  now: town.clock.now,
});

/** A signal that is kept with its fact, as every change writes both. */
async function recorded(town: Town, number: number, more: Partial<Settled> = {}): Promise<Settled> {
  const signal = await town.keep(anAssignedSignal({ id: aSignalId(number), ...more }));
  const next = nextOf(signal, {});
  await town.elsewhere.change(next, auditAndFactOf(next));
  return next;
}
async function erased(town: Town, number: number): Promise<Settled> {
  const signal = await recorded(town, number);
  const record = { id: signal.id, day: '2026-03-03', removeAt: plusElapsed(NOW, 35 * 24 * HOUR) };
  const auditAndFact = auditAndFactOf(signal);
  await town.elsewhere.erase(
    signal,
    { record, ledger: record },
    { ...auditAndFact, fact: { ...auditAndFact.fact, status: 'erased' } },
  );
  return signal;
}

describe('the books', () => {
  it('balance: what came in is open, closed, held or ended', async () => {
    const town = await aTown();
    await recorded(town, 1);
    await recorded(town, 2, { status: 'in-contact' });
    await recorded(town, 3, { status: 'closed', closing: { at: NOW, outcome: 'seen-well' } });
    await recorded(town, 4, {
      held: { since: NOW, suspicions: ['too-fast'] },
      assignment: { number: 1, ownerId: DESK, since: NOW, formerOwners: [] },
    });
    await town.keep(aSignal({ id: aSignalId(5) }));
    await erased(town, 6);
    await erased(town, 7);
    expect(await balanceBooks(booksOf(town))).toEqual({
      daysSinceEnd: 0,
      counts: { accepted: 6, open: 3, closed: 1, held: 1, ended: 2 },
      differences: [],
    });
  });

  const assignedTo = (ownerId: typeof DESK) => ({ number: 1, ownerId, since: NOW, formerOwners: [] });
  it.each<[string, Partial<Settled>]>([
    ['that waits for its owner', {}],
    ['that somebody follows up', { status: 'in-contact' }],
    ['that is held', { held: { since: NOW, suspicions: ['too-fast'] }, assignment: assignedTo(DESK) }],
  ])('name a signal %s and is gone though nothing ended it', async (_which, more) => {
    const town = await aTown();
    await recorded(town, 1);
    const lost = await recorded(town, 2, more);
    town.world.signals.remove({ pk: lost.id });
    expect((await balanceBooks(booksOf(town))).differences).toEqual([{ kind: 'lost', factId: lost.factId }]);
  });

  it('name a closed signal that is gone before its day, and no other', async () => {
    const town = await aTown();
    const closed = (days: number): Partial<Settled> => ({
      status: 'closed',
      closing: { at: NOW, outcome: 'seen-well' },
      expiresAt: plusElapsed(NOW, days * 24 * HOUR),
    });
    const lost = await recorded(town, 1, closed(14));
    const ending = await recorded(town, 2, closed(0));
    await recorded(town, 3, closed(14));
    for (const { id } of [lost, ending]) town.world.signals.remove({ pk: id });
    expect((await balanceBooks(booksOf(town))).differences).toEqual([{ kind: 'gone-early', factId: lost.factId }]);
  });

  it('name the facts that were there last night and are not now, though their signals are gone as well', async () => {
    const town = await aTown();
    const [one, other] = [await recorded(town, 1), await recorded(town, 2)];
    await recorded(town, 3);
    const { counts } = await balanceBooks(booksOf(town));
    await town.watch.jobDone('books', { at: town.clock.now(), counts });
    town.clock.advance(40 * 24 * HOUR);
    await recorded(town, 4);
    expect((await balanceBooks(booksOf(town))).differences).toEqual([]);
    for (const { id, factId } of [one, other]) {
      town.world.signals.remove({ pk: id });
      for (const row of town.world.statistics.rows())
        if (row['sk'] === factId) town.world.statistics.remove(row as { pk: string; sk: string });
    }
    expect((await balanceBooks(booksOf(town))).differences).toEqual([{ kind: 'facts-lost', count: 1 }]);
  });

  it('look once more for a signal that the index did not show', async () => {
    const town = await aTown();
    const [hidden] = [await recorded(town, 1), await recorded(town, 2)];
    const deps = booksOf(town);
    let asked = 0;
    const lagging: BalanceBooksDeps = {
      ...deps,
      census: {
        async everyId() {
          asked += 1;
          const ids = await deps.census.everyId();
          return asked === 1 ? ids.filter((id) => id !== hidden.id) : ids;
        },
      },
    };
    expect((await balanceBooks(lagging)).differences).toEqual([]);
    expect(asked).toBe(2);
  });

  it('name a signal that was erased and is there again, as after a restore', async () => {
    const town = await aTown();
    const signal = await recorded(town, 1);
    const [before] = town.world.signals.rows();
    const record = { id: signal.id, day: '2026-03-03', removeAt: plusElapsed(NOW, 35 * 24 * HOUR) };
    const auditAndFact = auditAndFactOf(signal);
    await town.elsewhere.erase(
      signal,
      { record, ledger: record },
      { ...auditAndFact, fact: { ...auditAndFact.fact, status: 'erased' } },
    );
    town.world.signals.put({ ...before, pk: signal.id });
    expect((await balanceBooks(booksOf(town))).differences).toEqual([{ kind: 'returned', signalId: signal.id }]);
  });

  it('look as far back as the municipality keeps what the ledger says', async () => {
    const town = await aTown();
    await erased(town, 1);
    const fiftyDaysOn = { ...booksOf(town), now: () => plusElapsed(NOW, 50 * DAY) };
    const kept = (days: number) => ({ retention: { ...rules.retention, erasureRecord: seconds(days * DAY) } });
    expect((await balanceBooks({ ...fiftyDaysOn, rules: kept(60) })).daysSinceEnd).toBe(50);
    expect((await balanceBooks({ ...fiftyDaysOn, rules: kept(40) })).counts.ended).toBe(0);
  });

  it('miss no signal that was closed and has expired since: its fact says closed for good', async () => {
    const town = await aTown();
    const closed = await recorded(town, 1, { status: 'closed', closing: { at: NOW, outcome: 'seen-well' } });
    town.world.signals.remove({ pk: closed.id });
    expect((await balanceBooks(booksOf(town))).differences).toEqual([]);
  });

  it('name a signal without a fact', async () => {
    const town = await aTown();
    const signal = await town.keep(anAssignedSignal({ id: aSignalId(1) }));
    expect((await balanceBooks(booksOf(town))).differences).toEqual([{ kind: 'unrecorded', signalId: signal.id }]);
  });

  it('find a fact of three years ago, and know the months of a new year', async () => {
    const town = await aTown({ start: NOW });
    const lost = await recorded(town, 1, { receivedAt: plusElapsed(NOW, -2 * 365 * 24 * HOUR) });
    town.world.signals.remove({ pk: lost.id });
    expect((await balanceBooks(booksOf(town))).differences).toEqual([{ kind: 'lost', factId: lost.factId }]);
  });

  it('count more signals than one batch read takes', async () => {
    const town = await aTown();
    for (let number = 1; number <= 205; number += 1)
      await recorded(town, number, {
        assignment: { number: 1, ownerId: partnerId('noord'), since: NOW, formerOwners: [] },
      });
    expect((await balanceBooks(booksOf(town))).counts.open).toBe(205);
  });

  it('are not upset by what happens while they count: a signal that came, was routed, was erased', async () => {
    const town = await aTown();
    const going = await recorded(town, 1);
    const deps = booksOf(town);
    let asked = 0;
    const busy: BalanceBooksDeps = {
      ...deps,
      statistics: {
        async factsOf(months) {
          const facts = await deps.statistics.factsOf(months);
          asked += 1;
          if (asked === 1) {
            const auditAndFact = auditAndFactOf(going);
            const record = { id: going.id, day: '2026-03-03', removeAt: plusElapsed(NOW, 35 * 24 * HOUR) };
            await town.elsewhere.erase(
              going,
              { record, ledger: record },
              { ...auditAndFact, fact: { ...auditAndFact.fact, status: 'erased' } },
            );
            await recorded(town, 2);
          }
          return facts;
        },
      },
    };
    expect((await balanceBooks(busy)).differences).toEqual([]);
  });
});
