import { describe, expect, it } from 'vitest';
import { beginsWithZeros, NONCE, workOf } from './proof-of-work.ts';

describe('a proof of work', () => {
  it('is done over the key of one form, spelled in one way', () => {
    expect(workOf('7D4F4C1E-9F0A-4A52-8B7E-0D1F2A3B4C5D', 42)).toBe('7d4f4c1e-9f0a-4a52-8b7e-0d1f2a3b4c5d:42');
  });

  it.each([
    [0x0000ffff, 16, true],
    [0x0001ffff, 16, false],
    [0xffffffff, 0, true],
    [0xffffffff, 1, false],
    [0, 32, true],
  ])('%i begins with %i zero bits: %s', (first, bits, expected) => {
    expect(beginsWithZeros(first, bits)).toBe(expected);
  });

  it.each(['', '-1', '1.5', '0x1', '1234567890123', '1 '])('is not %j', (nonce) => {
    expect(nonce).not.toMatch(NONCE);
  });
});
