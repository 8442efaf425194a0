import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ABOUT,
  ALREADY_TRIED,
  BEST_TIMES,
  LANGUAGES,
  NOT_SEEN_SINCE,
  REASONS,
  REPORTER_KINDS,
  WISHES,
} from '#shared/domain/words.ts';
import { CONTROL_NAMES, controlOf, fromForm, HONEYPOT_FIELD, looksUrgent, MAX_LENGTHS, toForm } from './report-form.ts';
import { SignalSubmission } from './signal-submission.ts';

const form = (fields: Record<string, string | string[]>): URLSearchParams => {
  const made = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) made.append(name, one);
  return made;
};
const address = (fields: Record<string, string>) =>
  fromForm(form(Object.fromEntries(Object.entries(fields).map(([name, value]) => [`address.${name}`, value])))).address;

describe('fromForm', () => {
  it('leaves out what is blank', () => {
    expect(
      fromForm(form({ about: 'myself', explanation: '  ', 'reporter.email': '', 'address.postcode': ' ' })),
    ).toEqual({
      about: 'myself',
      address: {},
      reporter: {},
    });
  });

  it('reads boxes, answers and lists', () => {
    const read = fromForm(
      form({
        about: 'someone-else',
        reasons: ['no-answer', 'other', 'other'],
        residentKnows: 'no',
        'reporter.kind': 'shop',
        'reporter.mayBeNamed': 'yes',
      }),
    );
    expect(read).toEqual({
      about: 'someone-else',
      reasons: ['no-answer', 'other'],
      residentKnows: false,
      address: {},
      reporter: { kind: 'shop', mayBeNamed: true },
    });
  });

  it.each([
    ['12', '', { houseNumber: 12 }],
    ['12a', '', { houseNumber: 12, houseLetter: 'A' }],
    ['12 a', 'bis', { houseNumber: 12, houseLetter: 'A', houseNumberAddition: 'bis' }],
    ['12-2', '', { houseNumber: 12, houseNumberAddition: '2' }],
    ['12', 'A-1', { houseNumber: 12, houseLetter: 'A', houseNumberAddition: '1' }],
    ['12', '2 hoog', { houseNumber: 12, houseNumberAddition: '2 hoog' }],
    ['12bis', '', { houseNumber: 12, houseNumberAddition: 'bis' }],
    ['nr 12', '', { houseNumber: 12 }],
    ['Nummer: 12a', '', { houseNumber: 12, houseLetter: 'A' }],
    ['huisnr. 12', '', { houseNumber: 12 }],
    ['nr12', '', { houseNumber: 12 }],
    ['\u200e12', '\u200eA', { houseNumber: 12, houseLetter: 'A' }],
    ['twaalf', '', { houseNumber: 'twaalf' }],
    ['1234567', '', { houseNumber: '1234567' }],
  ])('reads the house number %j with the addition %j', (houseNumber, houseNumberAddition, expected) => {
    expect(address({ houseNumber, houseNumberAddition })).toEqual(expected);
  });

  it('leaves out what belongs to the other kind of signal, and how long somebody who was seen was not', () => {
    const everything = { reasons: ['no-answer'], notSeenSince: 'days', wishes: ['talk'], 'reporter.kind': 'shop' };
    expect(fromForm(form({ about: 'myself', ...everything }))).toEqual({
      about: 'myself',
      wishes: ['talk'],
      address: {},
      reporter: {},
    });
    expect(fromForm(form({ about: 'someone-else', ...everything }))).toEqual({
      about: 'someone-else',
      reasons: ['no-answer'],
      address: {},
      reporter: { kind: 'shop' },
    });
  });

  it('drops a misprinted poster code rather than the signal', () => {
    expect(fromForm(form({ source: 'Kapper Jansen!' }))).not.toHaveProperty('source');
    for (const typed of ['Kapper-Jansen ', 'https://omzien.example/?via=kapper-jansen', ['', 'kapper-jansen']])
      expect(fromForm(form({ source: typed }))).toMatchObject({ source: 'kapper-jansen' });
    expect(fromForm(form({ source: 'kapper-jansen' }))).toMatchObject({ source: 'kapper-jansen' });
  });

  it('carries along what only a machine fills in', () => {
    const spam = form({ about: 'myself', [HONEYPOT_FIELD]: 'https://spam.example' });
    expect(fromForm(spam)).toMatchObject({ website: 'https://spam.example' });
    expect(fromForm(form({ [HONEYPOT_FIELD]: ' ' }))).not.toHaveProperty('website');
  });
});

