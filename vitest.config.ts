import { defineConfig } from 'vitest/config';

const MINUTE = 60_000;
const UNPACK_CHROMIUM = 'tests/support/unpack-chromium.ts';

/**
 * The kinds of tests by what they may touch (docs/testing.md). Unit tests run first and at once; whatever starts a database, an emulator or
 * a browser runs after them, a file at a time, so that two cores are enough.
 */
export default defineConfig({
  test: {
    expect: { requireAssertions: true },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{shared,functions,infra,web,docs,tests/performance}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.int.test.ts', '**/*.browser.test.{ts,tsx}', 'node_modules/**'],
          // property tests take their time on a busy machine
          testTimeout: MINUTE,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'infra',
          include: ['tests/{infra,borders}/**/*.test.ts'],
          testTimeout: MINUTE,
          hookTimeout: MINUTE,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'contract',
          include: ['tests/contract/**/*.test.ts'],
          testTimeout: MINUTE,
          hookTimeout: 3 * MINUTE,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: {
          name: 'simulation',
          include: ['tests/simulation/**/*.test.ts'],
          // seconds on a machine of its own, many minutes on a busy one: a slow run is no broken promise
          testTimeout: 40 * MINUTE,
          hookTimeout: 40 * MINUTE,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['**/*.browser.test.{ts,tsx}'],
          globalSetup: UNPACK_CHROMIUM,
          exclude: ['node_modules/**'],
          testTimeout: 2 * MINUTE,
          hookTimeout: 2 * MINUTE,
          // each file has a browser of its own, and waits more than it works
          maxWorkers: 2,
          sequence: { groupOrder: 3 },
        },
      },
      {
        extends: true,
        test: {
          name: 'local',
          include: ['infra/**/*.int.test.ts'],
          testTimeout: 4 * MINUTE,
          hookTimeout: 4 * MINUTE,
          fileParallelism: false,
          sequence: { groupOrder: 4 },
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['tests/journeys/**/*.test.ts'],
          globalSetup: UNPACK_CHROMIUM,
          testTimeout: 5 * MINUTE,
          hookTimeout: 5 * MINUTE,
          // one file a town, and towns mostly wait for moments to come
          maxWorkers: 2,
          sequence: { groupOrder: 5 },
        },
      },
    ],
  },
});
