import { type DynamoDBDocumentClient, paginateQuery } from '@aws-sdk/lib-dynamodb';
import type { SignalId } from '#shared/domain/ids.ts';
import type { SignalCensus } from '#shared/ports/signal-census.ts';
import { idFromKeys } from './index-rows.ts';
import { SHARDS, TABLES } from './table-schema.ts';

const { due } = TABLES.signals.indexes;

/** Every row has a next moment, so the index of next moments, keys alone, holds them all. */
export const dynamoSignalCensus = (client: DynamoDBDocumentClient, TableName: string): SignalCensus => ({
  async everyId() {
    const ids: SignalId[] = [];
    for (const shard of SHARDS) {
      const pages = paginateQuery(
        { client },
        {
          TableName,
          IndexName: due.name,
          KeyConditionExpression: '#shard = :shard',
          ExpressionAttributeNames: { '#shard': due.partitionKey },
          ExpressionAttributeValues: { ':shard': shard },
        },
      );
      for await (const { Items = [] } of pages) ids.push(...Items.map(idFromKeys));
    }
    return ids;
  },
});
