import { describe, expect, it } from 'vitest';
import { parseSignalId } from '#shared/domain/ids.ts';
import {
  hmacHex,
  idFromKey,
  newCode,
  newFactId,
  newProof,
  newSecretId,
  newToken,
  sha256Hex,
} from './random-and-hash.ts';

const many = <T>(make: () => T): T[] => Array.from({ length: 2_000 }, make);
const KEY = '7d4f4c1e-9f0a-4a52-8b7e-0d1f2a3b4c5d';

describe('what is random or hashed', () => {
  it('hashes as SHA-256 and HMAC-SHA-256 do (FIPS 180-4 and RFC 4231, case 2)', () => {
    expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(hmacHex('Jefe', 'what do ya want for nothing?')).toBe(
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    );
  });

  it('gives the same id for the same key in any case, another for another, and none that holds the key', () => {
    expect(idFromKey(KEY)).toBe(idFromKey(KEY.toUpperCase()));
    expect(idFromKey(KEY)).not.toBe(idFromKey(KEY.replace('7d', '7e')));
    expect(parseSignalId(idFromKey(KEY))).toBe(idFromKey(KEY));
  });

  it('makes codes of six digits over the whole range, leading noughts included', () => {
    const codes = many(newCode);
    expect(codes.filter((code) => !/^\d{6}$/.test(code))).toEqual([]);
    expect(new Set(codes.map(([first]) => first)).size).toBe(10);
    expect(new Set(codes).size).toBeGreaterThan(1_900);
  });

  it.each([
    ['a session or browser id', newSecretId, /^[\w-]{43}$/],
    ['a token', newToken, /^[0-9a-f]{24}$/],
    ['the id of a fact', newFactId, /^[0-9a-f]{24}$/],
  ])('makes %s that never comes twice', (_what, make, shape) => {
    const made = many<string>(make);
    expect(new Set(made).size).toBe(made.length);
    expect(made.filter((one) => !shape.test(one))).toEqual([]);
  });

  it('makes proofs that can be written by hand, without letters that look like digits, known by their hash', () => {
    const proofs = many(newProof);
    expect(proofs.filter(({ code }) => !/^[2-9A-HJKMNP-TV-Z]{4}(-[2-9A-HJKMNP-TV-Z]{4}){2}$/.test(code))).toEqual([]);
    expect(proofs.every(({ code, hash }) => hash === sha256Hex(code))).toBe(true);
    expect(new Set(proofs.map(({ code }) => code)).size).toBe(proofs.length);
  });
});
