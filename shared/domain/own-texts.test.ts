import { describe, expect, it } from 'vitest';
import { changedTexts, commonPath, countOf, laidOver, type OwnTexts } from './own-texts.ts';

const TEXTS: OwnTexts = { 'mail.greeting': { nl: 'Dag,', en: 'Hi,' }, 'mail.open': { nl: 'Kijk' } };

describe('texts over other texts', () => {
  it('stand in their place, each language by itself', () => {
    expect(laidOver(TEXTS, { 'mail.greeting': { en: 'Hello,' }, 'mail.reference': { nl: 'Nummer' } })).toEqual({
      'mail.greeting': { nl: 'Dag,', en: 'Hello,' },
      'mail.open': { nl: 'Kijk' },
      'mail.reference': { nl: 'Nummer' },
    });
  });

  it('are counted by language', () => {
    expect([countOf({}), countOf(TEXTS)]).toEqual([0, 3]);
  });
});

describe('a change of texts', () => {
  it('replaces, adds and takes away, and leaves nothing empty behind', () => {
    const changed = changedTexts(TEXTS, [
      { path: 'mail.greeting', language: 'nl', before: 'Dag,', text: 'Hallo,' },
      { path: 'mail.open', language: 'nl', before: 'Kijk' },
      { path: 'mail.reference', language: 'nl', text: 'Nummer' },
    ]);
    expect(changed).toStrictEqual({
      'mail.greeting': { nl: 'Hallo,', en: 'Hi,' },
      'mail.reference': { nl: 'Nummer' },
    });
  });

  it.each([
    ['changed meanwhile', { path: 'mail.greeting', language: 'nl', before: 'Beste,', text: 'x' }],
    ['added meanwhile', { path: 'mail.greeting', language: 'nl', text: 'x' }],
    ['taken away meanwhile', { path: 'mail.reference', language: 'nl', before: 'Nummer', text: 'x' }],
  ] as const)('is none where one of them was %s', (_why, change) => {
    expect(
      changedTexts(TEXTS, [{ path: 'mail.open', language: 'nl', before: 'Kijk', text: 'y' }, change]),
    ).toBeUndefined();
  });

  it('is about what its paths have in common', () => {
    expect(commonPath(['mail.code.body.0'])).toBe('mail.code.body.0');
    expect(commonPath(['mail.code.body.0', 'mail.code.subject'])).toBe('mail.code');
    expect(commonPath(['mail.code.subject', 'console.list.title'])).toBe('texts');
  });
});
