import fc from 'fast-check';
import { expect } from 'vitest';
import { erasureOf } from '#shared/domain/erasure.ts';
import { factOf } from '#shared/domain/fact.ts';
import { memberId, neighbourhoodId, type PartnerId, partnerId, type SignalId } from '#shared/domain/ids.ts';
import type { IncomingRequest } from '#shared/domain/resident-request.ts';
import type { Settled } from '#shared/domain/settle.ts';
import type { Assignment, Signal } from '#shared/domain/signal.ts';
import { type EpochSeconds, plusElapsed } from '#shared/domain/time.ts';
import type { PageRequest } from '#shared/ports/page.ts';
import type { RequestIntake, Taken } from '#shared/ports/signal-intake.ts';
import type { SignalRow, SignalStore, StatusReader } from '#shared/ports/signal-store.ts';
import { anySignal } from './arbitraries.ts';
import {
  anAssignedSignal,
  aReport,
  aReporter,
  aSignal,
  aSignalId,
  besideOf,
  DAY,
  HOUR,
  NOW,
  nextOf,
  rules,
} from './builders.ts';
import { allAtOnce, type Behaves, contract, type RawTables, type Skips } from './contract.ts';

export type OpenSignals = () => Promise<{
  readonly signals: SignalStore;
  readonly statuses: StatusReader;
  readonly requests: RequestIntake;
  /** All rows of Signals, Statistics and Audit. */
  dump(): Promise<Pick<RawTables, 'signals' | 'statistics' | 'audit'>>;
}>;

/** What a store of signals promises. `open` gives an empty one. */
export function signalStoreContract(open: OpenSignals, skips: Skips = {}): void {
  contract('signal store', skips, (behaves) => {
    adding(behaves, open);
    finding(behaves, open);
    replacing(behaves, open);
    changing(behaves, open);
    erasing(behaves, open);
    waking(behaves, open);
    listingOwners(behaves, open);
    listingSeveralOwners(behaves, open);
    listingBackups(behaves, open);
    listingAddresses(behaves, open);
    takingRequests(behaves, open);
    readingStatus(behaves, open);
  });
}

/** What who sends it again may hear of it, and no more. */
const takenOf = ({ contentDigest, deadlines }: Signal): Taken => ({
  kind: 'signal',
  ...(contentDigest !== undefined && { contentDigest }),
  deadlines,
});

function adding(behaves: Behaves, open: OpenSignals): void {
  behaves('keeps a new signal as it came in', async () => {
    const { signals } = await open();
    const signal = anAssignedSignal();
    expect(await signals.add(signal)).toEqual({ kind: 'added' });
    expect(await signals.find(signal.id)).toStrictEqual(plain(signal));
  });

  behaves('gives back every signal exactly as it was written', async () => {
    const { signals } = await open();
    await fc.assert(
      fc.asyncProperty(anySignal, async (signal) => {
        expect(await signals.add(signal)).toEqual({ kind: 'added' });
        expect(await signals.find(signal.id)).toStrictEqual(plain(signal));
        const next = nextOf(signal);
        expect(await signals.replace(next)).toBe('replaced');
        expect(await signals.find(signal.id)).toStrictEqual(plain(next));
      }),
      { numRuns: 100 },
    );
  });

  behaves('adds a signal once, and says when it comes again what was promised', async () => {
    const { signals, dump } = await open();
    const first = aSignal();
    await signals.add(first);
    expect(await signals.add(first)).toStrictEqual({ kind: 'taken', by: takenOf(first) });
    expect((await dump()).signals).toHaveLength(1);
  });

  behaves('overwrites nothing when other content comes under the same key', async () => {
    const { signals } = await open();
    const first = aSignal({ contentDigest: 'a'.repeat(64) });
    const other = aSignal({ id: first.id, contentDigest: 'b'.repeat(64), report: aReport({ explanation: 'anders' }) });
    await signals.add(first);
    expect(await signals.add(other)).toStrictEqual({ kind: 'taken', by: takenOf(first) });
    expect(await signals.find(first.id)).toStrictEqual(plain(first));
  });

  behaves('adds no signal in the place of an erased one', async () => {
    const { signals } = await open();
    const signal = await added(signals, aSignal());
    const erasure = erasureOf(signal, rules, NOW);
    await signals.erase(signal, erasure, besideOf(signal));
    expect(await signals.add(signal)).toEqual({ kind: 'taken', by: { kind: 'erased' } });
    expect(await signals.find(signal.id)).toBeUndefined();
  });

  behaves('refuses a signal that is larger than a row may be, and writes nothing', async () => {
    const { signals, dump } = await open();
    const tooLarge = { report: aReport({ explanation: 'x'.repeat(450_000) }) };
    await expect(signals.add(aSignal(tooLarge))).rejects.toThrow();
    const signal = await added(signals, aSignal());
    const next = nextOf(signal, tooLarge);
    await expect(signals.change(next, besideOf(next))).rejects.toThrow();
    expect(await signals.find(signal.id)).toStrictEqual(plain(signal));
    expect(await dump()).toMatchObject({ signals: [{ pk: signal.id }], audit: [], statistics: [] });
  });

  behaves('adds one of fifty that come at once, and shows it to the others', async () => {
    const { signals } = await open();
    const id = aSignalId();
    const outcomes = await allAtOnce(50, (number) => signals.add(aSignal({ id, contentDigest: digest(number) })));
    const winner = await signals.find(id);
    expect(outcomes.filter(({ kind }) => kind === 'added')).toHaveLength(1);
    expect(outcomes.filter(({ kind }) => kind === 'taken')).toEqual(
      Array(49).fill({ kind: 'taken', by: winner && takenOf(winner) }),
    );
  });
}

