import { DynamoDBClient, UpdateTimeToLiveCommand } from '@aws-sdk/client-dynamodb';
import { TABLES } from '#shared/adapters/dynamo/table-schema.ts';
import type { Deployed } from './deploy.ts';
import type { LocalAws } from './local-aws.ts';

/** The emulator drops the time to live that CloudFormation gives a table. */
export async function switchOnTimeToLive(aws: LocalAws, tables: Deployed['tables']): Promise<void> {
  const client = new DynamoDBClient(aws.sdk);
  const expiring = (['signals', 'access', 'statistics', 'audit'] as const).map((table) => ({
    TableName: tables[table],
    TimeToLiveSpecification: { Enabled: true, AttributeName: TABLES[table].timeToLive },
  }));
  await Promise.all(expiring.map((input) => client.send(new UpdateTimeToLiveCommand(input))));
  client.destroy();
}
