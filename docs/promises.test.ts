import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const promises = readFileSync(join(import.meta.dirname, 'promises.md'), 'utf8');
const rows = promises.split('\n').filter((line) => /^\| \d+ \|/.test(line));
const cell = (row: string, at: number): string => row.split('|')[at]?.trim() ?? '';

/** What shows a promise: `*file* › title`, several with a semicolon between them. */
const shownBy = rows.flatMap((row) => cell(row, 3).split(/;\s*/));
const NAMED = /^\*([\w./-]+)\* › (.+)$/;
const named = [
  ...shownBy,
  ...promises.split('\n').flatMap((line) => /\(\*[\w./-]+\* › [^)]+\)/.exec(line) ?? []),
].flatMap((part) => {
  const [, file = '', title = ''] = NAMED.exec(part.replaceAll(/^\(|\)$/g, '')) ?? [];
  return file ? [[file, title] as const] : [];
});

/** The titles in a file: a text that is followed by what it is the title of, as in `it('…', async () => {`. */
const titlesIn = (file: string): string[] =>
  [
    ...readFileSync(join(ROOT, file), 'utf8').matchAll(
      /\(\s*(['"`])((?:\\.|(?!\1)[^\\\n])+)\1,\s*(?:\{[^}]*\},\s*)?(?:async\s*)?(?:\(|\w+ =>|function)/g,
    ),
  ].map(([, , title = '']) => title.replaceAll(/\\(?=['"`])/g, ''));

it('has a row for every promise from 1 to 26', () => {
  expect(rows.map((row) => Number(cell(row, 1)))).toEqual(Array.from({ length: 26 }, (_, index) => index + 1));
});

it('shows each promise by tests alone: a title in a file, the simulation (S), or the test of the row above', () => {
  const others = shownBy.filter((part) => !NAMED.test(part) && part !== 'S' && part !== 'the same test');
  expect(others).toEqual([]);
});

it('names one test each time, by how its title begins', () => {
  const wrong = named.filter(([file, title]) => titlesIn(file).filter((one) => one.startsWith(title)).length !== 1);
  expect(named.length).toBeGreaterThan(40);
  expect(wrong).toEqual([]);
});
