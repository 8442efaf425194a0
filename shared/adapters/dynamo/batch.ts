import {
  BatchGetCommand,
  type BatchGetCommandOutput,
  BatchWriteCommand,
  type BatchWriteCommandInput,
  type DynamoDBDocumentClient,
} from '@aws-sdk/lib-dynamodb';
import { pauseAfter } from './pause.ts';

/** DynamoDB limits: keys in a BatchGetItem, requests in a BatchWriteItem. */
const MAX_BATCH_GET = 100;
const MAX_BATCH_WRITE = 25;

/** What a batch leaves unprocessed (16 MB in an answer, throttling) is asked for again, this often. */
const MAX_TRIES = 8;

type Keys = readonly Record<string, string>[];

/** The rows under these keys, consistent, in no order. The keys are all different. One batch after the other: not one state of them all. */
export async function getAll(db: DynamoDBDocumentClient, TableName: string, keys: Keys): Promise<unknown[]> {
  const rows: unknown[] = [];
  for (let from = 0; from < keys.length; from += MAX_BATCH_GET)
    rows.push(...(await getBatch(db, TableName, keys.slice(from, from + MAX_BATCH_GET))));
  return rows;
}

async function getBatch(db: DynamoDBDocumentClient, TableName: string, keys: Keys): Promise<unknown[]> {
  const rows: unknown[] = [];
  let asked: BatchGetCommandOutput['UnprocessedKeys'] = { [TableName]: { Keys: [...keys], ConsistentRead: true } };
  for (let tries = 1; ; tries += 1) {
    const { Responses, UnprocessedKeys }: BatchGetCommandOutput = await db.send(
      new BatchGetCommand({ RequestItems: asked }),
    );
    rows.push(...(Responses?.[TableName] ?? []));
    if (!UnprocessedKeys?.[TableName]?.Keys?.length) return rows;
    if (tries === MAX_TRIES) throw new Error('the table does not hand out all rows that were asked for');
    asked = UnprocessedKeys;
    await pauseAfter(tries);
  }
}

type Requests = NonNullable<NonNullable<BatchWriteCommandInput['RequestItems']>[string]>;

export const putOf = (Item: Record<string, unknown>): Requests[number] => ({ PutRequest: { Item } });
export const deleteOf = (Key: Record<string, unknown>): Requests[number] => ({ DeleteRequest: { Key } });

/** Not atomic: for rows that nobody reads yet, or that may be seen one by one. */
export async function writeAll(db: DynamoDBDocumentClient, TableName: string, requests: Requests): Promise<void> {
  for (let from = 0; from < requests.length; from += MAX_BATCH_WRITE) {
    await writeBatch(db, TableName, requests.slice(from, from + MAX_BATCH_WRITE));
  }
}

async function writeBatch(db: DynamoDBDocumentClient, TableName: string, requests: Requests): Promise<void> {
  let left = requests;
  for (let tries = 1; ; tries += 1) {
    const { UnprocessedItems } = await db.send(new BatchWriteCommand({ RequestItems: { [TableName]: left } }));
    left = UnprocessedItems?.[TableName] ?? [];
    if (left.length === 0) return;
    if (tries === MAX_TRIES) throw new Error('the table does not take all rows that were written');
    await pauseAfter(tries);
  }
}
