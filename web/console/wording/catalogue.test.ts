import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '#shared/domain/words.ts';
import { changesWithoutDeploy } from '#shared/texts/changeable.ts';
import { standardTexts } from '#shared/texts/check-own-texts.ts';
import { groupOf, groupsIn, misfitsIn, search } from './catalogue.ts';
import { hrefTo, placeAt } from './places.ts';

describe('the groups', () => {
  it.each(LANGUAGES)('hold every text in %s that changes without a deploy, once', (language) => {
    const shown = groupsIn(language, {}).flatMap(({ sentences }) => sentences.map(({ path }) => path));
    const all = standardTexts(language).map(([path]) => path);
    expect([...shown].sort()).toEqual(all.filter(changesWithoutDeploy).sort());
  });

  it('are a mail, a screen or what stands directly under a kind', () => {
    expect(groupOf({ path: 'mail.messages.notify.body.1' })).toBe('mail.messages.notify');
    expect(groupOf({ path: 'mail.code.body.0' })).toBe('mail.code');
    expect(groupOf({ path: 'mail.greeting' })).toBe('mail');
    expect(groupOf({ path: 'console.next.title.held' })).toBe('console.next');
  });

  it('are known by their subject or title, else by how they begin', () => {
    const titles = new Map(groupsIn('nl', {}).map(({ id, title }) => [id, title]));
    expect(titles.get('mail.code')).toBe('Uw code om u aan te melden');
    expect(titles.get('words.dismissals')).toBe('Reclame of rommel, Niet serieus bedoeld, Niet te lezen');
    expect([...titles.values()].filter((title) => title.length > 90)).toEqual([]);
  });

  it('have an address of their own, and so has each sentence', () => {
    const place = { language: 'nl', path: 'mail.messages.notify.body.1' } as const;
    expect(hrefTo(place)).toBe('#/teksten/nl.mail.messages.notify.body.1');
    expect(placeAt('nl.mail.messages.notify.body.1')).toEqual(place);
    for (const part of [undefined, '', 'nl', 'xx.mail']) expect(placeAt(part)).toBeUndefined();
  });
});

describe('searching', () => {
  const paths = (query: string, own = {}) => search('nl', own, query).map(({ sentence }) => sentence.path);

  it('finds all of the words, in any order, without capitals or accents', () => {
    expect(paths('COLLEGA beste')[0]).toBe('mail.greeting');
    expect(paths('coordinator meteen mail').length).toBeGreaterThan(0);
    expect(paths('olifant')).toEqual([]);
    expect(paths('  ')).toEqual([]);
  });

  it('finds what is said now, and by what it replaced', () => {
    const own = { 'mail.greeting': { nl: 'Dag buur,' } };
    expect(paths('dag buur', own)).toEqual(['mail.greeting']);
    expect(paths('beste collega', own)[0]).toBe('mail.greeting');
  });

  it('tells apart what only a deploy can change, and puts that last', () => {
    const found = search('nl', {}, 'bezoek nodig');
    const canChange = found.map(({ groupId }) => groupId !== undefined);
    expect(new Set(canChange)).toEqual(new Set([true, false]));
    expect(canChange).toEqual([...canChange].sort((a, b) => Number(b) - Number(a)));
  });
});

it('tells which own texts fit nowhere any more, or lack what is filled in', () => {
  const own = {
    'mail.greeting': { nl: 'Dag,' },
    'mail.gone': { nl: 'Oud' },
    'mail.digest.subject': { nl: 'Te laat', en: '{1} late' },
    'form.start.heading': { nl: 'Kent u iemand?' },
  };
  expect(misfitsIn(own, 'nl').map(({ path }) => path)).toEqual([
    'mail.gone',
    'mail.digest.subject',
    'form.start.heading',
  ]);
  expect(misfitsIn(own, 'en')).toEqual([]);
});
