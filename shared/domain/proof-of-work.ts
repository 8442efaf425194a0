/**
 * A proof of work: a number that, behind the form's own `Idempotency-Key`, has a SHA-256 that begins with so many zero bits. It belongs to that
 * one signal, so there is nothing to remember: whoever uses it again sends the same signal again. The browser and the function share this file.
 */
export const workOf = (idempotencyKey: string, nonce: string | number): string =>
  `${idempotencyKey.toLowerCase()}:${nonce}`;

/** What may stand in the header `Proof-Of-Work`. */
export const NONCE = /^\d{1,12}$/;

/** `first`: the first 32 bits of the hash. */
export const beginsWithZeros = (first: number, bits: number): boolean => Math.clz32(first) >= bits;
