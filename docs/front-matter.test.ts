import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '#shared/domain/words.ts';

const read = (file: string): string => readFileSync(join(import.meta.dirname, '..', file), 'utf8');
const { version, license }: { version: string; license: string } = JSON.parse(read('package.json'));
const publiccode = read('publiccode.yml');
/** What follows a key, on its line or folded below it. */
const valuesOf = (key: string): string[] =>
  [...publiccode.matchAll(new RegExp(`^ *${key}:(?: >)?((?:.*\\n)(?: {6,}.*\\n)*)`, 'gm'))].map(([, value = '']) =>
    value.replaceAll(/\s+/g, ' ').trim(),
  );

describe('publiccode.yml', () => {
  it('has the licence and the languages that there are', () => {
    expect(valuesOf('license')).toEqual([license]);
    const [, listed = ''] = /availableLanguages:\n((?: +- \w+\n)+)/.exec(publiccode) ?? [];
    expect([...listed.matchAll(/- (\w+)/g)].map(([, code]) => code)).toEqual([...LANGUAGES]);
  });

  it('describes itself in as many characters as the standard takes, in Dutch and English', () => {
    const [short, long] = [valuesOf('shortDescription'), valuesOf('longDescription')];
    expect([short.length, long.length]).toEqual([2, 2]);
    for (const text of short) expect(text.length).toBeLessThanOrEqual(150);
    for (const text of long) expect(text.length).toBeGreaterThanOrEqual(150);
  });
});

describe('the changelog', () => {
  const headings = [...read('CHANGELOG.md').matchAll(/^## \[(.+?)\](.*)$/gm)].map(([, name = '', rest = '']) => ({
    name,
    rest,
  }));

  it('begins with what is not released, and dates every version', () => {
    const [unreleased, ...versions] = headings;
    expect(unreleased).toEqual({ name: 'Unreleased', rest: '' });
    for (const { name, rest } of versions) {
      expect(name).toMatch(/^\d+\.\d+\.\d+$/);
      expect(rest).toMatch(/^ - \d{4}-\d\d-\d\d$/);
    }
  });

  it('has the version of package.json, or says that it comes', () => {
    expect([
      ...headings.map(({ name }) => name),
      /will be (\d+\.\d+\.\d+)\./.exec(read('CHANGELOG.md'))?.[1],
    ]).toContain(version);
    expect(JSON.parse(read('package-lock.json')).version).toBe(version);
  });
});
