import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const promises = readFileSync(join(import.meta.dirname, 'promises.md'), 'utf8');
const rows = promises.split('\n').filter((line) => /^\| \d+ \|/.test(line));
const named = rows.flatMap((row) =>
  [...row.matchAll(/\*([\w./-]+)\* › ([^;|]+)/g)].map(([, file = '', title = '']) => [file, title.trim()] as const),
);

it('has a row for every promise from 1 to 26, each with a test', () => {
  expect(rows.map((row) => Number(row.split('|')[1]))).toEqual(Array.from({ length: 26 }, (_, index) => index + 1));
  for (const row of rows) expect(row).toMatch(/\*[\w./-]+\* › |\| S;|the same test/);
});

it.each(named)('names a test that is there: %s › %s', (file, title) => {
  expect(existsSync(join(ROOT, file))).toBe(true);
  expect(readFileSync(join(ROOT, file), 'utf8')).toContain(title);
});
