import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { EpochSeconds } from '#shared/domain/time.ts';
import { JOBS, type WatchNotes, type WatchReader } from '#shared/ports/watch-store.ts';
import { getAll } from './batch.ts';
import { putIf, whenConditionFails } from './conditional-write.ts';
import { alarmKey, jobKey, mailboxKey } from './keys.ts';
import { alarmFromRow, endOf, jobFromRow, mailboxFromRow } from './watch-rows.ts';

/** For who looks and notes nothing. */
export function dynamoWatchReader(db: DynamoDBDocumentClient, TableName: string): WatchReader {
  /** By their keys. */
  const rowsAt = async (keys: readonly { readonly pk: string }[]): Promise<ReadonlyMap<string, unknown>> => {
    const rows = await getAll(db, TableName, [...keys]);
    return new Map(rows.map((row) => [keyed.parse(row).pk, row]));
  };

  return {
    async jobs() {
      const rows = await rowsAt(JOBS.map(jobKey));
      return Object.fromEntries(
        JOBS.flatMap((job) => {
          const row = rows.get(jobKey(job).pk);
          return row ? [[job, jobFromRow(row)]] : [];
        }),
      );
    },
    async alarms(headings) {
      const rows = await rowsAt(headings.map(alarmKey));
      return found(headings, (heading) => rows.get(alarmKey(heading).pk), alarmFromRow);
    },
    async mailboxes(keys) {
      const rows = await rowsAt([...new Set(keys)].map(mailboxKey));
      return found(keys, (mailbox) => rows.get(mailboxKey(mailbox).pk), mailboxFromRow);
    },
  };
}

/** For who notes and never looks. */
export function dynamoWatchNotes(db: DynamoDBDocumentClient, TableName: string): WatchNotes {
  const putLater = async (row: {
    readonly pk: string;
    readonly at: EpochSeconds;
    readonly [field: string]: unknown;
  }) => {
    await putIf(db, {
      TableName,
      Item: { ...row, ttl: endOf(row.at) },
      ConditionExpression: 'attribute_not_exists(pk) OR #at < :at',
      ExpressionAttributeNames: { '#at': 'at' },
      ExpressionAttributeValues: { ':at': row.at },
    });
  };
  /** Sets these when the condition holds: `:at` is the moment of the news, which may come late and in any order. */
  const update = async (mailbox: string, at: EpochSeconds, sets: Record<string, unknown>, condition: string) => {
    const names = Object.keys(sets);
    const command = new UpdateCommand({
      TableName,
      Key: mailboxKey(mailbox),
      UpdateExpression: `SET ${[...names, 'ttl'].map((name) => `#${name} = :${name}`).join(', ')}`,
      ConditionExpression: condition,
      ExpressionAttributeNames: Object.fromEntries([...names, 'ttl'].map((name) => [`#${name}`, name])),
      ExpressionAttributeValues: {
        ...Object.fromEntries(names.map((name) => [`:${name}`, sets[name]])),
        ':ttl': endOf(at),
      },
    });
    await db.send(command).then(() => undefined, whenConditionFails(undefined));
  };

  return {
    jobDone: (job, { at, counts }) => putLater({ ...jobKey(job), at, counts }),
    alarmChanged: (heading, { at, ringing }) => putLater({ ...alarmKey(heading), at, ringing }),
    async heard(mailbox, { kind, at }) {
      if (kind === 'delivered') {
        const newer = 'attribute_not_exists(#deliveredAt) OR #deliveredAt < :deliveredAt';
        return update(mailbox, at, { deliveredAt: at }, newer);
      }
      const newer = 'attribute_not_exists(#failedAt) OR #failedAt < :failedAt';
      await update(mailbox, at, { failedAt: at, trouble: kind }, newer);
      const begins = 'attribute_not_exists(#failingSince) OR #failingSince <= deliveredAt';
      await update(mailbox, at, { failingSince: at }, begins);
    },
  };
}

const keyed = z.looseObject({ pk: z.string() });

const found = <Value>(
  names: readonly string[],
  rowOf: (name: string) => unknown,
  read: (row: unknown) => Value,
): ReadonlyMap<string, Value> =>
  new Map(
    names.flatMap((name) => {
      const row = rowOf(name);
      return row === undefined ? [] : [[name, read(row)] as const];
    }),
  );
