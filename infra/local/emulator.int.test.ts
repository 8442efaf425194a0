import { access, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startEmulator } from './emulator.ts';
import { installedEmulator } from './emulator-install.ts';

const AN_INSTALL = 120_000;

it('runs an AWS that only this computer reaches, and leaves nothing', { timeout: AN_INSTALL }, async () => {
  const { endpoint, logFile, stop } = await startEmulator();
  const credentials = { accessKeyId: '000000000000', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint, region: 'eu-central-1', credentials });
  expect(await client.send(new ListTablesCommand())).toMatchObject({ TableNames: [] });
  expect(await readFile(logFile, 'utf8')).toContain(new URL(endpoint).port);

  await stop();
  await expect(fetch(endpoint)).rejects.toThrow();
  await expect(access(dirname(logFile))).rejects.toThrow('ENOENT');
});

describe('the install of the emulator', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'install-test-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('says in one line that there is no network, and leaves nothing half made', { timeout: AN_INSTALL }, async () => {
    const environment = { ...process.env, PIP_INDEX_URL: 'http://127.0.0.1:9/simple', PIP_FIND_LINKS: '' };
    await expect(installedEmulator({ folder, environment })).rejects.toThrow(
      /^The first start installs the AWS emulator from PyPI and that failed; is there a network\? pip: [^\n]+$/,
    );
    expect(await readdir(folder)).toEqual([]);
  });

  it('is done again after an interruption, and then never again', { timeout: AN_INSTALL }, async () => {
    const interrupt = new AbortController();
    const interrupted = installedEmulator({ folder, signal: interrupt.signal });
    setTimeout(() => interrupt.abort(), 1_500);
    await expect(interrupted).rejects.toThrow();
    expect(await readdir(folder)).toEqual([]);

    let installs = 0;
    const onInstall = (): void => void installs++;
    await installedEmulator({ folder, onInstall });
    await installedEmulator({ folder, onInstall });
    expect(installs).toBe(1);
    expect(await readdir(folder)).toHaveLength(1);
  });
});
