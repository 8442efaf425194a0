import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { earliest } from '#shared/domain/time.ts';
import type { Backlog } from '#shared/ports/backlog.ts';
import { instant } from './row-fields.ts';
import { SHARDS, TABLES } from './table-schema.ts';

const { due } = TABLES.signals.indexes;
/** Of each shard: whether it is two hundred or two thousand, somebody has to look. */
const MOST = 100;

export const dynamoBacklog = (db: DynamoDBDocumentClient, TableName: string): Backlog => ({
  async overdue(before) {
    const shards = await Promise.all(
      SHARDS.map((shard) =>
        db.send(
          new QueryCommand({
            TableName,
            IndexName: due.name,
            KeyConditionExpression: '#shard = :shard AND #at < :before',
            ExpressionAttributeNames: { '#shard': due.partitionKey, '#at': due.sortKey },
            ExpressionAttributeValues: { ':shard': shard, ':before': before },
            Limit: MOST,
          }),
        ),
      ),
    );
    const moments = shards.flatMap(({ Items = [] }) => Items.map((row) => dueRow.parse(row).nextAt));
    return { count: moments.length, ...(moments.length > 0 && { oldest: earliest(...moments) }) };
  },
});

const dueRow = z.looseObject({ nextAt: instant });
