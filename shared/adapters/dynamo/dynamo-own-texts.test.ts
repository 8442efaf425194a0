import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { describe, expect, it } from 'vitest';
import { awsAnswers } from '#shared/testing/aws-answers.ts';
import { documentClient } from './document-client.ts';
import { dynamoOwnTexts } from './dynamo-own-texts.ts';
import { rowOfTexts } from './texts-row.ts';

const row = (greeting: string) => rowOfTexts({ 'mail.greeting': { nl: greeting } });

/** A table in which `there` says what the row of the texts is at the moment. */
function aTable(there: () => object | undefined) {
  const { settings, requests } = awsAnswers(() => {
    const Item = there();
    return { body: JSON.stringify(Item ? { Item: marshall(Item) } : {}) };
  });
  const time = { ms: 0 };
  const reader = dynamoOwnTexts(documentClient(new DynamoDBClient(settings)), 'directory', () => time.ms);
  return { reader, time, reads: () => requests.length };
}

describe('own texts', () => {
  it('are read once a minute, also while there are none, and are the new ones after it', async () => {
    let there: object | undefined;
    const { reader, time, reads } = aTable(() => there);
    expect(await Promise.all([reader.ownTexts(), reader.ownTexts()])).toEqual([{}, {}]);
    there = row('Dag,');
    time.ms = 59_999;
    expect(await reader.ownTexts()).toEqual({});
    expect(reads()).toBe(1);
    time.ms = 60_000;
    expect(await reader.ownTexts()).toEqual({ 'mail.greeting': { nl: 'Dag,' } });
    expect(reads()).toBe(2);
  });

  it('are asked for again after a row that cannot be read', async () => {
    const answers = [{ ...row('Dag,'), texts: 'no texts' }, row('Dag,')];
    const { reader } = aTable(() => answers.shift());
    await expect(reader.ownTexts()).rejects.toThrow();
    expect(await reader.ownTexts()).toEqual({ 'mail.greeting': { nl: 'Dag,' } });
  });
});
