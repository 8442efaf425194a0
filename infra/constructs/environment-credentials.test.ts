import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import * as provider from './environment-credentials.ts';

afterEach(() => vi.unstubAllEnvs());

const setVariables = (values: Record<string, string>) => {
  for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN']) {
    vi.stubEnv(name, values[name]);
  }
};

describe('credentials from the environment', () => {
  it('are the role that Lambda hands over', async () => {
    setVariables({ AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'secret', AWS_SESSION_TOKEN: 'token' });
    expect(await provider.defaultProvider()()).toEqual({
      accessKeyId: 'id',
      secretAccessKey: 'secret',
      sessionToken: 'token',
    });
  });

  it('do without a session token, which the emulator may leave out', async () => {
    setVariables({ AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'secret' });
    expect(await provider.defaultProvider()()).toEqual({ accessKeyId: 'id', secretAccessKey: 'secret' });
  });

  it('say what is missing', async () => {
    setVariables({ AWS_ACCESS_KEY_ID: 'id' });
    await expect(provider.defaultProvider()()).rejects.toThrow('Lambda has not set AWS_SECRET_ACCESS_KEY');
  });

  it('offer everything that the SDK clients import from the package they stand in for', () => {
    for (const client of ['dynamodb', 'scheduler', 'secrets-manager', 'ses']) {
      const url = new URL(`../../node_modules/@aws-sdk/client-${client}/dist-es/runtimeConfig.js`, import.meta.url);
      const [, names] =
        /import \{([^}]+)\} from "@aws-sdk\/credential-provider-node"/.exec(readFileSync(url, 'utf8')) ?? [];
      const imported = names?.split(',').map((name) => name.trim().split(' ')[0]);
      expect(imported).toEqual(Object.keys(provider));
    }
  });
});
