import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Pages } from '../../functions/report/pages.lazy.ts';
import { buildFunction, type FunctionName } from '../../infra/constructs/function-code.ts';

/**
 * What a container reads before it answers: nearly half of its start goes into reading and compiling, by the kilobyte. Each is what was
 * reached and some five percent. Who passes one looks first whether something came along that the function never calls (`npm run
 * performance:start` says what it costs), and loads what few requests need in a file of its own.
 */
const MAX_KB: Readonly<Record<FunctionName, number>> = {
  report: 292,
  console: 440,
  'signal-changes': 408,
  clock: 424,
  'mail-feedback': 276,
};
const FUNCTIONS = Object.entries(MAX_KB) as [FunctionName, number][];

const FUNCTIONS_FOLDER = fileURLToPath(new URL('../../functions/', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'omzien-bundles-'));
beforeAll(() => {
  for (const [name] of FUNCTIONS) buildFunction(name, join(work, name));
});
afterAll(() => rmSync(work, { recursive: true }));

describe('the bundles of the functions', () => {
  it.each(FUNCTIONS)('%s loads at most %i KB at its start', (name, most) => {
    expect(statSync(join(work, name, 'index.js')).size / 1024).toBeLessThanOrEqual(most);
  });

  it('keep what few people need in files of their own: those that are called `.lazy`, and no others', () => {
    for (const [name] of FUNCTIONS) {
      const sources = readdirSync(join(FUNCTIONS_FOLDER, name)).filter((file) => !file.endsWith('.test.ts'));
      const lazy = sources.filter((file) => file.endsWith('.lazy.ts'));
      const built = readdirSync(join(work, name)).filter((file) => file !== 'node_modules');
      expect(built.sort()).toEqual(['index.js', ...lazy.map((file) => file.replace(/ts$/, 'js'))].sort());

      const code = sources.map((file) => readFileSync(join(FUNCTIONS_FOLDER, name, file), 'utf8')).join('\n');
      const loadedLater = [...code.matchAll(/\bimport\('\.\/([^']+)'\)/g)].map(([, file]) => file);
      expect([...new Set(loadedLater)].sort()).toEqual(built.filter((file) => file !== 'index.js'));
      // Imported as anything but a type it would be in the bundle twice.
      expect(code).not.toMatch(/^import (?!type ).+\.lazy\.[jt]s'/m);
    }
  });

  it('can load those files from where they are deployed', () => {
    const load = createRequire(join(work, 'report/index.js'));
    const { pages }: { pages: Pages } = load('./pages.lazy.js');
    expect(Object.values(pages).map((page) => typeof page)).toEqual(Array(Object.keys(pages).length).fill('function'));
    const ofConsole = createRequire(join(work, 'console/index.js'));
    expect(ofConsole.resolve('@simplewebauthn/server')).toBe(
      join(realpathSync(work), 'console/node_modules/@simplewebauthn/server/index.js'),
    );
    expect(typeof ofConsole('@simplewebauthn/server').verifyRegistrationResponse).toBe('function');
    expect(load('./openapi-packed.lazy.js').OPENAPI_PACKED).toMatch(/^H4sI/);
  });
});
