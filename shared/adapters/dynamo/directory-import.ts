import { randomUUID } from 'node:crypto';
import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { epochSeconds } from '#shared/domain/time.ts';
import type { Directory } from '#shared/ports/directory-store.ts';
import { pointerFromRow } from './area-rows.ts';
import { deleteOf, putOf, writeAll } from './batch.ts';
import { putIf } from './conditional-write.ts';
import { NO_REVISION, revisionFromRow, rowKeyFrom, rowsOfDirectory, wasAdded } from './directory-rows.ts';
import { DIRECTORY_REVISION, LOCATIONS, MEMBERS, NEIGHBOURHOODS, PARTNERS } from './keys.ts';
import { currentPointer, formerAfter, nextPointer } from './routes-pointer.ts';
import { rowsUnder } from './rows-under.ts';

/**
 * New routes go under a version of their own and come into force last, with one write. Between the removal of people and that write, an
 * old route may name a neighbourhood that is gone: its signals then go to the desk, as everything does that has no owner.
 */
export async function importInto(
  db: DynamoDBDocumentClient,
  TableName: string,
  directory: Directory,
  clock: () => number,
): Promise<void> {
  const revision = await currentRevision(db, TableName);
  const before = await currentPointer(db, TableName);
  const version = randomUUID();
  const now = epochSeconds(clock() / 1000);
  const { people, routes } = rowsOfDirectory(directory, version);

  await writeAll(db, TableName, [...routes, ...people].map(putOf));
  const stays = new Set(people.map(placeOf));
  for (const partition of [PARTNERS, NEIGHBOURHOODS, MEMBERS, LOCATIONS]) {
    const rows = (await rowsUnder(db, TableName, partition)).filter((row) => !wasAdded(row));
    const gone = rows.map(rowKeyFrom).filter((key) => !stays.has(placeOf(key)));
    await writeAll(db, TableName, gone.map(deleteOf));
  }

  const switched = await putIf(db, {
    TableName,
    ...nextPointer(before, version, await formerAfter(db, TableName, before, now)),
  });
  if (switched.kind === 'refused' && pointerFromRow(switched.there).version !== version)
    throw new Error('another import ran at the same time: run this one again');

  const noted = await putIf(db, { TableName, ...nextRevision(revision, version) });
  if (noted.kind === 'refused' && revisionFromRow(noted.there) !== version)
    throw new Error('somebody changed the directory in the console at the same time: look at it, and run this again');
}

/** The row that makes `after` the revision, if it still is `before`. */
export const nextRevision = (before: string, after: string) => ({
  Item: { ...DIRECTORY_REVISION, revision: after },
  ...(before === NO_REVISION
    ? { ConditionExpression: 'attribute_not_exists(pk)' }
    : { ConditionExpression: 'revision = :before', ExpressionAttributeValues: { ':before': before } }),
});

export async function currentRevision(db: DynamoDBDocumentClient, TableName: string): Promise<string> {
  const { Item } = await db.send(new GetCommand({ TableName, Key: DIRECTORY_REVISION, ConsistentRead: true }));
  return revisionFromRow(Item);
}

const placeOf = ({ pk, sk }: { pk: string; sk: string }): string => `${pk} ${sk}`;
