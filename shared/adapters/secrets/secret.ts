import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { CALL_LIMITS } from '#shared/adapters/call-limits.ts';

/**
 * Reads a secret when it is first needed and keeps it for the life of the container. Read at run time, because a reference in a function's
 * environment shows the secret to everybody who may describe the function.
 */
export function secretReader(secretId: string, client = new SecretsManagerClient(CALL_LIMITS)): () => Promise<string> {
  let known: Promise<string> | undefined;
  return () => {
    const asked = known ?? read(client, secretId);
    known = asked;
    // What failed is asked for again; everybody who waits hears of it.
    asked.catch(() => {
      if (known === asked) known = undefined;
    });
    return asked;
  };
}

/** 32 characters of a generated secret are far more than 128 bits. Less is a mistake that would go unnoticed for years. */
const SHORTEST = 32;

async function read(client: SecretsManagerClient, secretId: string): Promise<string> {
  const { SecretString = '' } = await client.send(new GetSecretValueCommand({ SecretId: secretId }));
  if (SecretString.length < SHORTEST || SecretString.startsWith('{{'))
    throw new Error(`the secret must have at least ${SHORTEST} characters`);
  return SecretString;
}
