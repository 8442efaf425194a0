import {
  DescribeContinuousBackupsCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  type DynamoDBClient,
  UpdateContinuousBackupsCommand,
  UpdateTableCommand,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import { putIf } from '#shared/adapters/dynamo/conditional-write.ts';
import { documentClient } from '#shared/adapters/dynamo/document-client.ts';
import { dynamoErasureLedger } from '#shared/adapters/dynamo/dynamo-erasure-ledger.ts';
import { dynamoSignalStore } from '#shared/adapters/dynamo/dynamo-signal-store.ts';
import { rowOfErasure } from '#shared/adapters/dynamo/signal-row.ts';
import { TABLES } from '#shared/adapters/dynamo/table-schema.ts';
import { localDay } from '#shared/domain/amsterdam.ts';
import { daysOfLedger } from '#shared/domain/erasure.ts';
import type { SignalId } from '#shared/domain/ids.ts';
import type { Rules } from '#shared/domain/settings.ts';
import { type EpochSeconds, plusElapsed } from '#shared/domain/time.ts';
import { RESTORABLE_DAYS } from './restorable-days.ts';

/**
 * What a table of signals needs after it was put back to an earlier moment, before it takes traffic: a restore brings people back who were
 * erased since, and gives a table without time to live, stream, backups and protection (AWS: point-in-time restores).
 */
export type Restored = {
  readonly signals: string;
  readonly statistics: string;
  /** Of the municipality: say how far back the ledger remembers. */
  readonly rules: Pick<Rules, 'retention'>;
};

/** The signals that the ledger says ended, and that are there. */
export async function returnedIn(client: DynamoDBClient, restored: Restored, now: EpochSeconds): Promise<SignalId[]> {
  const db = documentClient(client);
  const { signals: table, statistics, rules } = restored;
  const ended = await dynamoErasureLedger(db, statistics).endedOn(daysOfLedger(rules, now));
  const signals = dynamoSignalStore(db, { signals: table, statistics, audit: statistics });
  const there: SignalId[] = [];
  for (let start = 0; start < ended.length; start += 100)
    there.push(...(await signals.findAll(ended.slice(start, start + 100))).map(({ id }) => id));
  return there;
}

/** Puts an erasure record in the place of each of them. Again and again is once. Gives how many were erased again. */
export async function applyLedger(client: DynamoDBClient, restored: Restored, now: EpochSeconds): Promise<number> {
  const db = documentClient(client);
  const returned = await returnedIn(client, restored, now);
  for (const id of returned) {
    const record = { id, day: localDay(now), removeAt: plusElapsed(now, restored.rules.retention.erasureRecord) };
    // Of a signal alone: an erasure record that is there keeps its own day.
    await putIf(db, {
      TableName: restored.signals,
      Item: rowOfErasure(record),
      ConditionExpression: 'attribute_exists(revision)',
    });
  }
  return returned.length;
}

/** Switches on what a restore leaves off. Each may be on already. */
export async function switchOn(client: DynamoDBClient, TableName: string): Promise<void> {
  const off = new Set(await switchedOff(client, TableName));
  if (off.has('time to live')) {
    const TimeToLiveSpecification = { Enabled: true, AttributeName: TABLES.signals.timeToLive };
    await client.send(new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification }));
  }
  if (off.has('stream')) {
    const StreamSpecification = { StreamEnabled: true, StreamViewType: 'KEYS_ONLY' as const };
    await client.send(new UpdateTableCommand({ TableName, StreamSpecification }));
  }
  if (off.has('backups')) {
    const PointInTimeRecoverySpecification = {
      PointInTimeRecoveryEnabled: true,
      RecoveryPeriodInDays: RESTORABLE_DAYS,
    };
    await client.send(new UpdateContinuousBackupsCommand({ TableName, PointInTimeRecoverySpecification }));
  }
  if (off.has('protection')) await client.send(new UpdateTableCommand({ TableName, DeletionProtectionEnabled: true }));
}

export type Setting = 'time to live' | 'stream' | 'backups' | 'protection';

/** What is off of all that a table of signals has. */
export async function switchedOff(client: DynamoDBClient, TableName: string): Promise<Setting[]> {
  const [{ Table }, { TimeToLiveDescription }, { ContinuousBackupsDescription }] = await Promise.all([
    client.send(new DescribeTableCommand({ TableName })),
    client.send(new DescribeTimeToLiveCommand({ TableName })),
    client.send(new DescribeContinuousBackupsCommand({ TableName })),
  ]);
  const live = ['ENABLED', 'ENABLING'].includes(TimeToLiveDescription?.TimeToLiveStatus ?? '');
  const backups = ContinuousBackupsDescription?.PointInTimeRecoveryDescription?.PointInTimeRecoveryStatus === 'ENABLED';
  return [
    ...(live ? [] : (['time to live'] as const)),
    ...(Table?.StreamSpecification?.StreamEnabled ? [] : (['stream'] as const)),
    ...(backups ? [] : (['backups'] as const)),
    ...(Table?.DeletionProtectionEnabled ? [] : (['protection'] as const)),
  ];
}
