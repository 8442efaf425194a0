import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import type { EpochSeconds } from '#shared/domain/time.ts';
import { pointerFromRow, type RoutesPointer } from './area-rows.ts';
import { deleteOf, writeAll } from './batch.ts';
import { rowKeyFrom } from './directory-rows.ts';
import { ROUTES_POINTER, routesVersion } from './keys.ts';
import { rowsUnder } from './rows-under.ts';

/** Containers remember for a minute which routes are in force; a day leaves time to look at what was, and to put it back. */
const KEEP_FORMER_SECONDS = 24 * 3_600;

export async function currentPointer(
  db: DynamoDBDocumentClient,
  TableName: string,
): Promise<RoutesPointer | undefined> {
  const { Item } = await db.send(new GetCommand({ TableName, Key: ROUTES_POINTER, ConsistentRead: true }));
  return Item && pointerFromRow(Item);
}

type Former = RoutesPointer['former'];

/** What was in force once this one is replaced. Removes the rows of what was so longer ago than a day. */
export async function formerAfter(
  db: DynamoDBDocumentClient,
  TableName: string,
  before: RoutesPointer | undefined,
  now: EpochSeconds,
): Promise<Former> {
  const former = before ? [...before.former, { version: before.version, until: now }] : [];
  const old = former.filter(({ until }) => until + KEEP_FORMER_SECONDS < now);
  for (const one of old) {
    const rows = await rowsUnder(db, TableName, routesVersion(one.version));
    await writeAll(db, TableName, rows.map(rowKeyFrom).map(deleteOf));
  }
  return former.filter((one) => !old.includes(one));
}

/** The row that brings a version into force, if what is in force still is `before`. */
export const nextPointer = (before: RoutesPointer | undefined, version: string, former: Former) => ({
  Item: { ...ROUTES_POINTER, version, former: [...former] },
  ...(before
    ? { ConditionExpression: 'version = :before', ExpressionAttributeValues: { ':before': before.version } }
    : { ConditionExpression: 'attribute_not_exists(pk)' }),
});
