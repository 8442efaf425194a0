import * as z from 'zod/mini';
import { type EpochSeconds, plusElapsed } from '#shared/domain/time.ts';
import type { RegisterKeys } from './http-registers.ts';

const Keys = z.object({ bag: z.optional(z.string()), brp: z.optional(z.string()) });

/** A key that the operator changed is in use within ten minutes. */
const KEPT_SECONDS = 600;

/** `open` begins to read the secret anew. Rejects when it cannot be read, or is no JSON of this shape. */
export function registerKeys(open: () => () => Promise<string>, now: () => EpochSeconds): () => Promise<RegisterKeys> {
  let secret = open();
  let until = plusElapsed(now(), KEPT_SECONDS);
  return async () => {
    if (now() >= until) {
      secret = open();
      until = plusElapsed(now(), KEPT_SECONDS);
    }
    return Keys.parse(JSON.parse(await secret()));
  };
}
