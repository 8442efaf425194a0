import { describe, expect, it } from 'vitest';
import { demoDirectory } from '../../../infra/local/demo-directory.ts';
import type { Target } from './drive.ts';
import { handlersTarget, memoryStores } from './handlers-target.ts';
import { keepsPromises } from './keep-promises.ts';

const LITTLE = { minutes: 0.002, rate: 500, burst: 20 };
const IMPATIENT = { toldWithin: 0.2, every: 0.05 };

/** Keeps every promise, until one is taken out of it. */
function aTarget(changes: Partial<Target> = {}): Target {
  let last = 0;
  const numbers = new Set<string>();
  return {
    async post() {
      last += 1;
      numbers.add(`number ${last}`);
      return { status: 201, reference: `number ${last}` };
    },
    askAfter: async (reference) => (numbers.has(reference) ? 200 : 404),
    told: async () => numbers,
    ...changes,
  };
}

async function brokenOn(target: Target): Promise<readonly string[]> {
  return keepsPromises(target, LITTLE, () => undefined, IMPATIENT);
}

describe('the load', () => {
  it('finds every promise kept by the handlers', async () => {
    const lines: string[] = [];
    const target = await handlersTarget(memoryStores(), await demoDirectory());
    const broken = await keepsPromises(target, LITTLE, (line) => lines.push(line), { every: 0.05 });
    await target.stop();
    expect(broken).toEqual([]);
    expect(lines.map((line) => line.replaceAll(/\d+\.\d/g, 'N'))).toEqual([
      'steady 60 sent, 60 accepted in N s (N a second), 0 sent again · p50 N ms, p95 N ms, p99 N ms',
      'burst  20 sent, 20 accepted in N s (N a second), 0 sent again · p50 N ms, p95 N ms, p99 N ms',
      expect.stringMatching(/^80 of 80 owners written to/),
      '80 of 80 numbers known to who asks after them',
    ]);
  });

  it('finds a fault', async () => {
    const good = aTarget();
    let count = 0;
    const broken = await brokenOn({
      ...good,
      async post(key) {
        count += 1;
        if (count === 3) return { status: 503 };
        return good.post(key);
      },
    });
    expect(broken).toEqual(['1 forms got 503 and no number']);
  });

  it('finds a number that nobody knows any more', async () => {
    expect(await brokenOn(aTarget({ askAfter: async (number) => (number === 'number 7' ? 404 : 200) }))).toEqual([
      '1 signals are lost',
    ]);
  });

  it('finds an owner who was not written to', async () => {
    expect(await brokenOn(aTarget({ told: async () => new Set() }))).toEqual([
      'of 80 signals no owner knows after 0.2 s',
    ]);
  });

  it('finds two forms with one number', async () => {
    expect(
      await brokenOn(
        aTarget({
          post: async () => ({ status: 201, reference: 'number 1' }),
          askAfter: async () => 200,
          told: async () => new Set(['number 1']),
        }),
      ),
    ).toEqual(['79 forms share the number of another']);
  });

  it('sends again what was held back or not answered, under the same key', async () => {
    const good = aTarget();
    const keys: string[] = [];
    const broken = await brokenOn({
      ...good,
      async post(key) {
        keys.push(key);
        if (keys.length === 2) throw new Error('no connection');
        return keys.length === 1 ? { status: 429 } : good.post(key);
      },
    });
    expect(broken).toEqual([]);
    for (const again of [keys[0], keys[1]]) expect(keys.filter((key) => key === again)).toHaveLength(2);
  });
});
