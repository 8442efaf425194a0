import { CreateTableCommand, DescribeTableCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { PutCommand, paginateScan } from '@aws-sdk/lib-dynamodb';
import { documentClient } from '#shared/adapters/dynamo/document-client.ts';

/** A new table with the keys, indexes and rows of another and nothing else of it: what a point-in-time restore gives. */
export async function copyAsRestored(client: DynamoDBClient, from: string, to: string): Promise<void> {
  const { Table } = await client.send(new DescribeTableCommand({ TableName: from }));
  await client.send(
    new CreateTableCommand({
      TableName: to,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: Table?.KeySchema,
      AttributeDefinitions: Table?.AttributeDefinitions,
      GlobalSecondaryIndexes: Table?.GlobalSecondaryIndexes?.map(({ IndexName, KeySchema, Projection }) => ({
        IndexName,
        KeySchema,
        Projection,
      })),
    }),
  );
  const db = documentClient(client);
  for await (const { Items = [] } of paginateScan({ client: db }, { TableName: from, ConsistentRead: true }))
    for (const Item of Items) await db.send(new PutCommand({ TableName: to, Item }));
}
