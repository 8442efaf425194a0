import { describe, expect, it } from 'vitest';
import { consoleTexts as consoleEn } from './en/console.ts';
import { guide as guideEn } from './en/console-guide.ts';
import { mail as mailEn } from './en/mail.ts';
import { kitTextsIn } from './kit-texts.ts';
import { consoleTexts as consoleNl } from './nl/console.ts';
import { guide as guideNl } from './nl/console-guide.ts';
import { mail as mailNl } from './nl/mail.ts';
import { textsIn } from './texts.ts';

type Leaf = readonly [path: string, text: string];

/** Every text by its path; a text with parameters as it reads with some. */
function leaves(value: unknown, path = ''): Leaf[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return leaves(value('12', '34', '56'), path);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`));
}
const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();

const nl = leaves({ ...textsIn('nl'), mail: mailNl, console: consoleNl, guide: guideNl, kit: kitTextsIn('nl') });
const en = leaves({ ...textsIn('en'), mail: mailEn, console: consoleEn, guide: guideEn, kit: kitTextsIn('en') });

describe('the catalogues', () => {
  it('have the same texts in every language', () => {
    expect(en.map(([path]) => path)).toEqual(nl.map(([path]) => path));
  });

  it('have the same places to fill in', () => {
    expect(en.map(([path, text]) => [path, places(text)])).toEqual(nl.map(([path, text]) => [path, places(text)]));
  });

  it('have no empty text', () => {
    expect([...nl, ...en].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('speak of a signaal, never of a melding: that is a legal term and sounds like nuisance', () => {
    expect(nl.filter(([, text]) => /\bmelding/i.test(text))).toEqual([]);
  });

  it('keep Dutch sentences to fifteen words (B1)', () => {
    const sentences = nl.flatMap(([path, text]) => text.split(/(?<=[.?!:])\s/).map((one) => [path, one] as const));
    const long = sentences.filter(([, sentence]) => sentence.split(/\s+/).length > 15);
    expect(long).toEqual([]);
  });
});