const text = (max: number) =>
  fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9 .'-]*$/).map((made) => made.slice(0, max).trim());
const yes = fc.constantFrom('yes', '');
/** Whatever a browser, or somebody with less good intentions, could post. */
const anyForm = fc
  .record({
    about: fc.constantFrom(...ABOUT, '', 'both'),
    'address.postcode': fc.constantFrom('3034 AB', '1234ab', '', '12'),
    'address.houseNumber': fc.oneof(fc.nat(200_000).map(String), text(12), fc.constant('')),
    'address.houseNumberAddition': fc.oneof(text(14), fc.constant('')),
    'address.street': fc.oneof(text(90), fc.constant('')),
    'address.town': fc.oneof(text(20), fc.constant('')),
    reasons: fc.subarray([...REASONS]),
    notSeenSince: fc.constantFrom(...NOT_SEEN_SINCE, ''),
    explanation: fc.oneof(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.constant('')),
    alreadyTried: fc.subarray([...ALREADY_TRIED]),
    residentKnows: fc.constantFrom('yes', 'no', ''),
    wishes: fc.subarray([...WISHES]),
    bestTime: fc.constantFrom(...BEST_TIMES, ''),
    'reporter.kind': fc.constantFrom(...REPORTER_KINDS, ''),
    'reporter.name': fc.oneof(text(80), fc.constant('')),
    'reporter.phone': fc.constantFrom('06 12345678', '', 'nul zes'),
    'reporter.email': fc.constantFrom('jan@voorbeeld.nl', '', 'jan@'),
    'reporter.mayBeContacted': yes,
    'reporter.mayBeNamed': yes,
    'reporter.wantsUpdates': yes,
    language: fc.constantFrom(...LANGUAGES),
    source: fc.constantFrom('kapper-jansen', '', 'Geen Code'),
  })
  .map(form);

describe('toForm', () => {
  it('gives back what fromForm read, whatever was typed', () => {
    fc.assert(
      fc.property(anyForm, (typed) => {
        const meaning = fromForm(typed);
        expect(fromForm(toForm(meaning))).toEqual(meaning);
      }),
    );
  });

  it('spells a checked submission so that checking it again gives the same', () => {
    fc.assert(
      fc.property(anyForm, (typed) => {
        const checked = SignalSubmission.safeParse(fromForm(typed));
        fc.pre(checked.success);
        expect(SignalSubmission.parse(fromForm(toForm(checked.data ?? {})))).toEqual(checked.data);
      }),
    );
  });
});

describe('the form and the contract', () => {
  it.each(Object.entries(MAX_LENGTHS))('agree that %s has at most %d characters', (name, max) => {
    const codesFor = (length: number) => {
      const [group = '', field = ''] = name.split('.');
      const value = 'x'.repeat(length);
      const given = field ? { [group]: { [field]: value } } : { [group]: value };
      const { error } = SignalSubmission.safeParse({ about: 'myself', address: {}, reporter: {}, ...given });
      return error?.issues.filter(({ path }) => path.join('.') === name).map(({ message }) => message) ?? [];
    };
    expect(codesFor(max + 1)).toContain('too-long');
    expect(codesFor(max)).not.toContain('too-long');
  });

  it('find the control of every field that the contract refuses', () => {
    const { error } = SignalSubmission.safeParse({
      about: 'x',
      address: { houseLetter: '12', postcode: 'x', street: '', town: '' },
      reasons: ['x'],
      reporter: { kind: 'x', email: 'x', phone: 'x', name: '', wantsUpdates: 1 },
    });
    const fields = error?.issues.map(({ path }) => path.join('.')) ?? [];
    expect(fields.length).toBeGreaterThan(8);
    expect(fields.filter((field) => !controlOf(field))).toEqual([]);
    expect(CONTROL_NAMES).toContain(controlOf('reasons.0'));
  });
});

describe('looksUrgent', () => {
  it.each([
    [['not-seen', 'no-answer'], true],
    [['not-seen'], false],
    [['no-answer'], false],
  ])('of %j is %j, however long it has been', (reasons, expected) => {
    for (const notSeenSince of ['days', 'unknown', ''])
      expect(looksUrgent(form({ reasons, notSeenSince }))).toBe(expected);
  });
});
