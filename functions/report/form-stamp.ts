import { timingSafeEqual } from 'node:crypto';
import { type EpochSeconds, epochSeconds } from '#shared/domain/time.ts';
import { faultName, log } from '#shared/runtime/log.ts';

export type StampDeps = {
  readonly now: () => EpochSeconds;
  /** HMAC with the secret of the form. */
  readonly keyedHash: (text: string) => Promise<string>;
};

/** When a check page was made, for one key, signed: it cannot be made elsewhere, and is of use for that one signal. Nothing is stored. */
export async function stampOf({ now, keyedHash }: StampDeps, idempotencyKey: string): Promise<string> {
  const madeAt = now();
  try {
    return `${madeAt}.${await keyedHash(signed(idempotencyKey, madeAt))}`;
  } catch (fault) {
    // Without its stamp the page still works: the signal is then held, not lost.
    log.error('HTTP_FAULT', { fault: faultName(fault) });
    return '';
  }
}

/** `never`: no such page of ours was made. `unknown`: we cannot tell, because our own key cannot be read now. */
export async function stampedAt(
  { keyedHash }: StampDeps,
  idempotencyKey: string,
  stamp: string,
): Promise<EpochSeconds | 'never' | 'unknown'> {
  const [, moment = '0', hash = ''] = /^(\d{1,10})\.([0-9a-f]{64})$/.exec(stamp) ?? [];
  try {
    const expected = await keyedHash(signed(idempotencyKey, Number(moment)));
    return isSame(hash, expected) ? epochSeconds(Number(moment)) : 'never';
  } catch (fault) {
    log.error('HTTP_FAULT', { fault: faultName(fault) });
    return 'unknown';
  }
}

const signed = (idempotencyKey: string, madeAt: number): string => `${idempotencyKey.toLowerCase()} ${madeAt}`;
const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
