import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { expect, it } from 'vitest';
import { awsAnswers } from '#shared/testing/aws-answers.ts';
import { aSignalId, NOW } from '#shared/testing/builders.ts';
import { documentClient } from './document-client.ts';
import { dynamoStatusReader } from './dynamo-status-reader.ts';
import { TABLES } from './table-schema.ts';

it('asks for exactly the attributes that its grant allows', async () => {
  const { settings, requests } = awsAnswers(() => ({ body: '{}' }));
  const id = aSignalId();
  const db = documentClient(new DynamoDBClient(settings));
  expect(await dynamoStatusReader(db, 'signals').statusOf(id, NOW)).toBeUndefined();
  expect(requests).toHaveLength(1);
  expect(requests[0]?.headers).toMatchObject({ 'x-amz-target': 'DynamoDB_20120810.GetItem' });
  expect(JSON.parse(requests[0]?.body ?? '')).toEqual({
    TableName: 'signals',
    Key: { pk: { S: id } },
    ConsistentRead: true,
    ProjectionExpression: '#pk, #status, #expiresAt, #quietUntil, #kind',
    ExpressionAttributeNames: {
      '#pk': 'pk',
      '#status': 'status',
      '#expiresAt': 'expiresAt',
      '#quietUntil': 'quietUntil',
      '#kind': 'kind',
    },
  });
  expect([...TABLES.signals.statusAttributes].sort()).toEqual(['expiresAt', 'kind', 'pk', 'quietUntil', 'status']);
});