function finding(behaves: Behaves, open: OpenSignals): void {
  behaves('finds nothing under an unknown id', async () => {
    const { signals } = await open();
    expect(await signals.find(aSignalId())).toBeUndefined();
  });

  behaves('shows the system a signal whose time is over: it has to be able to end it', async () => {
    const { signals } = await open();
    const over = await added(signals, aClosedSignal({ expiresAt: plusElapsed(NOW, -DAY) }));
    expect(await signals.find(over.id)).toStrictEqual(plain(over));
  });

  behaves('finds many at once, those that exist, each once', async () => {
    const { signals } = await open();
    const [one, other, gone] = await addedAll(signals, [aSignal(), aSignal(), aSignal()]);
    await signals.erase(gone, erasureOf(gone, rules, NOW), besideOf(gone));
    const found = await signals.findAll([one.id, other.id, gone.id, aSignalId(), one.id]);
    expect(byId(found)).toStrictEqual(byId([plain(one), plain(other)]));
  });

  behaves('finds a hundred at once, and none of none', async () => {
    const { signals } = await open();
    const many = await addedAll(
      signals,
      Array.from({ length: 100 }, () => aSignal({ report: aReport({ explanation: 'x'.repeat(2_000) }) })),
    );
    const found = await signals.findAll(many.map(({ id }) => id));
    expect(byId(found)).toStrictEqual(byId(many.map(plain)));
    expect(await signals.findAll([])).toEqual([]);
  });

  behaves('refuses to look for more than a hundred', async () => {
    const { signals } = await open();
    await expect(signals.findAll(Array.from({ length: 101 }, () => aSignalId()))).rejects.toThrow(RangeError);
  });
}

function replacing(behaves: Behaves, open: OpenSignals): void {
  behaves('replaces the state that the next one was computed from', async () => {
    const { signals, dump } = await open();
    const signal = await added(signals, aSignal());
    const next = nextOf(signal, { wakeSetFor: NOW });
    expect(await signals.replace(next)).toBe('replaced');
    expect(await signals.find(signal.id)).toStrictEqual(plain(next));
    expect(await dump()).toMatchObject({ audit: [], statistics: [] });
  });

  behaves('replaces no state that somebody else wrote in between', async () => {
    const { signals } = await open();
    const signal = await added(signals, aSignal());
    const theirs = nextOf(signal, { version: 2 });
    await signals.replace(theirs);
    expect(await signals.replace(nextOf(signal, { wakeSetFor: NOW }))).toBe('conflict');
    expect(await signals.find(signal.id)).toStrictEqual(plain(theirs));
  });

  behaves('replaces no state that is not there yet', async () => {
    const { signals } = await open();
    const signal = await added(signals, aSignal());
    expect(await signals.replace(nextOf(nextOf(signal)))).toBe('conflict');
    expect(await signals.find(signal.id)).toStrictEqual(plain(signal));
  });

  behaves('makes no signal out of a replacement', async () => {
    const { signals, dump } = await open();
    const never = aSignal();
    expect(await signals.replace(nextOf(never))).toBe('conflict');
    expect(await signals.replace({ ...never, revision: 0 })).toBe('conflict');
    expect(await signals.change(nextOf(never), besideOf(never))).toBe('conflict');
    expect(await signals.erase(never, erasureOf(never, rules, NOW, 'f'.repeat(64)), besideOf(never))).toBe('conflict');
    expect(await dump()).toMatchObject({ signals: [], statistics: [], audit: [] });
  });

  behaves('never brings an erased signal back, whatever still wants to write to it', async () => {
    const { signals, dump } = await open();
    const signal = await added(signals, aSignal());
    await signals.erase(signal, erasureOf(signal, rules, NOW), besideOf(signal));
    const before = await dump();
    for (const late of [signal, nextOf(signal), nextOf(nextOf(signal))]) {
      expect(await signals.replace(late)).toBe('conflict');
      expect(await signals.change(late, besideOf(late))).toBe('conflict');
    }
    expect(await signals.find(signal.id)).toBeUndefined();
    expect(sorted(await dump())).toEqual(sorted(before));
  });

  behaves('lets one of twenty win that replace the same state at once', async () => {
    const { signals } = await open();
    const signal = await added(signals, aSignal());
    const claims = Array.from({ length: 20 }, (_, number) =>
      nextOf(signal, { claim: { effect: 'notify-1', token: `token-${number}`, until: plusElapsed(NOW, 60) } }),
    );
    const outcomes = await allAtOnce(20, (number) => signals.replace(claims[number] ?? signal));
    expect(outcomes.filter((outcome) => outcome === 'replaced')).toHaveLength(1);
    const winner = claims[outcomes.indexOf('replaced')];
    expect(await signals.find(signal.id)).toStrictEqual(winner && plain(winner));
  });

  behaves('forgets what the next state no longer holds', async () => {
    const { signals, dump } = await open();
    const { reporter: _reporter, ...rest } = await added(signals, aSignal({ reporter: aReporter({ name: CANARY }) }));
    expect(await signals.replace(nextOf(rest))).toBe('replaced');
    expect(JSON.stringify(await dump())).not.toContain(CANARY);
  });
}

