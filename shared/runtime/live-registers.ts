import * as z from 'zod/mini';
import { httpRegisters, type RegisterKeys } from '#shared/adapters/registers/http-registers.ts';
import { noRegisters } from '#shared/adapters/registers/no-registers.ts';
import { restedRegisters } from '#shared/adapters/registers/rested-registers.ts';
import { secretReader } from '#shared/adapters/secrets/secret.ts';
import type { Registers } from '#shared/ports/registers.ts';
import { environment } from './environment.ts';
import { now } from './now.ts';

const Places = z.object({
  bag: z.object({ url: z.string() }),
  brp: z.optional(z.object({ url: z.string(), headers: z.record(z.string(), z.string()), keyHeader: z.string() })),
});
const Keys = z.object({ bag: z.optional(z.string()), brp: z.optional(z.string()) });

/** The registers of this municipality, with the keys that its operator put into Secrets Manager. */
export function liveRegisters(): Registers {
  if (!process.env['REGISTERS']) return noRegisters;
  const places = Places.parse(JSON.parse(environment('REGISTERS')));
  return restedRegisters(httpRegisters(places, keyReader(environment('REGISTER_KEYS_ID'))), now);
}

/** A key that the operator changed is in use within ten minutes. */
const KEYS_KEPT_SECONDS = 600;

function keyReader(secretId: string): () => Promise<RegisterKeys> {
  let secret = secretReader(secretId);
  let readAt = now();
  return async () => {
    if (now() - readAt >= KEYS_KEPT_SECONDS) {
      secret = secretReader(secretId);
      readAt = now();
    }
    return Keys.parse(JSON.parse(await secret()));
  };
}
