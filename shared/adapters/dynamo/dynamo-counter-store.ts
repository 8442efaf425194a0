import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { CounterStore } from '#shared/ports/counter-store.ts';
import { counterKey, counterMonth } from './keys.ts';
import { rowsUnder } from './rows-under.ts';
import { countFromRow } from './statistics-rows.ts';

export const dynamoCounterStore = (db: DynamoDBDocumentClient, TableName: string): CounterStore => ({
  /** `ADD` makes the row when it is the first of the month, and lets any number of containers count at once. */
  async count(what, month) {
    await db.send(
      new UpdateCommand({
        TableName,
        Key: counterKey(what, month),
        UpdateExpression: 'ADD #count :one SET #kind = :counter',
        ExpressionAttributeNames: { '#count': 'count', '#kind': 'kind' },
        ExpressionAttributeValues: { ':one': 1, ':counter': 'counter' },
      }),
    );
  },
  countsOf: async (month) => (await rowsUnder(db, TableName, counterMonth(month))).map(countFromRow),
});
