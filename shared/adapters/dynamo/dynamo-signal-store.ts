import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Settled } from '#shared/domain/settle.ts';
import type { Signal } from '#shared/domain/signal.ts';
import type { Page, PageRequest } from '#shared/ports/page.ts';
import type { AuditAndFact, SignalRow, SignalStore } from '#shared/ports/signal-store.ts';
import { putOfAuditLine } from './audit-row.ts';
import { getAll } from './batch.ts';
import { putIf, transact } from './conditional-write.ts';
import { dynamoSignalIntake } from './dynamo-signal-intake.ts';
import { idFromKeys, MOST_AT_ADDRESS, rowEntryFrom } from './index-rows.ts';
import { backupListKey, ownerListKey, signalKey } from './keys.ts';
import { pageTokenOf, positionIn } from './page-token.ts';
import { rowOfFactOrPractice } from './practice-row.ts';
import { signalFromRow } from './signal-from-row.ts';
import { rowOfErasure, rowOfSignal } from './signal-row.ts';
import { rowOfLedger, rowOfProof } from './statistics-rows.ts';
import { SHARDS, TABLES } from './table-schema.ts';

export type SignalTables = { readonly signals: string; readonly statistics: string; readonly audit: string };

const { due, byOwner, byBackup, byAddress, byLetter } = TABLES.signals.indexes;

/** Holds for exactly one state of one signal. A missing row and an erasure record have no revision, so nothing ever comes back. */
const stillAt = (revision: number) => ({
  ConditionExpression: 'revision = :revision',
  ExpressionAttributeValues: { ':revision': revision },
});

