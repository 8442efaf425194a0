import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DESK, factId, isSlug, memberId, neighbourhoodId, parseSignalId, partnerId, signalIdFromBytes } from './ids.ts';
import { inFours } from './in-fours.ts';

const someBytes = fc.uint8Array({ minLength: 10, maxLength: 10 });

describe('a reference', () => {
  it.each([
    [[0, 0, 0, 0, 0, 0, 0, 0, 0, 0], '0000000000000000'],
    [[255, 255, 255, 255, 255, 255, 255, 255, 255, 255], 'ZZZZZZZZZZZZZZZZ'],
    [[0, 0, 0, 0, 0, 0, 0, 0, 0, 31], '000000000000000Z'],
    [[0, 0, 0, 0, 0, 0, 0, 0, 0, 32], '0000000000000010'],
    [[8, 66, 16, 132, 33, 8, 66, 16, 132, 33], '1111111111111111'],
    [[0, 68, 50, 20, 199, 66, 84, 182, 53, 207], '0123456789ABCDEF'],
  ])('spells %j as %s', (bytes, id) => {
    expect(signalIdFromBytes(Uint8Array.from(bytes))).toBe(id);
  });

  it('differs when any of its 80 bits differs', () => {
    fc.assert(
      fc.property(someBytes, fc.nat({ max: 79 }), (bytes, bit) => {
        const other = Uint8Array.from(bytes, (byte, index) => (index === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
        expect(signalIdFromBytes(other)).not.toBe(signalIdFromBytes(bytes));
      }),
    );
  });

  it('comes from the first 80 bits of a longer digest', () => {
    const digest = Uint8Array.from({ length: 32 }, (_, index) => index * 7);
    expect(signalIdFromBytes(digest)).toBe(signalIdFromBytes(digest.subarray(0, 10)));
  });

  it('is refused when there are fewer bits', () => {
    expect(() => signalIdFromBytes(new Uint8Array(9))).toThrow(RangeError);
  });

  it('reads back as itself, however it is spelled', () => {
    const confused: Record<string, string[]> = { '0': ['0', 'O', 'o'], '1': ['1', 'I', 'i', 'L', 'l'] };
    const spellings = someBytes.chain((bytes) => {
      const id = signalIdFromBytes(bytes);
      const characters = [...id].map((character) =>
        fc
          .tuple(
            fc.constantFrom('', '', '', ' ', '-', ' - '),
            fc.constantFrom(...(confused[character] ?? [character, character.toLowerCase()])),
          )
          .map((pair) => pair.join('')),
      );
      return fc.tuple(
        fc.constant(id),
        fc.tuple(...characters).map((typed) => typed.join('')),
      );
    });
    fc.assert(
      fc.property(spellings, ([id, typed]) => {
        expect(parseSignalId(typed)).toBe(id);
      }),
    );
  });

  it('is written in groups of four, without a dash at the end', () => {
    const id = signalIdFromBytes(Uint8Array.from([0, 68, 50, 20, 199, 66, 84, 182, 53, 207]));
    expect(inFours(id)).toBe('0123-4567-89AB-CDEF');
    expect(parseSignalId(inFours(id))).toBe(id);
  });

  it.each(['', '0123456789ABCDE', '0123456789ABCDEF0', '0123456789ABCDEU', '0123456789ABCDE!', '0123_4567_89AB_CDEF'])(
    '%j is none',
    (text) => {
      expect(parseSignalId(text)).toBeUndefined();
    },
  );
});

describe('an id of the directory', () => {
  it.each(['desk', 'a', 'laurens-noord', '3034', 'a1-b2-c3', 'a'.repeat(60)])('may be %j', (text) => {
    expect(isSlug(text)).toBe(true);
    expect([partnerId(text), neighbourhoodId(text), memberId(text), factId(text)]).toEqual([text, text, text, text]);
  });

  it.each(['', 'Centrum', 'oude noorden', '-a', 'a-', 'a--b', 'a_b', 'café', 'a'.repeat(61), 'a\n'])(
    'may not be %j',
    (text) => {
      expect(isSlug(text)).toBe(false);
      for (const make of [partnerId, neighbourhoodId, memberId, factId]) expect(() => make(text)).toThrow(RangeError);
    },
  );

  it('names the desk like any partner', () => {
    expect(partnerId('desk')).toBe(DESK);
  });
});
