import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { EVERYTHING } from './everything.ts';
import { simulate } from './simulate.ts';

/** As many as `npm test` has the time for; `npm run simulate` does as many as you like. */
const SIGNALS = 20_000;

const playedIn = (out: string): Readonly<Record<string, number>> => JSON.parse(/^played (.+)$/m.exec(out)?.[1] ?? '{}');

describe('a simulated municipality', () => {
  const options = ['--seed', '1', '--signals', String(SIGNALS), '--per-seed', '250'];
  const run = () =>
    spawnSync(process.execPath, [join(import.meta.dirname, 'run.ts'), ...options], {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
  let ran: ReturnType<typeof run>;
  beforeAll(() => {
    ran = run();
  });

  it(`keeps every promise to ${SIGNALS} signals, whatever goes wrong`, () => {
    const { status, stdout, stderr } = ran;
    expect(stdout.trim().split('\n').at(-1), stdout.slice(0, 20_000) + stderr).toBe(
      `${SIGNALS} signals, 0 lost, 0 late unseen, 0 kept, 0 early`,
    );
    expect(status).toBe(0);
  });

  it('plays every act, effect, mail and fault that there is', () => {
    const counts = playedIn(ran.stdout);
    expect(EVERYTHING.filter((what) => !counts[what])).toEqual([]);
    const mails = Object.keys(counts).filter((what) => what.startsWith('mail '));
    expect(mails.filter((what) => what !== 'mail down' && !EVERYTHING.includes(what))).toEqual([]);
  });

  it('mails nothing twice but for a fault, and at most once for each', () => {
    // Of each mail that went out again the ledger knows after which fault; a second one after the same is a promise that is broken.
    expect(ran.stdout).not.toContain('mailed twice');
    expect(playedIn(ran.stdout)['mailed again after a fault']).toBeGreaterThan(0);
  });

  it.each(['open', 'closed'] as const)(
    'names in the books of the night a signal that was lost while it was %s',
    async (status) => {
      const { broken } = await simulate({ seed: 7, signals: 40, lose: status });
      const told = broken.filter(({ promised }) => promised === 'books').map(({ why }) => why.replace(/^\S+ /, ''));
      expect(new Set(told)).toEqual(
        new Set([`the books of the night say ${status === 'open' ? 'lost' : 'gone-early'}`]),
      );
    },
  );

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