function changing(behaves: Behaves, open: OpenSignals): void {
  behaves('changes a signal together with its audit line and its fact', async () => {
    const { signals, dump } = await open();
    const signal = await added(signals, anAssignedSignal());
    const next = nextOf(signal, { status: 'following-up', version: 2 });
    const beside = besideOf(next, { event: 'triage', reason: 'because' });
    expect(await signals.change(next, beside)).toBe('replaced');
    expect(await signals.find(signal.id)).toStrictEqual(plain(next));
    const { audit, statistics } = await dump();
    expect(audit).toEqual([
      {
        pk: signal.id,
        sk: expect.any(String),
        at: NOW,
        event: 'triage',
        by: memberId('anna'),
        reason: 'because',
        doerMonth: 'anna#2026-03',
        ttl: beside.audit.removeAt,
      },
    ]);
    const { id: _id, ...fact } = beside.fact;
    expect(statistics).toEqual([expect.objectContaining(fact)]);
  });

  behaves('leaves no audit line and no fact of a change that came late', async () => {
    const { signals, dump } = await open();
    const signal = await added(signals, aSignal());
    await signals.replace(nextOf(signal));
    expect(await signals.change(nextOf(signal), besideOf(signal))).toBe('conflict');
    expect(await dump()).toMatchObject({ audit: [], statistics: [] });
  });

  behaves('lets one of ten changes win that start from the same state, with one audit line and one fact', async () => {
    const { signals, dump } = await open();
    const signal = await added(signals, anAssignedSignal());
    const outcomes = await allAtOnce(10, (number) => {
      const next = nextOf(signal, { version: 2, history: [{ at: NOW, what: `change-${number}` }] });
      return signals.change(next, besideOf(next, { by: memberId(`member-${number}`) }));
    });
    expect(outcomes.filter((outcome) => outcome === 'replaced')).toHaveLength(1);
    const winner = outcomes.indexOf('replaced');
    const { audit, statistics } = await dump();
    expect(audit.map(({ by }) => by)).toEqual([`member-${winner}`]);
    expect(statistics).toHaveLength(1);
    expect((await signals.find(signal.id))?.history).toEqual([{ at: NOW, what: `change-${winner}` }]);
  });

  behaves('lets either a click or the bookkeeping of the system win, never both', async () => {
    const { signals, dump } = await open();
    for (let round = 0; round < 10; round += 1) {
      const signal = await added(signals, anAssignedSignal());
      const clicked = nextOf(signal, { version: 2 });
      const booked = nextOf(signal, { wakeSetFor: NOW });
      const outcomes = await Promise.all([signals.change(clicked, besideOf(clicked)), signals.replace(booked)]);
      expect([...outcomes].sort()).toEqual(['conflict', 'replaced']);
      const lines = (await dump()).audit.filter(({ pk }) => pk === signal.id);
      expect(lines).toHaveLength(outcomes[0] === 'replaced' ? 1 : 0);
      expect(await signals.find(signal.id)).toStrictEqual(plain(outcomes[0] === 'replaced' ? clicked : booked));
    }
  });

  behaves('keeps an audit line of each change, also in the same second, and one fact of the signal', async () => {
    const { signals, dump } = await open();
    const signal = await added(signals, anAssignedSignal());
    const planned = nextOf(signal, { status: 'following-up' });
    const closed = nextOf(planned, { status: 'closed', closing: { at: NOW, outcome: 'moved' } });
    await signals.change(planned, besideOf(planned, { event: 'plan' }));
    await signals.change(closed, besideOf(closed, { event: 'plan' }));
    const { audit, statistics } = await dump();
    expect(audit).toHaveLength(2);
    expect(statistics).toEqual([expect.objectContaining({ status: 'closed', outcome: 'moved' })]);
  });
}

