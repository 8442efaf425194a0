import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const drill = (...words: string[]) =>
  spawnSync(process.execPath, [fileURLToPath(new URL('./restore-drill.ts', import.meta.url)), ...words], {
    encoding: 'utf8',
  });
const TABLES = ['--signals', 'restored', '--statistics', 'statistics'];

it('the drill wants to know whose tables they are: each municipality has its own time that the ledger remembers', () => {
  const { status, stdout } = drill(...TABLES);
  expect(status).toBe(2);
  expect(stdout).toMatch(/^Usage: npm run restore-drill -- --municipality <slug>/);
});

it('the drill names the municipalities that there are', () => {
  const { status, stdout } = drill('--municipality', 'atlantis', ...TABLES);
  expect(status).toBe(1);
  expect(stdout).toMatch(/^There is no infra\/municipalities\/atlantis\.json\. There is: demo/);
});
