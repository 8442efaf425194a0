import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { NOW } from '#shared/testing/builders.ts';
import { dynamoFormKeys } from './dynamo-form-keys.ts';

const KEY = 'k'.repeat(43);
const keysOn = (...answers: (() => unknown)[]) => {
  let asked = 0;
  const send = async () => answers[asked++]?.();
  const keys = dynamoFormKeys({ send } as unknown as DynamoDBDocumentClient, 'Access', () => KEY);
  return { keyOf: (month: string) => keys.keyOf(month, NOW), asked: () => asked };
};
const answer = (secret: unknown) => () => ({ Attributes: { pk: 'form-key#2026-03', secret, ttl: NOW } });
const fault = () => {
  throw new Error('no table today');
};

describe('the keys of the form', () => {
  it('are read once a month in a container', async () => {
    const { keyOf, asked } = keysOn(answer(KEY), answer(KEY));
    await Promise.all([keyOf('2026-03'), keyOf('2026-03')]);
    await keyOf('2026-03');
    expect(asked()).toBe(1);
    await keyOf('2026-04');
    expect(asked()).toBe(2);
  });

  it('are asked for again when the table did not answer', async () => {
    const { keyOf } = keysOn(fault, answer(KEY));
    await expect(keyOf('2026-03')).rejects.toThrow('no table today');
    expect(await keyOf('2026-03')).toBe(KEY);
  });

  it.each(['', 'k'.repeat(31), undefined])('are refused when they are easy to guess: %j', async (secret) => {
    await expect(keysOn(answer(secret)).keyOf('2026-03')).rejects.toThrow();
  });
});
