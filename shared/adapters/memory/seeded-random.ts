import { createHash } from 'node:crypto';
import type { Random } from '#shared/ports/random.ts';

/** The same bytes on every run, different ones for every seed and every call. For tests only: anybody can guess them. */
export function seededRandom(seed: number | string): Random {
  let calls = 0;
  return (bytes) => {
    calls += 1;
    const parts: Buffer[] = [];
    for (let made = 0; made < bytes; made += 32) {
      parts.push(createHash('sha256').update(`${seed} ${calls} ${made}`).digest());
    }
    return new Uint8Array(Buffer.concat(parts).subarray(0, bytes));
  };
}
