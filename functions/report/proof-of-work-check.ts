import { beginsWithZeros, NONCE, workOf } from '#shared/domain/proof-of-work.ts';
import type { Settings } from '#shared/domain/settings.ts';

type WorkDeps = {
  readonly settings: Pick<Settings, 'proofOfWorkBits'>;
  /** SHA-256 in hexadecimal. */
  readonly digest: (content: string) => string;
};

/** Whether a sender with script did not do the work that the municipality asks for; never where it asks for none. */
export function owesWork({ settings, digest }: WorkDeps, idempotencyKey: string, nonce = ''): boolean {
  const { proofOfWorkBits: bits = 0 } = settings;
  const first = Number.parseInt(digest(workOf(idempotencyKey, nonce)).slice(0, 8), 16);
  return bits > 0 && !(NONCE.test(nonce) && beginsWithZeros(first, bits));
}
