import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { DirectoryStore } from '#shared/ports/directory-store.ts';
import { importInto } from './directory-import.ts';
import type { DynamoArea } from './dynamo-area.ts';
import { dynamoDirectoryInUse } from './dynamo-directory-in-use.ts';

type DynamoDirectory = DirectoryStore & Pick<DynamoArea, 'warmUp'>;

/** The directory with the way to import one. `clock`: milliseconds, for the cache alone. */
export function dynamoDirectory(
  db: DynamoDBDocumentClient,
  TableName: string,
  clock: () => number = Date.now,
): DynamoDirectory {
  const { forget, ...inUse } = dynamoDirectoryInUse(db, TableName, clock);
  return {
    ...inUse,
    async importDirectory(directory) {
      await importInto(db, TableName, directory, clock);
      forget();
    },
  };
}
