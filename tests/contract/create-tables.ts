import {
  type AttributeDefinition,
  CreateTableCommand,
  type DynamoDBClient,
  type Projection,
} from '@aws-sdk/client-dynamodb';
import { TABLES } from '#shared/adapters/dynamo/table-schema.ts';

export type TableName = keyof typeof TABLES;

let made = 0;

/**
 * New, empty tables as the stacks make them, under names of their own. Without time to live: the moments in the suites lie in the past,
 * and an engine that takes time to live seriously would remove the rows while they are looked at.
 */
export async function createTables<Name extends TableName>(
  client: DynamoDBClient,
  names: readonly Name[],
): Promise<Record<Name, string>> {
  made += 1;
  const tables = names.map((name) => [name, `${name}-${process.pid}-${made}`] as const);
  await Promise.all(
    tables.map(([name, TableName]) => client.send(new CreateTableCommand(definitionOf(name, TableName)))),
  );
  return Object.fromEntries(tables) as Record<Name, string>;
}

function definitionOf(name: TableName, TableName: string) {
  const schema = TABLES[name];
  const keys = [schema.partitionKey, ...('sortKey' in schema ? [schema.sortKey] : [])];
  const indexes = 'indexes' in schema ? Object.values(schema.indexes) : [];
  const attributes = new Map<string, AttributeDefinition['AttributeType']>([
    ...keys.map((key) => [key, 'S'] as const),
    ...indexes.flatMap(({ partitionKey, sortKey }) => [[partitionKey, 'S'] as const, [sortKey, 'N'] as const]),
  ]);
  return {
    TableName,
    BillingMode: 'PAY_PER_REQUEST' as const,
    AttributeDefinitions: [...attributes].map(([AttributeName, AttributeType]) => ({ AttributeName, AttributeType })),
    KeySchema: keySchema(keys),
    ...(indexes.length > 0 && {
      GlobalSecondaryIndexes: indexes.map((index) => ({
        IndexName: index.name,
        KeySchema: keySchema([index.partitionKey, index.sortKey]),
        Projection: projectionOf(index.name),
      })),
    }),
  };
}

function projectionOf(indexName: string): Projection {
  const { byOwner, byBackup } = TABLES.signals.indexes;
  if ([byOwner.name, byBackup.name].some((name) => name === indexName))
    return { ProjectionType: 'INCLUDE', NonKeyAttributes: [...TABLES.signals.projected] };
  const whole: readonly string[] = [TABLES.access.indexes.byMember.name, TABLES.audit.indexes.byDoer.name];
  return { ProjectionType: whole.includes(indexName) ? 'ALL' : 'KEYS_ONLY' };
}

const keySchema = (names: readonly string[]) =>
  names.map((AttributeName, index) => ({
    AttributeName,
    KeyType: index === 0 ? ('HASH' as const) : ('RANGE' as const),
  }));
