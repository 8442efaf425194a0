import fc from 'fast-check';
import { expect } from 'vitest';
import { erasureOf } from '#shared/domain/erasure.ts';
import { memberId } from '#shared/domain/ids.ts';
import type { Signal } from '#shared/domain/signal.ts';
import { plusElapsed } from '#shared/domain/time.ts';
import type { Taken } from '#shared/ports/signal-intake.ts';
import { anySignal } from '#shared/testing/arbitraries.ts';
import {
  anAssignedSignal,
  aReport,
  aReporter,
  aSignal,
  aSignalId,
  auditAndFactOf,
  DAY,
  NOW,
  nextOf,
  rules,
} from '#shared/testing/builders.ts';
import { allAtOnce, type Behaves } from '#shared/testing/contract.ts';
import {
  aClosedSignal,
  added,
  addedAll,
  byId,
  CANARY,
  digest,
  type OpenSignals,
  plain,
  sorted,
} from './signals-at-hand.ts';

/** What who sends it again may hear of it, and no more. */
const takenOf = ({ contentDigest, deadlines }: Signal): Taken => ({
  kind: 'signal',
  ...(contentDigest !== undefined && { contentDigest }),
  deadlines,
});

export function adding(behaves: Behaves, open: OpenSignals): void {
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
    await signals.erase(signal, erasure, auditAndFactOf(signal));
    expect(await signals.add(signal)).toEqual({ kind: 'taken', by: { kind: 'erased' } });
    expect(await signals.find(signal.id)).toBeUndefined();
  });

  behaves('refuses a signal that is larger than a row may be, and writes nothing', async () => {
    const { signals, dump } = await open();
    const tooLarge = { report: aReport({ explanation: 'x'.repeat(450_000) }) };
    await expect(signals.add(aSignal(tooLarge))).rejects.toThrow();
    const signal = await added(signals, aSignal());
    const next = nextOf(signal, tooLarge);
    await expect(signals.change(next, auditAndFactOf(next))).rejects.toThrow();
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

export function finding(behaves: Behaves, open: OpenSignals): void {
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
    await signals.erase(gone, erasureOf(gone, rules, NOW), auditAndFactOf(gone));
    const found = await signals.findAll([one.id, other.id, gone.id, aSignalId(), one.id]);
    expect(byId(found)).toStrictEqual(byId([plain(one), plain(other)]));
  });

  behaves('finds more than a table gives in one answer, and none of none', async () => {
    const { signals } = await open();
    const many = await addedAll(
      signals,
      Array.from({ length: 101 }, () => aSignal({ report: aReport({ explanation: 'x'.repeat(2_000) }) })),
    );
    const found = await signals.findAll(many.map(({ id }) => id));
    expect(byId(found)).toStrictEqual(byId(many.map(plain)));
    expect(await signals.findAll([])).toEqual([]);
  });
}

export function replacing(behaves: Behaves, open: OpenSignals): void {
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
    expect(await signals.change(nextOf(never), auditAndFactOf(never))).toBe('conflict');
    expect(await signals.erase(never, erasureOf(never, rules, NOW, 'f'.repeat(64)), auditAndFactOf(never))).toBe(
      'conflict',
    );
    expect(await dump()).toMatchObject({ signals: [], statistics: [], audit: [] });
  });

  behaves('never brings an erased signal back, whatever still wants to write to it', async () => {
    const { signals, dump } = await open();
    const signal = await added(signals, aSignal());
    await signals.erase(signal, erasureOf(signal, rules, NOW), auditAndFactOf(signal));
    const before = await dump();
    for (const late of [signal, nextOf(signal), nextOf(nextOf(signal))]) {
      expect(await signals.replace(late)).toBe('conflict');
      expect(await signals.change(late, auditAndFactOf(late))).toBe('conflict');
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

export function changing(behaves: Behaves, open: OpenSignals): void {
  behaves('changes a signal together with its audit line and its fact', async () => {
    const { signals, dump } = await open();
    const signal = await added(signals, anAssignedSignal());
    const next = nextOf(signal, { status: 'following-up', version: 2 });
    const auditAndFact = auditAndFactOf(next, { event: 'triage', reason: 'because' });
    expect(await signals.change(next, auditAndFact)).toBe('replaced');
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
        ttl: auditAndFact.audit.removeAt,
      },
    ]);
    const { id: _id, ...fact } = auditAndFact.fact;
    expect(statistics).toEqual([expect.objectContaining(fact)]);
  });

  behaves('leaves no audit line and no fact of a change that came late', async () => {
    const { signals, dump } = await open();
    const signal = await added(signals, aSignal());
    await signals.replace(nextOf(signal));
    expect(await signals.change(nextOf(signal), auditAndFactOf(signal))).toBe('conflict');
    expect(await dump()).toMatchObject({ audit: [], statistics: [] });
  });

  behaves('lets one of ten changes win that start from the same state, with one audit line and one fact', async () => {
    const { signals, dump } = await open();
    const signal = await added(signals, anAssignedSignal());
    const outcomes = await allAtOnce(10, (number) => {
      const next = nextOf(signal, { version: 2, history: [{ at: plusElapsed(NOW, number), what: 'plan' }] });
      return signals.change(next, auditAndFactOf(next, { by: memberId(`member-${number}`) }));
    });
    expect(outcomes.filter((outcome) => outcome === 'replaced')).toHaveLength(1);
    const winner = outcomes.indexOf('replaced');
    const { audit, statistics } = await dump();
    expect(audit.map(({ by }) => by)).toEqual([`member-${winner}`]);
    expect(statistics).toHaveLength(1);
    expect((await signals.find(signal.id))?.history).toEqual([{ at: plusElapsed(NOW, winner), what: 'plan' }]);
  });

  behaves('lets either a click or the bookkeeping of the system win, never both', async () => {
    const { signals, dump } = await open();
    for (let round = 0; round < 10; round += 1) {
      const signal = await added(signals, anAssignedSignal());
      const clicked = nextOf(signal, { version: 2 });
      const booked = nextOf(signal, { wakeSetFor: NOW });
      const outcomes = await Promise.all([signals.change(clicked, auditAndFactOf(clicked)), signals.replace(booked)]);
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
    await signals.change(planned, auditAndFactOf(planned, { event: 'plan' }));
    await signals.change(closed, auditAndFactOf(closed, { event: 'plan' }));
    const { audit, statistics } = await dump();
    expect(audit).toHaveLength(2);
    expect(statistics).toEqual([expect.objectContaining({ status: 'closed', outcome: 'moved' })]);
  });
}
