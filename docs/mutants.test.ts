import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const textOf = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

it('lists in docs/mutants.md every rule that is broken on purpose: run `npm run simulate:mutants` when this fails', () => {
  const rules = [...textOf('../tests/simulation/mutants.ts').matchAll(/^ {4}rule: (?:'(.*)'|"(.*)"),$/gm)];
  const listed = [...textOf('mutants.md').matchAll(/^\| \d+ \| ([^|]*[^| ]) \|/gm)].map(([, rule]) => rule);
  expect(rules.length).toBeGreaterThan(20);
  expect(listed).toEqual(rules.map(([, single, double]) => (single ?? double)?.replaceAll("\\'", "'")));
});
