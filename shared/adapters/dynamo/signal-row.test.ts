import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { erasureOf } from '#shared/domain/erasure.ts';
import { partnerId } from '#shared/domain/ids.ts';
import { plusElapsed } from '#shared/domain/time.ts';
import { anySignal } from '#shared/testing/arbitraries.ts';
import { anAssignedSignal, aReport, aSignal, DAY, NOW, nextOf, rules } from '#shared/testing/builders.ts';
import { MAIL_TROUBLE, REQUESTS, shardOf } from './keys.ts';
import { signalFromRow } from './signal-from-row.ts';
import { rowOfErasure, rowOfSignal } from './signal-row.ts';
import { SHARDS, TABLES } from './table-schema.ts';

const kinds = ['open', 'held', 'choice', 'open-mail', 'held-mail', 'choice-mail', 'closed'];
const KEYS = ['pk', ...Object.values(TABLES.signals.indexes).flatMap((index) => [index.partitionKey, index.sortKey])];

describe('the row of a signal', () => {
  it('reads back as the signal that it was made of', () => {
    fc.assert(
      fc.property(anySignal, (signal) => {
        expect(signalFromRow(rowOfSignal(signal))).toStrictEqual({ kind: 'signal', signal });
      }),
    );
  });

  it('shows an index nothing but ids of the directory, keyed hashes, choices and moments', () => {
    fc.assert(
      fc.property(anySignal, (signal) => {
        const { id, assignment, status, addressHash, letterHash, plan } = signal;
        const known = new Set<unknown>([
          id,
          status,
          addressHash,
          letterHash,
          ...SHARDS,
          assignment?.ownerId,
          assignment?.neighbourhoodId,
          ...kinds.map((kind) => `${assignment?.ownerId}#${kind}`),
          ...kinds.map((kind) => `${assignment?.neighbourhoodId}#${kind}`),
          ...SHARDS.flatMap((shard) => [`open-${shard}`, `closed-${shard}`]),
          'held',
          'choice',
          MAIL_TROUBLE,
          assignment?.backup?.partnerId,
          plan && 'memberId' in plan.by ? plan.by.memberId : undefined,
          REQUESTS,
        ]);
        const shown = Object.entries(rowOfSignal(signal))
          .filter(([name]) => [...KEYS, ...TABLES.signals.projected].includes(name))
          .filter(([, value]) => typeof value !== 'number');
        expect(shown.filter(([, value]) => !known.has(value))).toEqual([]);
      }),
    );
  });

  it('lies in the index of every moment, whatever its state', () => {
    fc.assert(
      fc.property(anySignal, (signal) => {
        const row = rowOfSignal(signal);
        expect(SHARDS).toContain(row.dueShard);
        expect(row.nextAt).toBe(signal.nextAt);
      }),
    );
  });

  it('keeps its shard for life, and shares the shards fairly', () => {
    const signal = anAssignedSignal();
    expect(rowOfSignal({ ...signal, status: 'closed', nextAt: NOW }).dueShard).toBe(rowOfSignal(signal).dueShard);
    const counts = new Map<string, number>();
    for (const { id } of fc.sample(anySignal, { numRuns: 400, seed: 7 })) {
      const { dueShard } = rowOfSignal(aSignal({ id }));
      counts.set(dueShard, (counts.get(dueShard) ?? 0) + 1);
    }
    for (const shard of SHARDS) expect(counts.get(shard)).toBeGreaterThan(50);
  });

  it('leaves the time-to-live service a week later than the purge, in seconds, whether it is closed or not', () => {
    const expiresAt = plusElapsed(NOW, 14 * DAY);
    expect(rowOfSignal(aSignal({ expiresAt }))).toMatchObject({ expiresAt, ttl: expiresAt + 7 * DAY });
    const open = nextOf(aSignal({ lastActedAt: NOW }));
    expect(rowOfSignal(open).ttl).toBe(NOW + (90 + 7) * DAY);
  });

  it('stands above all others while it is urgent and open', () => {
    const sooner = aReport({ sooner: true });
    const open = rowOfSignal(anAssignedSignal({ report: sooner })).listOrder;
    const closed = rowOfSignal(anAssignedSignal({ report: sooner, status: 'closed' })).listOrder;
    expect(open).toBeLessThan(0);
    expect(closed).toBeGreaterThan(0);
  });

  it('carries along what a newer version wrote, so that the version before can be deployed again', () => {
    const row = rowOfSignal(aSignal());
    const newer = { ...row, later: 1, report: { ...row.report, later: { than: 2 } } };
    const found = signalFromRow(newer);
    expect(found.kind === 'signal' && rowOfSignal(found.signal)).toEqual(newer);
  });

  it('is a fault when it is not what was written, and the fault repeats no value', () => {
    const row = rowOfSignal(anAssignedSignal());
    const { receivedAt: _missing, ...incomplete } = row;
    const wrong = [
      incomplete,
      { ...row, kind: 'unknown' },
      { ...row, pk: 'Kanarie' },
      { ...row, status: 'Kanarie' },
      { ...row, nextAt: 'Kanarie' },
      { ...row, nextAt: 1.5 },
      { ...row, assignment: { ...row.assignment, ownerId: 'Kanarie Vogelzang' } },
      { ...row, report: { ...row.report, address: { houseNumber: 1, postcode: 'Kanarie' } } },
      undefined,
    ];
    for (const item of wrong) {
      expect(() => signalFromRow(item)).toThrow();
      expect(() => signalFromRow(item)).not.toThrow('Kanarie');
    }
  });
});

describe('the row of an erasure', () => {
  it('holds a day and its own end, and reads back', () => {
    const signal = anAssignedSignal({
      assignment: { number: 1, ownerId: partnerId('centrum'), since: NOW, formerOwners: [] },
    });
    const { record } = erasureOf(signal, rules, NOW);
    expect(rowOfErasure(record)).toEqual({
      pk: signal.id,
      kind: 'erased',
      day: '2026-03-03',
      dueShard: shardOf(signal.id),
      nextAt: NOW + 35 * DAY,
      ttl: NOW + 42 * DAY,
    });
    expect(signalFromRow(rowOfErasure(record))).toStrictEqual({ kind: 'erased', record });
  });
});
