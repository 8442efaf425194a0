import { beginsWithZeros, workOf } from '#shared/domain/proof-of-work.ts';
import { firstWordOfSha256 } from './sha256.ts';

/**
 * Looks for a number that does the work of this form's key, in pieces of a few milliseconds, so that typing goes on as before. Fetched only where
 * the municipality asks for it. A phone that cannot do it in time sends without: the signal then goes to the desk first.
 */
const PIECE = 8;
const PATIENCE = 15_000;

export async function findWork(key: string, bits: number): Promise<string | undefined> {
  const end = performance.now() + PATIENCE;
  let nonce = 0;
  for (let now = performance.now(); now < end; now = performance.now()) {
    for (const pause = now + PIECE; performance.now() < pause; ) {
      for (let tries = 0; tries < 100; tries += 1, nonce += 1)
        if (beginsWithZeros(firstWordOfSha256(workOf(key, nonce)), bits)) return String(nonce);
    }
    await new Promise((resolve) => setTimeout(resolve));
  }
  return undefined;
}
