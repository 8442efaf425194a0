import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { expect, it } from 'vitest';
import { awsAnswers } from '#shared/testing/aws-answers.ts';
import { secretReader } from './secret.ts';

const SECRET = 's'.repeat(64);

function reader(answers: (string | undefined)[]) {
  const { settings, requests } = awsAnswers(() => {
    const SecretString = answers.length > 1 ? answers.shift() : answers[0];
    return SecretString === undefined ? { status: 500 } : { body: JSON.stringify({ SecretString }) };
  });
  return { read: secretReader('arn:secret', new SecretsManagerClient(settings)), requests };
}

it('is read when it is first needed, and once', async () => {
  const { read, requests } = reader([SECRET]);
  expect(requests).toHaveLength(0);
  expect(await Promise.all([read(), read()])).toEqual([SECRET, SECRET]);
  expect(await read()).toBe(SECRET);
  expect(requests.map(({ body }) => JSON.parse(body))).toEqual([{ SecretId: 'arn:secret' }]);
});

it('is asked for again after a failure', async () => {
  const { read } = reader([undefined, SECRET]);
  await expect(read()).rejects.toThrow();
  expect(await read()).toBe(SECRET);
});

it('is never something that anybody could guess', async () => {
  for (const text of ['', 'changeme', `{{resolve:secretsmanager:${SECRET}}}`]) {
    await expect(reader([text]).read()).rejects.toThrow('at least 32 characters');
  }
});
