import { randomBytes } from 'node:crypto';
import type { Random } from '#shared/ports/random.ts';

/** The operating system's generator. */
export const secureRandom: Random = (bytes) => new Uint8Array(randomBytes(bytes));
