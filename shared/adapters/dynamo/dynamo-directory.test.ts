import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { describe, expect, it } from 'vitest';
import { type AwsRequest, awsAnswers } from '#shared/testing/aws-answers.ts';
import { documentClient } from './document-client.ts';
import { dynamoDirectory } from './dynamo-directory.ts';

const POINTER = { pk: 'routes', sk: 'in-force' };

/** A table in which `pointer` says what the pointer's row is at the moment. */
function aTable(pointer: () => object | undefined) {
  const isPointer = ({ body }: AwsRequest) => JSON.parse(body).Key.sk.S === POINTER.sk;
  const { settings, requests } = awsAnswers((request) => {
    const { pk, sk } = JSON.parse(request.body).Key;
    const row = isPointer(request)
      ? pointer()
      : { pk: pk.S, sk: sk.S, neighbourhoodId: pk.S.replace('routes#', 'in-') };
    return { body: JSON.stringify(row ? { Item: marshall(row) } : {}) };
  });
  const time = { ms: 0 };
  const directory = dynamoDirectory(documentClient(new DynamoDBClient(settings)), 'directory', () => time.ms);
  return { directory, time, pointerReads: () => requests.filter(isPointer).length };
}
const inForce = (version: string) => ({ ...POINTER, version, former: [] });

describe('the routes in force', () => {
  it('are looked up once a minute, however many signals come in', async () => {
    const { directory, time, pointerReads } = aTable(() => inForce('one'));
    await directory.warmUp();
    await Promise.all([directory.routesFor('3034'), directory.routesFor('3035')]);
    time.ms = 59_999;
    await directory.routesFor('3034');
    expect(pointerReads()).toBe(1);
    time.ms = 60_000;
    await directory.routesFor('3034');
    expect(pointerReads()).toBe(2);
  });

  it('change within a minute of an import somewhere else', async () => {
    let version = 'one';
    const { directory, time } = aTable(() => inForce(version));
    expect(await directory.routesFor('3034')).toMatchObject({ neighbourhoodId: 'in-one' });
    version = 'two';
    expect(await directory.routesFor('3034')).toMatchObject({ neighbourhoodId: 'in-one' });
    time.ms = 60_000;
    expect(await directory.routesFor('3034')).toMatchObject({ neighbourhoodId: 'in-two' });
  });

  it('are asked for again after a failure, and until the first import', async () => {
    const answers = [
      () => {
        throw new Error('cable cut');
      },
      () => undefined,
      () => inForce('one'),
    ];
    const { directory } = aTable(() => answers.shift()?.());
    await expect(directory.routesFor('3034')).rejects.toThrow('cable cut');
    expect(await directory.routesFor('3034')).toBeUndefined();
    expect(await directory.routesFor('3034')).toBeDefined();
  });
});
