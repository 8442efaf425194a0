import { createHash, createHmac, randomBytes, randomInt } from 'node:crypto';
import { type FactId, factId, type SignalId, signalIdFromBytes } from '#shared/domain/ids.ts';
import { inFours } from '#shared/domain/in-fours.ts';

/** Everything that is random or hashed, in one place, so that its strength can be read at a glance. */

export const sha256Hex = (text: string): string => createHash('sha256').update(text).digest('hex');
export const hmacHex = (secret: string, text: string): string =>
  createHmac('sha256', secret).update(text).digest('hex');

/** 80 bits of SHA-256 of the form's key: the same form is the same signal, and the reference does not give the key away. */
export const idFromKey = (idempotencyKey: string): SignalId =>
  signalIdFromBytes(createHash('sha256').update(idempotencyKey.toLowerCase()).digest());

/** The key of a request until it is filed: 80 bits. */
export const newRequestId = (): SignalId => signalIdFromBytes(randomBytes(10));
export const newFactId = (): FactId => factId(randomBytes(12).toString('hex'));
/** 60 bits: the id of a partner, neighbourhood or member. */
export const newDirectoryId = (): string => `d-${randomBytes(8).toString('hex').slice(0, 15)}`;
export const newToken = (): string => randomBytes(12).toString('hex');
/** 256 bits. */
export const newSecretId = (): string => randomBytes(32).toString('base64url');
export const newCode = (): string => String(randomInt(1_000_000)).padStart(6, '0');

const PROOF_ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Twelve characters (58 bits) that can be written on a letter by hand: `XXXX-XXXX-XXXX`. */
export function newProof(): { readonly code: string; readonly hash: string } {
  const characters = Array.from({ length: 12 }, () => PROOF_ALPHABET.charAt(randomInt(PROOF_ALPHABET.length)));
  const code = inFours(characters.join(''));
  return { code, hash: sha256Hex(code) };
}