function erasing(behaves: Behaves, open: OpenSignals): void {
  behaves('leaves a day in the place of a signal, and nothing for any index', async () => {
    const { signals, dump } = await open();
    const signal = await added(signals, inEveryList());
    const erasure = erasureOf(signal, rules, NOW, 'f'.repeat(64));
    expect(await signals.erase(signal, erasure, besideOf(signal, { event: 'erase' }))).toBe('erased');
    expect(await signals.find(signal.id)).toBeUndefined();
    const rows = await dump();
    expect(rows.signals).toEqual([
      {
        pk: signal.id,
        kind: 'erased',
        day: erasure.record.day,
        dueShard: expect.any(String),
        nextAt: erasure.record.removeAt,
        ttl: plusElapsed(erasure.record.removeAt, 7 * DAY),
      },
    ]);
    expect(await everyList(signals)).toEqual([]);
  });

  behaves('keeps an erasure record until its day, has the sweep find it then, and purges it', async () => {
    const { signals, dump } = await open();
    const signal = await added(signals, aSignal());
    const { record, ...erasure } = erasureOf(signal, rules, NOW);
    await signals.erase(signal, { record, ...erasure }, besideOf(signal));

    const tooEarly = plusElapsed(record.removeAt, -1);
    await signals.purge(signal.id, tooEarly);
    expect((await dump()).signals).toHaveLength(1);
    expect(await signals.due(tooEarly, 10)).toEqual([]);

    expect(await signals.due(record.removeAt, 10)).toEqual([signal.id]);
    await signals.purge(signal.id, record.removeAt);
    await signals.purge(signal.id, record.removeAt);
    expect((await dump()).signals).toEqual([]);
  });

  behaves('purges no signal, however old, and nothing that does not exist', async () => {
    const { signals } = await open();
    const signal = await added(signals, aSignal());
    await signals.purge(signal.id, plusElapsed(NOW, 10_000 * DAY));
    await signals.purge(aSignalId(), NOW);
    expect(await signals.find(signal.id)).toStrictEqual(plain(signal));
  });

  behaves('writes ledger, proof, last fact and audit line with an erasure', async () => {
    const { signals, dump } = await open();
    const signal = await added(signals, anAssignedSignal());
    const { ledger, ...erasure } = erasureOf(signal, rules, NOW, 'f'.repeat(64));
    const beside = { ...besideOf(signal, { event: 'erase' }), fact: factOf(signal, 'erased') };
    await signals.erase(signal, { ledger, ...erasure }, beside);
    const { audit, statistics } = await dump();
    expect(audit).toEqual([expect.objectContaining({ pk: signal.id, event: 'erase' })]);
    const of = (kind: string) => statistics.filter((row) => row['kind'] === kind);
    expect(of('fact')).toEqual([expect.objectContaining({ status: 'erased' })]);
    expect(of('ledger')).toEqual([
      { pk: expect.any(String), sk: signal.id, kind: 'ledger', day: ledger.day, ttl: ledger.removeAt },
    ]);
    const [proof] = of('proof');
    expect(proof).toMatchObject({ day: ledger.day, ttl: erasure.proof?.removeAt });
    expect(JSON.stringify(proof)).toContain('f'.repeat(64));
    expect(JSON.stringify(proof), 'a proof is linked to nothing').not.toContain(signal.id);
  });

  behaves('writes no proof when none was asked for', async () => {
    const { signals, dump } = await open();
    const signal = await added(signals, anAssignedSignal());
    await signals.erase(signal, erasureOf(signal, rules, NOW), besideOf(signal));
    expect((await dump()).statistics.map(({ kind }) => kind).sort()).toEqual(['fact', 'ledger']);
  });

  behaves('keeps nothing that was told about anybody', async () => {
    const { signals, dump } = await open();
    const signal = await added(
      signals,
      inEveryList({
        report: aReport({ explanation: CANARY, address: { houseNumber: 98_765, street: CANARY, town: CANARY } }),
        reporter: aReporter({ name: CANARY, email: `${CANARY}@example.nl`, phone: CANARY }),
        history: [{ at: NOW, what: 'plan', by: { memberId: memberId('anna'), name: CANARY } }],
        plan: { at: NOW, by: { volunteer: CANARY } },
      }),
    );
    expect(JSON.stringify(await dump())).toContain(CANARY);
    await signals.erase(signal, erasureOf(signal, rules, NOW, 'f'.repeat(64)), besideOf(signal));
    const left = JSON.stringify(await dump());
    expect(left).not.toContain(CANARY);
    expect(left).not.toContain('98765');
  });

  behaves('erases no state that it did not see, and then writes nothing at all', async () => {
    const { signals, dump } = await open();
    const signal = await added(signals, aSignal());
    await signals.replace(nextOf(signal));
    const before = await dump();
    expect(await signals.erase(signal, erasureOf(signal, rules, NOW, 'f'.repeat(64)), besideOf(signal))).toBe(
      'conflict',
    );
    expect(await dump()).toEqual(before);
  });

  behaves('erases once', async () => {
    const { signals, dump } = await open();
    const signal = await added(signals, aSignal());
    const erase = (hash: string) => signals.erase(signal, erasureOf(signal, rules, NOW, hash), besideOf(signal));
    const outcomes = await allAtOnce(5, (number) => erase(digest(number)));
    expect(outcomes.filter((outcome) => outcome === 'erased')).toHaveLength(1);
    expect(await erase(digest(9))).toBe('conflict');
    const { audit, statistics } = await dump();
    expect(audit).toHaveLength(1);
    expect(statistics.filter(({ kind }) => kind === 'proof')).toHaveLength(1);
  });

  behaves('lets either an erasure or a click win, never both', async () => {
    const { signals } = await open();
    for (let round = 0; round < 10; round += 1) {
      const signal = await added(signals, anAssignedSignal());
      const clicked = nextOf(signal, { version: 2 });
      const [erased, changed] = await Promise.all([
        signals.erase(signal, erasureOf(signal, rules, NOW), besideOf(signal)),
        signals.change(clicked, besideOf(clicked)),
      ]);
      expect([erased, changed].filter((outcome) => outcome !== 'conflict')).toHaveLength(1);
      expect(await signals.find(signal.id)).toStrictEqual(changed === 'replaced' ? plain(clicked) : undefined);
    }
  });
}

