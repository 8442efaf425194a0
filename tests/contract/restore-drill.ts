import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { expect, it } from 'vitest';
import { documentClient } from '#shared/adapters/dynamo/document-client.ts';
import { dynamoErasureLedger } from '#shared/adapters/dynamo/dynamo-erasure-ledger.ts';
import { dynamoSignalCensus } from '#shared/adapters/dynamo/dynamo-signal-census.ts';
import { dynamoSignalStore } from '#shared/adapters/dynamo/dynamo-signal-store.ts';
import { dynamoStatisticsReader } from '#shared/adapters/dynamo/dynamo-statistics-reader.ts';
import { plusElapsed, seconds } from '#shared/domain/time.ts';
import { anAssignedSignal, aSignalId, auditAndFactOf, HOUR, NOW, nextOf, rules } from '#shared/testing/builders.ts';
import { balanceBooks } from '#shared/usecases/balance-books.ts';
import { applyLedger, returnedIn, switchedOff, switchOn } from '../../infra/restore.ts';
import { copyAsRestored } from './copy-table.ts';
import { createTables } from './create-tables.ts';

/** Put back to yesterday, and nobody who was erased today is there: the whole drill, on a running engine. */
export function restoreDrill(running: () => DynamoDBClient): void {
  it('a restored table forgets again who was erased since, and gets back what a restore leaves off', async () => {
    const client = running();
    const db = documentClient(client);
    const live = await createTables(client, ['signals', 'statistics', 'audit']);
    const signals = dynamoSignalStore(db, live);
    const [stays, erased, expired] = [aSignalId(1), aSignalId(2), aSignalId(3)];
    for (const id of [stays, erased, expired]) {
      const signal = anAssignedSignal({ id });
      await signals.add(signal);
      const next = nextOf(signal, {});
      await signals.change(next, auditAndFactOf(next));
    }
    const restored = `${live.signals}-restored`;
    await copyAsRestored(client, live.signals, restored);
    for (const [id, status] of [
      [erased, 'erased'],
      [expired, 'expired'],
    ] as const) {
      const signal = await signals.find(id);
      if (!signal) throw new Error('this signal was just added');
      const record = { id, day: '2026-03-03', removeAt: plusElapsed(NOW, 35 * 24 * HOUR) };
      const beside = auditAndFactOf(signal);
      await signals.erase(signal, { record, ledger: record }, { ...beside, fact: { ...beside.fact, status } });
    }

    const tables = { signals: restored, statistics: live.statistics, rules };
    const books = () =>
      balanceBooks({
        signals: dynamoSignalStore(db, { ...live, signals: restored }),
        census: dynamoSignalCensus(db, restored),
        statistics: dynamoStatisticsReader(db, live.statistics),
        ledger: dynamoErasureLedger(db, live.statistics),
        rules,
        watch: { jobs: async () => ({}) },
        now: () => NOW,
      });
    expect((await returnedIn(client, tables, NOW)).sort()).toEqual([erased, expired]);
    expect((await books()).differences.map(({ kind }) => kind)).toEqual(['returned', 'returned']);
    const muchLater = plusElapsed(NOW, 50 * 24 * HOUR);
    const longKept = { ...rules, retention: { ...rules.retention, erasureRecord: seconds(60 * 24 * HOUR) } };
    expect(await returnedIn(client, { ...tables, rules: longKept }, muchLater)).toHaveLength(2);
    expect(await switchedOff(client, restored)).toEqual(['time to live', 'stream', 'backups', 'protection']);

    expect(await applyLedger(client, tables, NOW)).toBe(2);
    await switchOn(client, restored);

    expect(await returnedIn(client, tables, NOW)).toEqual([]);
    expect(await applyLedger(client, tables, NOW)).toBe(0);
    expect(await books()).toEqual({
      counts: { accepted: 3, open: 1, closed: 0, held: 0, ended: 2 },
      differences: [],
      daysSinceEnd: 0,
    });
    expect(await switchedOff(client, restored)).toEqual([]);
    const after = dynamoSignalStore(db, { ...live, signals: restored });
    expect((await after.find(stays))?.id).toBe(stays);
    expect((await after.add(anAssignedSignal({ id: erased }))).kind).toBe('taken');
  });
}
