import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '#shared/domain/words.ts';
import { languageFiles } from '../../docs/write-languages.ts';
import { catalogueIn } from './check-own-texts.ts';
import { longSentences } from './sentences.ts';

type Leaf = readonly [path: string, text: string];

/** Every text by its path; a text with parameters as it reads with some. */
function leaves(value: unknown, path = ''): Leaf[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return leaves(value('12', '34', '56'), path);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`));
}
const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();

const nl = leaves(catalogueIn('nl'));
const others = LANGUAGES.filter((language) => language !== 'nl');

describe('the languages', () => {
  it('are the folders of the texts, as `npm run languages` finds them', async () => {
    const root = join(import.meta.dirname, '../..');
    for (const [path, content] of Object.entries(languageFiles(root)))
      expect([path, await readFile(join(root, path), 'utf8')]).toEqual([path, content]);
  });
});

describe.each(others)('the catalogue %s', (language) => {
  const texts = leaves(catalogueIn(language));

  it('has the texts of the Dutch one', () => {
    expect(texts.map(([path]) => path)).toEqual(nl.map(([path]) => path));
  });

  it('has the same places to fill in', () => {
    const filledIn = (all: Leaf[]) => all.map(([path, text]) => [path, places(text)]);
    expect(filledIn(texts)).toEqual(filledIn(nl));
  });

  it('has no empty text', () => {
    expect(texts.filter(([, text]) => text.trim() === '')).toEqual([]);
  });
});

describe('the Dutch catalogue', () => {
  it('has no empty text', () => {
    expect(nl.filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('speaks of a signaal, never of a melding: that is a legal term and sounds like nuisance', () => {
    expect(nl.filter(([, text]) => /\bmelding/i.test(text))).toEqual([]);
  });

  it.each([
    ['aanmelden, never inloggen', /inlog/i],
    ['u hebt, never u heeft', /\bheeft u\b|\bu (?:\w+ ){0,3}heeft\b/i],
    ['het mailadres van een team, never its postbus', /postbus/i],
    ['gevaar, and of no other nood', /\bnog nood\b/i],
    ['zeg of vraag het aan of tegen iemand', /\b(?:vraag|zeg) het (?:de|het) (?:bewoner|bezoeker|melder|coördinator)/i],
    ['niet verplicht, of what may be skipped', /\(hoeft niet\)|\(mag leeg/i],
    ['a technisch beheerder, never an uitrol', /uitrol/i],
  ])('has one word for one thing: %s', (_rule, other) => {
    expect(nl.filter(([, text]) => other.test(text))).toEqual([]);
  });

  it('lets the desk release a signal (vrijgeven) and a reporter pass one on (doorgeven)', () => {
    const released = nl.filter(([path]) => /\.release\b|held/.test(path));
    expect(released.filter(([, text]) => /doorge|\b(?:geeft?|gaf|liet)\b.*\bdoor\b/i.test(text))).toEqual([]);
    expect(released.filter(([, text]) => /\bvrij(?:ge\w+)?\b/.test(text)).length).toBeGreaterThan(6);
  });

  it('keeps sentences to fifteen words (B1)', () => {
    expect(nl.flatMap(([path, text]) => longSentences(text).map((sentence) => [path, sentence]))).toEqual([]);
  });
});

describe('the English catalogue', () => {
  const en = leaves(catalogueIn('en'));

  it.each([
    ['(optional), of what may be skipped', /\((?:not required|may stay empty)\)/i],
    ['data is, never data are', /\bdata are\b/i],
    ['automatically, of what nobody does', /\bby (?:itself|themselves)\b/i],
    ['danger, and of no other distress', /\bdistress now\b/i],
    ['the resident knows about the signal', /\bknows? of the signal\b/i],
  ])('has one word for one thing: %s', (_rule, other) => {
    expect(en.filter(([, text]) => other.test(text))).toEqual([]);
  });

  it('lets the desk release a signal and a reporter pass one on', () => {
    const released = en.filter(([path]) => /\.release\b/.test(path));
    expect(released.filter(([, text]) => /pass(?:ed)? .*on\b|passed on/i.test(text))).toEqual([]);
  });
});
