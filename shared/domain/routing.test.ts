import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aPostcode } from '#shared/testing/builders.ts';
import { neighbourhoodId } from './ids.ts';
import { neighbourhoodOf, type PostcodeRoutes, streetsAt, withStreet } from './routing.ts';

const rest = neighbourhoodId('rest');
const early = neighbourhoodId('early');
const late = neighbourhoodId('late');
const corner = neighbourhoodId('corner');
const routes: PostcodeRoutes = {
  fourDigits: '3034',
  neighbourhoodId: rest,
  ranges: [
    { from: 'AB', until: 'BZ', neighbourhoodId: early },
    { from: 'XA', until: 'XA', neighbourhoodId: late },
  ],
  exceptions: [
    { postcode: aPostcode('3034AC'), houseNumber: 12, neighbourhoodId: corner },
    { postcode: aPostcode('3034ZZ'), houseNumber: 1, neighbourhoodId: corner },
  ],
};

describe('the neighbourhood of an address', () => {
  it.each([
    ['before a range', '3034AA', 1, rest],
    ['at the start of a range', '3034AB', 1, early],
    ['inside a range', '3034AZ', 1, early],
    ['at the end of a range', '3034BZ', 1, early],
    ['after a range', '3034CA', 1, rest],
    ['in a range of one', '3034XA', 1, late],
    ['just after a range of one', '3034XB', 1, rest],
    ['with an exception inside a range', '3034AC', 12, corner],
    ['beside an exception', '3034AC', 14, early],
    ['with the number of an exception at another postcode', '3034AD', 12, early],
    ['with an exception outside every range', '3034ZZ', 1, corner],
  ] as const)('%s (%s %i) is %s', (_where, postcode, houseNumber, neighbourhood) => {
    expect(neighbourhoodOf({ postcode: aPostcode(postcode), houseNumber }, routes)).toBe(neighbourhood);
  });

  it('is that of the four digits when there is nothing more exact', () => {
    const plain: PostcodeRoutes = { fourDigits: '3034', neighbourhoodId: rest };
    expect(neighbourhoodOf({ postcode: aPostcode('3034AC'), houseNumber: 12 }, plain)).toBe(rest);
  });

  it('is not known without a postcode, without rules, or under the rules of another postcode', () => {
    expect(neighbourhoodOf({ houseNumber: 12, street: 'Noordplein', town: 'Rotterdam' }, routes)).toBeUndefined();
    expect(neighbourhoodOf({ postcode: aPostcode('3034AC'), houseNumber: 12 }, undefined)).toBeUndefined();
    expect(neighbourhoodOf({ postcode: aPostcode('3035AC'), houseNumber: 12 }, routes)).toBeUndefined();
  });

  it('is found for every postcode of the four digits, whatever the rules', () => {
    const letters = fc
      .tuple(fc.constantFrom(...'ABCDEFGH'), fc.constantFrom(...'ABCDEFGH'))
      .map((pair) => pair.join(''));
    const ranges = fc.array(
      fc.tuple(letters, letters).map(([from, until]) => ({ from, until, neighbourhoodId: early })),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(ranges, letters, fc.integer({ min: 1, max: 99_999 }), (some, pair, houseNumber) => {
        const inSome = some.some(({ from, until }) => pair >= from && pair <= until);
        const found = neighbourhoodOf(
          { postcode: aPostcode(`3034${pair}`), houseNumber },
          { fourDigits: '3034', neighbourhoodId: rest, ranges: some },
        );
        expect(found).toBe(inSome ? early : rest);
      }),
    );
  });
});

describe('the street of an address', () => {
  const known: PostcodeRoutes = {
    fourDigits: '3034',
    neighbourhoodId: rest,
    streets: [
      { name: 'Bergweg', letters: ['AC'] },
      { name: 'Noordsingel', letters: ['AB', 'AC'] },
    ],
  };
  const at = (postcode: string, more: object = {}) => ({ postcode: aPostcode(postcode), houseNumber: 12, ...more });

  it('is the one that its postcode stands for', () => {
    expect(withStreet(at('3034AB'), known)).toEqual(at('3034AB', { street: 'Noordsingel' }));
  });

  it.each([
    ['of a postcode with more streets than one', '3034AC', ['Bergweg', 'Noordsingel']],
    ['of a postcode that the register does not know', '3034ZZ', []],
    ['of other four digits', '3035AB', []],
  ])('is left open %s', (_what, postcode, streets) => {
    expect(streetsAt(aPostcode(postcode), known)).toEqual(streets);
    expect(withStreet(at(postcode), known)).toEqual(at(postcode));
  });

  it('stays as somebody typed it, and open without a postcode or a register', () => {
    expect(withStreet(at('3034AB', { street: 'Om de hoek' }), known)).toEqual(at('3034AB', { street: 'Om de hoek' }));
    expect(withStreet({ houseNumber: 12 }, known)).toEqual({ houseNumber: 12 });
    expect(withStreet(at('3034AB'), routes)).toEqual(at('3034AB'));
    expect(withStreet(at('3034AB'), undefined)).toEqual(at('3034AB'));
  });
});