function waking(behaves: Behaves, open: OpenSignals): void {
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

function listingOwners(behaves: Behaves, open: OpenSignals): void {
  const centrum = partnerId('centrum');
  const noord = partnerId('noord');

  behaves('lists the open signals of one owner, with nothing personal', async () => {
    const { signals } = await open();
    const mine = await added(signals, ownedBy(centrum));
    await addedAll(signals, [ownedBy(noord), aSignal(), aClosedSignal()]);
    expect(await signals.listByOwner(centrum, 'open', { limit: 10 })).toEqual({
      items: [
        {
          id: mine.id,
          status: 'assigned',
          ownerId: centrum,
          neighbourhoodId: neighbourhoodId('oude-noorden'),
          deadline: mine.step?.before,
        },
      ],
    });
  });

  behaves('lists a signal without a neighbourhood, too', async () => {
    const { signals } = await open();
    const { neighbourhoodId: _nowhere, ...assignment } = assignedTo(centrum);
    const lost = await added(signals, anAssignedSignal({ assignment }));
    const { items } = await signals.listByOwner(centrum, 'open', { limit: 10 });
    expect(items).toEqual([{ id: lost.id, status: 'assigned', ownerId: centrum, deadline: lost.step?.before }]);
  });

  behaves('lists urgent signals first, then by deadline', async () => {
    const { signals } = await open();
    const [late, soon, urgentLate, urgentSoon] = await addedAll(signals, [
      ownedBy(centrum, { receivedAt: plusElapsed(NOW, 9 * HOUR) }),
      ownedBy(centrum, { receivedAt: plusElapsed(NOW, HOUR) }),
      ownedBy(centrum, { receivedAt: plusElapsed(NOW, 8 * HOUR), report: aReport({ sooner: true }) }),
      ownedBy(centrum, { receivedAt: plusElapsed(NOW, 7 * HOUR), report: aReport({ sooner: true }) }),
    ]);
    const { items } = await signals.listByOwner(centrum, 'open', { limit: 10 });
    expect(ids(items)).toEqual(ids([urgentSoon, urgentLate, soon, late]));
  });

  behaves('lists closed signals apart, those that go first on top, urgent or not', async () => {
    const { signals } = await open();
    const [goesLater, goesFirst] = await addedAll(signals, [
      aClosedSignal({ expiresAt: plusElapsed(NOW, 9 * DAY), report: aReport({ sooner: true }) }),
      aClosedSignal({ expiresAt: plusElapsed(NOW, 2 * DAY) }),
    ]);
    const { items } = await signals.listByOwner(centrum, 'closed', { limit: 10 });
    expect(items.map(({ id, deadline }) => [id, deadline])).toEqual([
      [goesFirst.id, goesFirst.expiresAt],
      [goesLater.id, goesLater.expiresAt],
    ]);
    expect(await signals.listByOwner(centrum, 'open', { limit: 10 })).toEqual({ items: [] });
  });

  behaves('moves a signal from list to list as it changes hands, closes and goes', async () => {
    const { signals } = await open();
    const where = async () => ({
      centrum: (await signals.listByOwner(centrum, 'open', { limit: 10 })).items.length,
      noord: (await signals.listByOwner(noord, 'open', { limit: 10 })).items.length,
      closed: (await signals.listByOwner(noord, 'closed', { limit: 10 })).items.length,
    });
    const received = await added(signals, aSignal());
    expect(await where()).toEqual({ centrum: 0, noord: 0, closed: 0 });
    const assigned = nextOf(received, { status: 'assigned', assignment: assignedTo(centrum) });
    await signals.change(assigned, besideOf(assigned));
    expect(await where()).toEqual({ centrum: 1, noord: 0, closed: 0 });
    const handedOver = nextOf(assigned, { assignment: assignedTo(noord) });
    await signals.change(handedOver, besideOf(handedOver));
    expect(await where()).toEqual({ centrum: 0, noord: 1, closed: 0 });
    const closed = nextOf(handedOver, { status: 'closed', expiresAt: plusElapsed(NOW, DAY) });
    await signals.change(closed, besideOf(closed));
    expect(await where()).toEqual({ centrum: 0, noord: 0, closed: 1 });
    await signals.erase(closed, erasureOf(closed, rules, NOW), besideOf(closed));
    expect(await where()).toEqual({ centrum: 0, noord: 0, closed: 0 });
  });

  behaves('turns pages in order, showing everything once, also when deadlines are equal', async () => {
    const { signals } = await open();
    const all = await addedAll(
      signals,
      Array.from({ length: 23 }, (_, number) =>
        ownedBy(centrum, {
          receivedAt: plusElapsed(NOW, Math.floor(number / 5) * HOUR),
          report: aReport({ sooner: number % 7 === 0 }),
        }),
      ),
    );
    const pages = await allPages((page) => signals.listByOwner(centrum, 'open', page), 5);
    expect(pages.map((page) => page.length)).toEqual([5, 5, 5, 5, 3]);
    expect(ids(pages.flat()).sort()).toEqual(ids(all).sort());
    const urgency = pages.flat().map(({ id, deadline }) => deadline - (isSooner(all, id) ? 1e10 : 0));
    expect(urgency).toEqual([...urgency].sort((one, other) => one - other));
  });

  behaves('has no next page when the last one is full', async () => {
    const { signals } = await open();
    await addedAll(signals, [ownedBy(centrum), ownedBy(centrum), ownedBy(centrum), ownedBy(centrum)]);
    const pages = await allPages((page) => signals.listByOwner(centrum, 'open', page), 2);
    expect(pages.map((page) => page.length)).toEqual([2, 2]);
  });

  behaves('goes on from a signal that has left the list since', async () => {
    const { signals } = await open();
    await addedAll(
      signals,
      [1, 2, 3].map((hour) => ownedBy(centrum, { receivedAt: plusElapsed(NOW, hour * HOUR) })),
    );
    const first = await signals.listByOwner(centrum, 'open', { limit: 1 });
    const [row] = first.items;
    const seen = row && (await signals.find(row.id));
    if (seen) await signals.erase(seen, erasureOf(seen, rules, NOW), besideOf(seen));
    const rest = await signals.listByOwner(centrum, 'open', { limit: 5, ...(first.next && { after: first.next }) });
    expect(rest.items).toHaveLength(2);
  });

  behaves('leads into no other list with a token', async () => {
    const { signals } = await open();
    const [, , , theirs] = await addedAll(signals, [
      ownedBy(centrum),
      ownedBy(centrum),
      ownedBy(noord, { receivedAt: plusElapsed(NOW, -HOUR) }),
      ownedBy(noord, { receivedAt: plusElapsed(NOW, HOUR) }),
    ]);
    const { next = '' } = await signals.listByOwner(centrum, 'open', { limit: 1 });
    const { items } = await signals.listByOwner(noord, 'open', { limit: 5, after: next });
    expect(ids(items)).toEqual([theirs.id]);
  });

  behaves('refuses a page token that it never gave out', async () => {
    const { signals } = await open();
    await added(signals, ownedBy(centrum));
    for (const token of BAD_TOKENS) {
      const asked = signals.listByOwner(centrum, 'open', { limit: 5, after: token });
      await expect(asked, token).rejects.toThrow(RangeError);
      await expect(asked, token).rejects.toMatchObject({ name: 'BadPageToken' });
    }
  });

  behaves('says nothing about anybody in a page token', async () => {
    const { signals } = await open();
    await addedAll(signals, [ownedBy(centrum), ownedBy(centrum)]);
    const { next = '' } = await signals.listByOwner(centrum, 'open', { limit: 1 });
    expect(next).toMatch(/^[A-Za-z0-9_-]+$/);
    expect(Buffer.from(next, 'base64url').toString()).not.toMatch(/centrum|noorden|3034/);
  });
}

function listingSeveralOwners(behaves: Behaves, open: OpenSignals): void {
  const owners = ['noord', 'centrum', 'zuid'].map(partnerId);
  const [noord, centrum] = [partnerId('noord'), partnerId('centrum')];

  behaves('lists the signals of several owners as one list, most urgent first', async () => {
    const { signals } = await open();
    const [late, urgent, soon] = await addedAll(signals, [
      ownedBy(centrum, { receivedAt: plusElapsed(NOW, 9 * HOUR) }),
      ownedBy(noord, { receivedAt: plusElapsed(NOW, 8 * HOUR), report: aReport({ sooner: true }) }),
      ownedBy(noord, { receivedAt: plusElapsed(NOW, HOUR) }),
    ]);
    await added(signals, ownedBy(partnerId('oost')));
    const { items, next } = await signals.listByOwners([...owners, noord], 'open', { limit: 10 });
    expect([ids(items), next]).toEqual([ids([urgent, soon, late]), undefined]);
    expect(await signals.listByOwners(owners, 'closed', { limit: 10 })).toEqual({ items: [] });
    expect(await signals.listByOwners([], 'open', { limit: 10 })).toEqual({ items: [] });
  });

  behaves('turns pages over several owners, showing everything once, also when deadlines are equal', async () => {
    const { signals } = await open();
    const all = await addedAll(
      signals,
      Array.from({ length: 23 }, (_, number) =>
        ownedBy(owners[number % 3] ?? noord, {
          receivedAt: plusElapsed(NOW, Math.floor(number / 10) * HOUR),
          report: aReport({ sooner: number % 7 === 0 }),
        }),
      ),
    );
    for (const limit of [1, 5]) {
      const pages = await allPages((page) => signals.listByOwners(owners, 'open', page), limit);
      expect(pages.map((page) => page.length)).toEqual(
        limit === 1 ? Array.from({ length: 23 }, () => 1) : [5, 5, 5, 5, 3],
      );
      expect(ids(pages.flat()).sort()).toEqual(ids(all).sort());
      const urgency = pages.flat().map(({ id, deadline }) => deadline - (isSooner(all, id) ? 1e10 : 0));
      expect(urgency).toEqual([...urgency].sort((one, other) => one - other));
    }
  });

  behaves('goes on over several owners from a signal that has left the list since', async () => {
    const { signals } = await open();
    await addedAll(signals, [ownedBy(centrum), ownedBy(noord), ownedBy(centrum), ownedBy(noord)]);
    const first = await signals.listByOwners(owners, 'open', { limit: 1 });
    const [row] = first.items;
    const seen = row && (await signals.find(row.id));
    if (seen) await signals.erase(seen, erasureOf(seen, rules, NOW), besideOf(seen));
    const rest = await signals.listByOwners(owners, 'open', { limit: 5, ...(first.next && { after: first.next }) });
    expect(rest.items).toHaveLength(3);
  });

  behaves('refuses for several owners a page token that it never gave out', async () => {
    const { signals } = await open();
    await addedAll(signals, [ownedBy(centrum), ownedBy(centrum)]);
    const { next = '' } = await signals.listByOwner(centrum, 'open', { limit: 1 });
    for (const token of [...BAD_TOKENS, next]) {
      const asked = signals.listByOwners(owners, 'open', { limit: 5, after: token });
      await expect(asked, token).rejects.toMatchObject({ name: 'BadPageToken' });
    }
  });

  behaves('lists open signals whose mail does not arrive, most urgent first, until it does', async () => {
    const { signals } = await open();
    const failed = { 'notify-1-owner-first': { state: 'failed', at: plusElapsed(NOW, 10 * HOUR) } } as const;
    const [later, , first, closes] = await addedAll(signals, [
      ownedBy(centrum, { receivedAt: plusElapsed(NOW, HOUR), mails: failed }),
      ownedBy(centrum),
      ownedBy(noord, { mails: failed }),
      ownedBy(noord, { receivedAt: plusElapsed(NOW, 2 * HOUR), mails: failed }),
    ]);
    expect(await signals.listMailTrouble(10)).toEqual(ids([first, later, closes]));
    expect(await signals.listMailTrouble(1)).toEqual([first.id]);
    const closed = nextOf(closes, { status: 'closed', expiresAt: plusElapsed(NOW, DAY) });
    await signals.change(closed, besideOf(closed));
    const arrived = { state: 'delivered', at: plusElapsed(NOW, 11 * HOUR) } as const;
    await signals.replace(nextOf(first, { mails: { ...failed, 'remind-triage-1-owner-first': arrived } }));
    expect(await signals.listMailTrouble(10)).toEqual([later.id]);
  });
}

function listingBackups(behaves: Behaves, open: OpenSignals): void {
  const noord = partnerId('noord');
  const invited = (changes: Partial<Signal> = {}) =>
    ownedBy(partnerId('centrum'), {
      assignment: { ...assignedTo(partnerId('centrum')), backup: { partnerId: noord, invitedAt: NOW } },
      ...changes,
    });

  behaves('lists for a backup what it was asked to take over, until it is taken over', async () => {
    const { signals } = await open();
    const list = async () => ids((await signals.listByBackup(noord, { limit: 10 })).items);
    const alone = await added(signals, ownedBy(partnerId('centrum')));
    expect(await list()).toEqual([]);
    const asked = nextOf(alone, { assignment: invited().assignment ?? assignedTo(noord) });
    await signals.replace(asked);
    expect(await list()).toEqual([alone.id]);
    const taken = nextOf(asked, { assignment: assignedTo(noord) });
    await signals.change(taken, besideOf(taken));
    expect(await list()).toEqual([]);
  });

  behaves('shows a backup whose signal it is, and nothing personal', async () => {
    const { signals } = await open();
    const signal = await added(signals, invited());
    expect(await signals.listByBackup(noord, { limit: 10 })).toEqual({
      items: [
        {
          id: signal.id,
          status: 'assigned',
          ownerId: partnerId('centrum'),
          neighbourhoodId: neighbourhoodId('oude-noorden'),
          deadline: signal.step?.before,
        },
      ],
    });
  });

  behaves('has nothing left for a backup when a signal is closed or erased', async () => {
    const { signals } = await open();
    const [closes, goes] = await addedAll(signals, [invited(), invited()]);
    const closed = nextOf(closes, { status: 'closed', expiresAt: plusElapsed(NOW, DAY) });
    await signals.change(closed, besideOf(closed));
    await signals.erase(goes, erasureOf(goes, rules, NOW), besideOf(goes));
    expect(await signals.listByBackup(noord, { limit: 10 })).toEqual({ items: [] });
  });

  behaves('turns pages for a backup as for an owner', async () => {
    const { signals } = await open();
    const all = await addedAll(signals, [invited(), invited({ report: aReport({ sooner: true }) }), invited()]);
    const pages = await allPages((page) => signals.listByBackup(noord, page), 2);
    expect(pages.map((page) => page.length)).toEqual([2, 1]);
    expect(pages[0]?.[0]?.id).toBe(all[1].id);
    expect(ids(pages.flat()).sort()).toEqual(ids(all).sort());
    await expect(signals.listByBackup(noord, { limit: 2, after: 'nonsense' })).rejects.toThrow(RangeError);
  });
}

function takingRequests(behaves: Behaves, open: OpenSignals): void {
  const request: IncomingRequest = {
    id: aSignalId(71),
    letterHash: 'c'.repeat(64),
    at: NOW,
    wish: 'copy',
    contact: '0612345678',
  };

  behaves('keeps a request until it is taken away, and shows it as nothing else', async () => {
    const { signals, requests, dump } = await open();
    await requests.drop(request);
    expect(await signals.incoming(request.id)).toStrictEqual(request);
    expect(await signals.find(request.id)).toBeUndefined();
    expect(await signals.findAll([request.id])).toEqual([]);
    expect(await signals.due(NOW, 10)).toEqual([request.id]);
    await signals.purge(request.id, plusElapsed(NOW, 99 * DAY));
    expect(await signals.incoming(request.id)).toStrictEqual(request);
    await signals.removeIncoming(request.id);
    await signals.removeIncoming(request.id);
    expect((await dump()).signals).toEqual([]);
  });

  behaves('takes no signal away in the place of a request', async () => {
    const { signals } = await open();
    const signal = anAssignedSignal();
    await signals.add(signal);
    await signals.removeIncoming(signal.id);
    expect(await signals.incoming(signal.id)).toBeUndefined();
    expect(await signals.find(signal.id)).toStrictEqual(plain(signal));
  });

  behaves('finds the signal of a letter, not the request that asks for it, and nothing once it is erased', async () => {
    const { signals, requests } = await open();
    const signal = anAssignedSignal({ letterHash: request.letterHash });
    await requests.drop(request);
    expect(await signals.findByLetter(request.letterHash)).toBeUndefined();
    await signals.add(signal);
    expect(await signals.findByLetter(request.letterHash)).toBe(signal.id);
    await signals.erase(signal, erasureOf(signal, rules, NOW), besideOf(signal));
    expect(await signals.findByLetter(request.letterHash)).toBeUndefined();
  });
}

function listingAddresses(behaves: Behaves, open: OpenSignals): void {
  const hash = 'a'.repeat(64);
  const at = (minutes: number, addressHash?: string): Settled =>
    anAssignedSignal({ receivedAt: plusElapsed(NOW, minutes * 60), ...(addressHash && { addressHash }) });

  behaves('finds what is at one address, newest first, open and closed alike', async () => {
    const { signals } = await open();
    const [first, second, closed] = [at(1, hash), at(2, hash), { ...at(3, hash), status: 'closed' as const }];
    for (const signal of [second, closed, first, at(4, 'b'.repeat(64)), at(5)]) await signals.add(signal);
    expect(await signals.listAtAddress(hash)).toEqual([closed.id, second.id, first.id]);
    expect(await signals.listAtAddress('c'.repeat(64))).toEqual([]);
  });

  behaves('finds a signal at its address once that is known, and no more when it is erased', async () => {
    const { signals } = await open();
    const signal = at(1);
    await signals.add(signal);
    const known = nextOf(signal, { addressHash: hash });
    await signals.replace(known);
    expect(await signals.listAtAddress(hash)).toEqual([signal.id]);
    await signals.erase(known, erasureOf(known, rules, NOW), besideOf(known));
    expect(await signals.listAtAddress(hash)).toEqual([]);
  });

  behaves('stops at fifty at one address', async () => {
    const { signals } = await open();
    for (let minutes = 0; minutes < 51; minutes += 1) await signals.add(at(minutes, hash));
    expect(await signals.listAtAddress(hash)).toHaveLength(50);
  });
}

function readingStatus(behaves: Behaves, open: OpenSignals): void {
  behaves('tells the public the status of a signal', async () => {
    const { signals, statuses } = await open();
    const signal = await added(signals, aSignal());
    expect(await statuses.statusOf(signal.id, NOW)).toBe('received');
    const assigned = nextOf(signal, { status: 'assigned', assignment: assignedTo(partnerId('centrum')) });
    await signals.change(assigned, besideOf(assigned));
    expect(await statuses.statusOf(signal.id, NOW)).toBe('assigned');
  });

  behaves('keeps what the registers said, and tells the public of an end by them no sooner than it may', async () => {
    const { signals, statuses } = await open();
    const registers = { state: 'answered', at: NOW, answer: 'nobody-registered' } as const;
    const quietUntil = plusElapsed(NOW, 60);
    const waiting = { state: 'waiting', at: NOW, tries: 2, retryAt: quietUntil } as const;
    const [ended, asked] = await addedAll(signals, [
      aClosedSignal({ registers, quietUntil, closing: { at: NOW, outcome: 'ended-by-registers' } }),
      aSignal({ registers: waiting }),
    ]);
    expect(await signals.find(ended.id)).toEqual(ended);
    expect(await signals.find(asked.id)).toEqual(asked);
    expect(await statuses.statusOf(ended.id, plusElapsed(quietUntil, -1))).toBe('assigned');
    expect(await statuses.statusOf(ended.id, quietUntil)).toBe('closed');
  });

  behaves('tells the public the same of what is erased, over or unknown: nothing', async () => {
    const { signals, statuses } = await open();
    const [erased, over] = await addedAll(signals, [aSignal(), aClosedSignal({ expiresAt: NOW })]);
    await signals.erase(erased, erasureOf(erased, rules, NOW), besideOf(erased));
    expect(await statuses.statusOf(erased.id, NOW)).toBeUndefined();
    expect(await statuses.statusOf(over.id, plusElapsed(NOW, -1))).toBe('closed');
    expect(await statuses.statusOf(over.id, NOW)).toBeUndefined();
    expect(await statuses.statusOf(aSignalId(), NOW)).toBeUndefined();
  });
}

const CANARY = 'Kanarie-Vogelzang';

const BAD_TOKENS = [
  '',
  'nonsense',
  '%%%',
  ...[[], {}, null, 7, [1], ['1', 'x'], [1, 'x'], [1.5, '0123456789ABCDEF'], [1, '0123456789ABCDEF', 2]].map(
    (content) => Buffer.from(JSON.stringify(content)).toString('base64url'),
  ),
];

const digest = (number: number): string => String(number).padStart(64, '0');

/** Without the mark of a settled state, which is a type only: what a store gives back. */
const plain = (signal: Settled): Signal => signal;
const byId = <T extends { readonly id: string }>(items: readonly T[]): T[] =>
  [...items].sort((one, other) => (one.id < other.id ? -1 : 1));
const ids = (items: readonly { readonly id: SignalId }[]): SignalId[] => items.map(({ id }) => id);
const isSooner = (signals: readonly Signal[], id: SignalId): boolean =>
  signals.some((signal) => signal.id === id && signal.report.sooner);

const sorted = (tables: object) =>
  Object.entries(tables).map(([name, rows]) => [name, rows.map((row: unknown) => JSON.stringify(row)).sort()]);

async function added(signals: SignalStore, signal: Settled): Promise<Settled> {
  expect(await signals.add(signal)).toEqual({ kind: 'added' });
  return signal;
}

async function addedAll<const Signals extends readonly Settled[]>(
  signals: SignalStore,
  all: Signals,
): Promise<Signals> {
  for (const signal of all) await added(signals, signal);
  return all;
}

const assignedTo = (ownerId: PartnerId): Assignment => ({
  number: 1,
  ownerId,
  neighbourhoodId: neighbourhoodId('oude-noorden'),
  since: NOW,
  formerOwners: [],
});
const ownedBy = (ownerId: PartnerId, changes: Partial<Signal> = {}): Settled =>
  anAssignedSignal({ assignment: assignedTo(ownerId), ...changes });
function aClosedSignal(changes: Partial<Signal> = {}): Settled {
  const { step: _over, ...rest } = ownedBy(partnerId('centrum'));
  return aSignal({
    ...rest,
    status: 'closed',
    closing: { at: NOW, outcome: 'moved' },
    expiresAt: plusElapsed(NOW, DAY),
    ...changes,
  });
}
/** Due, owned, and open to a backup. */
const inEveryList = (changes: Partial<Signal> = {}): Settled =>
  anAssignedSignal({
    assignment: {
      ...assignedTo(partnerId('centrum')),
      backup: { partnerId: partnerId('noord'), invitedAt: NOW },
    },
    nextAt: NOW,
    ...changes,
  });
const everyList = async (signals: SignalStore): Promise<unknown[]> => [
  ...(await signals.listByOwner(partnerId('centrum'), 'open', { limit: 10 })).items,
  ...(await signals.listByOwner(partnerId('centrum'), 'closed', { limit: 10 })).items,
  ...(await signals.listByBackup(partnerId('noord'), { limit: 10 })).items,
];

async function allPages(
  list: (page: PageRequest) => Promise<{ items: readonly SignalRow[]; next?: string }>,
  limit: number,
): Promise<(readonly SignalRow[])[]> {
  const pages: (readonly SignalRow[])[] = [];
  let after: string | undefined;
  do {
    const { items, next } = await list({ limit, ...(after && { after }) });
    pages.push(items);
    after = next;
  } while (after && pages.length < 100);
  return pages;
}
