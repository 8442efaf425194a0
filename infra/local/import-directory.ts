import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { documentClient } from '#shared/adapters/dynamo/document-client.ts';
import { dynamoDirectory } from '#shared/adapters/dynamo/dynamo-directory.ts';
import type { ImportedDirectory } from '#shared/contracts/directory-import.ts';
import type { LocalAws } from './local-aws.ts';

/** Through the store itself, as on AWS: what it writes is what the functions read. */
export async function importDirectory(aws: LocalAws, table: string, directory: ImportedDirectory): Promise<void> {
  const client = new DynamoDBClient(aws.sdk);
  try {
    await dynamoDirectory(documentClient(client), table).importDirectory(directory);
  } finally {
    client.destroy();
  }
}
