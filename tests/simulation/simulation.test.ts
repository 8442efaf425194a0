import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { simulate } from './simulate.ts';

/** As many as `npm test` has the time for; `npm run simulate` does as many as you like. */
const SIGNALS = 20_000;

describe('a simulated municipality', () => {
  it(`keeps every promise to ${SIGNALS} signals, whatever goes wrong`, () => {
    const options = ['--seed', '1', '--signals', String(SIGNALS), '--per-seed', '250'];
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, 'run.ts'), ...options], {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    expect(stdout.trim().split('\n').at(-1), stdout.slice(0, 20_000) + stderr).toBe(
      `${SIGNALS} signals, 0 lost, 0 late unseen, 0 kept, 0 early`,
    );
    expect(status).toBe(0);
  });

  it('is the same again for the same seed, to the last call', async () => {
    const first = await simulate({ seed: 7, signals: 40 });
    expect(await simulate({ seed: 7, signals: 40 })).toEqual(first);
    expect((await simulate({ seed: 8, signals: 40 })).calls).not.toBe(first.calls);
  });

  it('has reporters who all get their number, and signals that all come to an end', async () => {
    const { signals, endings, mails } = await simulate({ seed: 11, signals: 60 });
    expect(signals).toBe(60);
    expect(endings.erased + endings.expired).toBe(60);
    expect(Math.min(endings.erased, endings.expired)).toBeGreaterThan(5);
    expect(mails).toBeGreaterThan(100);
  });
});