export function dynamoSignalStore(db: DynamoDBDocumentClient, tables: SignalTables): SignalStore {
  const replacementOf = (next: Settled) => ({
    TableName: tables.signals,
    Item: rowOfSignal(next),
    ...stillAt(next.revision - 1),
  });

  const auditAndFactPuts = (signal: Signal, { audit, fact }: AuditAndFact) => [
    { Put: putOfAuditLine(tables.audit, audit) },
    { Put: { TableName: tables.statistics, Item: rowOfFactOrPractice(signal, audit, fact) } },
  ];

  /** One row more than asked for says whether there is a next page. */
  const page = async (
    index: typeof byOwner | typeof byBackup,
    list: string,
    { limit, after }: PageRequest,
  ): Promise<Page<SignalRow>> => {
    const from = after === undefined ? undefined : positionIn(after);
    const { Items = [], LastEvaluatedKey } = await db.send(
      new QueryCommand({
        TableName: tables.signals,
        IndexName: index.name,
        KeyConditionExpression: '#list = :list',
        ExpressionAttributeNames: { '#list': index.partitionKey },
        ExpressionAttributeValues: { ':list': list },
        Limit: limit + 1,
        ...(from && {
          ExclusiveStartKey: { ...signalKey(from[1]), [index.partitionKey]: list, [index.sortKey]: from[0] },
        }),
      }),
    );
    const entries = Items.slice(0, limit).map(rowEntryFrom);
    const last = entries.at(-1);
    const more = Items.length > limit || LastEvaluatedKey !== undefined;
    return { items: entries.map(({ row }) => row), ...(last && more && { next: pageTokenOf(last) }) };
  };

  return {
    ...dynamoSignalIntake(db, tables.signals),

    async find(id) {
      const { Item } = await db.send(
        new GetCommand({ TableName: tables.signals, Key: signalKey(id), ConsistentRead: true }),
      );
      return Item && signalIn(Item);
    },

    async findAll(ids) {
      const rows = await getAll(db, tables.signals, [...new Set(ids)].map(signalKey));
      return rows.map(signalIn).filter((signal) => signal !== undefined);
    },

    async replace(next) {
      const { kind } = await putIf(db, replacementOf(next));
      return kind === 'written' ? 'replaced' : 'conflict';
    },

    async change(next, auditAndFact) {
      const outcome = await transact(db, [{ Put: replacementOf(next) }, ...auditAndFactPuts(next, auditAndFact)]);
      return outcome === 'written' ? 'replaced' : 'conflict';
    },

    async erase(signal, { record, ledger, proof }, auditAndFact) {
      const outcome = await transact(db, [
        { Put: { TableName: tables.signals, Item: rowOfErasure(record), ...stillAt(signal.revision) } },
        ...auditAndFactPuts(signal, auditAndFact),
        { Put: { TableName: tables.statistics, Item: rowOfLedger(ledger) } },
        ...(proof ? [{ Put: { TableName: tables.statistics, Item: rowOfProof(proof) } }] : []),
      ]);
      return outcome === 'written' ? 'erased' : 'conflict';
    },

    async purge(id, now) {
      const { Item } = await db.send(
        new GetCommand({ TableName: tables.signals, Key: signalKey(id), ConsistentRead: true }),
      );
      const found = Item && signalFromRow(Item);
      if (found?.kind !== 'erased' || now < found.record.removeAt) return;
      // Two runs may purge at once, and deleting what is gone is no failure; a signal has a revision and is never deleted.
      await db.send(
        new DeleteCommand({
          TableName: tables.signals,
          Key: signalKey(id),
          ConditionExpression: 'attribute_not_exists(revision)',
        }),
      );
    },

    async due(now, limit) {
      const shards = await Promise.all(
        SHARDS.map((shard) =>
          db.send(
            new QueryCommand({
              TableName: tables.signals,
              IndexName: due.name,
              KeyConditionExpression: '#shard = :shard AND #at <= :now',
              ExpressionAttributeNames: { '#shard': due.partitionKey, '#at': due.sortKey },
              ExpressionAttributeValues: { ':shard': shard, ':now': now },
              Limit: limit,
            }),
          ),
        ),
      );
      return shards.flatMap(({ Items = [] }) => Items.map(idFromKeys));
    },

    async listAtAddress(addressHash) {
      const { Items = [] } = await db.send(
        new QueryCommand({
          TableName: tables.signals,
          IndexName: byAddress.name,
          KeyConditionExpression: '#hash = :hash',
          ExpressionAttributeNames: { '#hash': byAddress.partitionKey },
          ExpressionAttributeValues: { ':hash': addressHash },
          ScanIndexForward: false,
          Limit: MOST_AT_ADDRESS,
        }),
      );
      return Items.map(idFromKeys);
    },

    async findByLetter(letterHash) {
      const { Items = [] } = await db.send(
        new QueryCommand({
          TableName: tables.signals,
          IndexName: byLetter.name,
          KeyConditionExpression: '#hash = :hash',
          ExpressionAttributeNames: { '#hash': byLetter.partitionKey },
          ExpressionAttributeValues: { ':hash': letterHash },
          Limit: 1,
        }),
      );
      return Items.map(idFromKeys)[0];
    },

    async incoming(id) {
      const { Item } = await db.send(
        new GetCommand({ TableName: tables.signals, Key: signalKey(id), ConsistentRead: true }),
      );
      const found = Item && signalFromRow(Item);
      return found?.kind === 'request' ? found.request : undefined;
    },

    async removeIncoming(id) {
      const removal = new DeleteCommand({
        TableName: tables.signals,
        Key: signalKey(id),
        ConditionExpression: 'attribute_not_exists(pk) OR #kind = :request',
        ExpressionAttributeNames: { '#kind': 'kind' },
        ExpressionAttributeValues: { ':request': 'request' },
      });
      await db.send(removal).catch((fault: unknown) => {
        if (!(fault instanceof ConditionalCheckFailedException)) throw fault;
      });
    },

    listByOwner: (ownerId, which, request) => page(byOwner, ownerListKey(ownerId, which), request),

    listByBackup: (partnerId, request) => page(byBackup, backupListKey(partnerId), request),
  };
}

function signalIn(row: unknown): Signal | undefined {
  const found = signalFromRow(row);
  return found.kind === 'signal' ? found.signal : undefined;
}
