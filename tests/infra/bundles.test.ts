import { mkdtempSync, readdirSync, realpathSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Pages } from '../../functions/report/pages.ts';
import { buildFunction, type FunctionName } from '../../infra/constructs/function-code.ts';

/**
 * What a container reads before it answers: nearly half of its start goes into reading and compiling, by the kilobyte. Each is what was
 * reached and some five percent. Who passes one looks first whether something came along that the function never calls (`npm run
 * performance:start` says what it costs), and loads what few requests need in a file of its own.
 */
const MAX_KB: Readonly<Record<FunctionName, number>> = {
  report: 290,
  console: 440,
  'signal-changes': 400,
  clock: 420,
  'mail-feedback': 276,
};
const FUNCTIONS = Object.entries(MAX_KB) as [FunctionName, number][];

const work = mkdtempSync(join(tmpdir(), 'omzien-bundles-'));
beforeAll(() => {
  for (const [name] of FUNCTIONS) buildFunction(name, join(work, name));
});
afterAll(() => rmSync(work, { recursive: true }));

describe('the bundles of the functions', () => {
  it.each(FUNCTIONS)('%s loads at most %i KB at its start', (name, most) => {
    expect(statSync(join(work, name, 'index.js')).size / 1024).toBeLessThanOrEqual(most);
  });

  it('keep what few people need in files of their own, which can be loaded from where they are deployed', () => {
    const later = FUNCTIONS.map(([name]) => [name, readdirSync(join(work, name)).sort()]);
    expect(Object.fromEntries(later)).toEqual({
      report: ['index.js', 'openapi-packed.js', 'pages.js'],
      console: [
        'figures.js',
        'index.js',
        'log-words.js',
        'mail-words.js',
        'node_modules',
        'place-work.js',
        'practice-work.js',
        'route-lists.js',
        'staff-changes.js',
        'status-reading.js',
        'text-checks.js',
      ],
      'signal-changes': ['index.js'],
      clock: ['index.js'],
      'mail-feedback': ['index.js'],
    });
    const load = createRequire(join(work, 'report/index.js'));
    const { pages }: { pages: Pages } = load('./pages.js');
    expect(Object.values(pages).map((page) => typeof page)).toEqual(Array(Object.keys(pages).length).fill('function'));
    const ofConsole = createRequire(join(work, 'console/index.js'));
    expect(ofConsole.resolve('@simplewebauthn/server')).toBe(
      join(realpathSync(work), 'console/node_modules/@simplewebauthn/server/index.js'),
    );
    expect(typeof ofConsole('@simplewebauthn/server').verifyRegistrationResponse).toBe('function');
    expect(load('./openapi-packed.js').OPENAPI_PACKED).toMatch(/^H4sI/);
  });
});
