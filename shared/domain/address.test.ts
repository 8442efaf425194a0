import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aPostcode } from '#shared/testing/builders.ts';
import {
  type Address,
  addressInOneSpelling,
  fourDigits,
  MAX_HOUSE_NUMBER,
  parsePostcode,
  spellHouseNumber,
  spellPostcode,
  twoLetters,
} from './address.ts';

describe('a postcode', () => {
  it.each(['1234AB', '1234 AB', '1234ab', '1234 aB', ' 1234AB ', '\t1234 ab\n', '\u00a01234AB'])(
    'typed as %j is 1234AB',
    (text) => {
      expect(parsePostcode(text)).toBe('1234AB');
    },
  );

  it.each([
    '',
    '0123AB',
    '1234SA',
    '1234SD',
    '1234SS',
    '1234 sa',
    '1234',
    '1234A',
    '1234ABC',
    '12345AB',
    '123AB',
    'AB1234',
    '12 34AB',
    '1234A B',
    '1234A1',
    '1234ÄB',
    '1234AB 12',
  ])('is not %j', (text) => {
    expect(parsePostcode(text)).toBeUndefined();
  });

  it.each(['1234SB', '1234AS', '1234DS', '1000AA', '9999ZZ'])('may be %s', (text) => {
    expect(parsePostcode(text)).toBe(text);
  });

  it('falls apart into digits and letters, and is spelled with a blank that reads back', () => {
    const letter = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ');
    fc.assert(
      fc.property(fc.integer({ min: 1_000, max: 9_999 }), letter, letter, (digits, one, two) => {
        const postcode = parsePostcode(`${digits}${one}${two}`);
        fc.pre(postcode !== undefined);
        expect(fourDigits(postcode)).toBe(String(digits));
        expect(twoLetters(postcode)).toBe(one + two);
        expect(spellPostcode(postcode)).toBe(`${digits} ${one}${two}`);
        expect(parsePostcode(spellPostcode(postcode))).toBe(postcode);
      }),
    );
  });
});

describe('a house number', () => {
  it.each([
    [{ houseNumber: 12 }, '12'],
    [{ houseNumber: 12, houseLetter: 'A' }, '12A'],
    [{ houseNumber: 12, houseNumberAddition: 'bis' }, '12 bis'],
    [{ houseNumber: 12, houseLetter: 'A', houseNumberAddition: 'bis' }, '12A bis'],
  ])('of %j reads %s', (address, spelled) => {
    expect(spellHouseNumber(address)).toBe(spelled);
  });

  it('has five digits at most', () => {
    expect(MAX_HOUSE_NUMBER).toBe(99_999);
  });
});

describe('an address in one spelling', () => {
  const postcode = aPostcode('3034AB');
  const same = (one: Address, other: Address) => addressInOneSpelling(one) === addressInOneSpelling(other);

  it.each<[string, Address, Address]>([
    ['capitals', { postcode, houseNumber: 12, houseLetter: 'a' }, { postcode, houseNumber: 12, houseLetter: 'A' }],
    [
      'blanks and dashes in the addition',
      { postcode, houseNumber: 12, houseNumberAddition: ' 2 - hoog' },
      { postcode, houseNumber: 12, houseNumberAddition: '2HOOG' },
    ],
    [
      'a letter or an addition',
      { postcode, houseNumber: 12, houseLetter: 'A' },
      { postcode, houseNumber: 12, houseNumberAddition: 'a' },
    ],
    [
      'a street name beside the postcode',
      { postcode, houseNumber: 12 },
      { postcode, houseNumber: 12, street: 'Zwaanshals', town: 'Rotterdam' },
    ],
    [
      'accents and dots in a street',
      { houseNumber: 12, street: 'Burg. Coupérusstraat', town: "'s-Gravenhage" },
      { houseNumber: 12, street: 'burg couperusstraat', town: 's Gravenhage' },
    ],
  ])('does not tell %s apart', (_what, one, other) => expect(same(one, other)).toBe(true));

  it.each<[string, Address, Address]>([
    ['house numbers', { postcode, houseNumber: 12 }, { postcode, houseNumber: 13 }],
    ['doors', { postcode, houseNumber: 12 }, { postcode, houseNumber: 12, houseLetter: 'A' }],
    [
      'a number and its addition',
      { postcode, houseNumber: 1, houseNumberAddition: '2' },
      { postcode, houseNumber: 12 },
    ],
    ['postcodes', { postcode, houseNumber: 12 }, { postcode: aPostcode('3034AC'), houseNumber: 12 }],
    [
      'towns',
      { houseNumber: 12, street: 'Dorpsstraat', town: 'Noordwijk' },
      { houseNumber: 12, street: 'Dorpsstraat', town: 'Terneuzen' },
    ],
  ])('tells %s apart', (_what, one, other) => expect(same(one, other)).toBe(false));
});
