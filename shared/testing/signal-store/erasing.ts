import { expect } from 'vitest';
import { erasureOf } from '#shared/domain/erasure.ts';
import { factOf } from '#shared/domain/fact.ts';
import { memberId } from '#shared/domain/ids.ts';
import { plusElapsed } from '#shared/domain/time.ts';
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
import { added, CANARY, digest, everyList, inEveryList, type OpenSignals, plain } from './signals-at-hand.ts';

export function erasing(behaves: Behaves, open: OpenSignals): void {
  behaves('leaves a day in the place of a signal, and nothing for any index', async () => {
    const { signals, dump } = await open();
    const signal = await added(signals, inEveryList());
    const erasure = erasureOf(signal, rules, NOW, 'f'.repeat(64));
    expect(await signals.erase(signal, erasure, auditAndFactOf(signal, { event: 'erase' }))).toBe('erased');
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
    await signals.erase(signal, { record, ...erasure }, auditAndFactOf(signal));

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
    const auditAndFact = {
      ...auditAndFactOf(signal, { event: 'erase' }),
      fact: factOf(signal, signal.lastActedAt, 'erased'),
    };
    await signals.erase(signal, { ledger, ...erasure }, auditAndFact);
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
    await signals.erase(signal, erasureOf(signal, rules, NOW), auditAndFactOf(signal));
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
    await signals.erase(signal, erasureOf(signal, rules, NOW, 'f'.repeat(64)), auditAndFactOf(signal));
    const left = JSON.stringify(await dump());
    expect(left).not.toContain(CANARY);
    expect(left).not.toContain('98765');
  });

  behaves('erases no state that it did not see, and then writes nothing at all', async () => {
    const { signals, dump } = await open();
    const signal = await added(signals, aSignal());
    await signals.replace(nextOf(signal));
    const before = await dump();
    expect(await signals.erase(signal, erasureOf(signal, rules, NOW, 'f'.repeat(64)), auditAndFactOf(signal))).toBe(
      'conflict',
    );
    expect(await dump()).toEqual(before);
  });

  behaves('erases once', async () => {
    const { signals, dump } = await open();
    const signal = await added(signals, aSignal());
    const erase = (hash: string) => signals.erase(signal, erasureOf(signal, rules, NOW, hash), auditAndFactOf(signal));
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
        signals.erase(signal, erasureOf(signal, rules, NOW), auditAndFactOf(signal)),
        signals.change(clicked, auditAndFactOf(clicked)),
      ]);
      expect([erased, changed].filter((outcome) => outcome !== 'conflict')).toHaveLength(1);
      expect(await signals.find(signal.id)).toStrictEqual(changed === 'replaced' ? plain(clicked) : undefined);
    }
  });
}
