import * as z from 'zod/mini';
import { withCircuitBreaker } from '#shared/adapters/registers/circuit-breaker.ts';
import { httpRegisters } from '#shared/adapters/registers/http-registers.ts';
import { noRegisters } from '#shared/adapters/registers/no-registers.ts';
import { registerKeys } from '#shared/adapters/registers/register-keys.ts';
import { secretReader } from '#shared/adapters/secrets/secret.ts';
import type { Registers } from '#shared/ports/registers.ts';
import { environment } from './environment.ts';
import { now } from './now.ts';

const Places = z.object({
  bag: z.object({ url: z.string() }),
  brp: z.optional(z.object({ url: z.string(), headers: z.record(z.string(), z.string()), keyHeader: z.string() })),
});

/** The registers of this municipality, with the keys that its operator put into Secrets Manager. */
export function liveRegisters(): Registers {
  if (!process.env['REGISTERS']) return noRegisters;
  const places = Places.parse(JSON.parse(environment('REGISTERS')));
  const secretId = environment('REGISTER_KEYS_ID');
  const keys = registerKeys(() => secretReader(secretId), now);
  return withCircuitBreaker(httpRegisters(places, keys), now);
}
