import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const OPEN = `
  const { launchChromium } = await import(process.argv[1]);
  const browser = await launchChromium();
  const page = await browser.newPage();
  await page.setContent('<title>Open</title>');
  console.log(await page.title());
  await browser.close();
`;

it('opens for two that come to a fresh machine at once, and is unpacked there one time', async () => {
  const machine = await mkdtemp(join(tmpdir(), 'fresh-machine-'));
  try {
    const open = () =>
      promisify(execFile)(
        process.execPath,
        ['--input-type=module', '--eval', OPEN, new URL('./chromium.ts', import.meta.url).href],
        { env: { ...process.env, TMPDIR: machine } },
      );
    const opened = await Promise.all([open(), open()]);
    expect(opened.map(({ stdout }) => stdout)).toEqual(['Open\n', 'Open\n']);
    const left = (await readdir(machine)).filter((name) => name.startsWith('omzien-chromium'));
    expect(left).toEqual([expect.stringMatching(/^omzien-chromium-\d+\.\d+\.\d+$/)]);
  } finally {
    await rm(machine, { recursive: true, force: true });
  }
}, 240_000);
