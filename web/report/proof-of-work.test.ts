import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workOf } from '#shared/domain/proof-of-work.ts';
import { findWork } from './proof-of-work.ts';
import { firstWordOfSha256 } from './sha256.ts';

const firstWord = (text: string): number => createHash('sha256').update(text).digest().readInt32BE(0);

describe('the hash of the browser', () => {
  it('is that of everybody', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\x20-\x7e]{0,55}$/), (text) => {
        expect(firstWordOfSha256(text)).toBe(firstWord(text));
      }),
    );
  });
});

describe('the work', () => {
  it.each([8, 12])('of %i bits is found, and is what the function asks', async (bits) => {
    const key = '7d4f4c1e-9f0a-4a52-8b7e-0d1f2a3b4c5d';
    const nonce = await findWork(key, bits);
    expect(Math.clz32(firstWord(workOf(key, nonce ?? '')))).toBeGreaterThanOrEqual(bits);
  });
});
