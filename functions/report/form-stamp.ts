import { randomUUID, timingSafeEqual } from 'node:crypto';
import { localMonth } from '#shared/domain/amsterdam.ts';
import { type EpochSeconds, epochSeconds, plusElapsed } from '#shared/domain/time.ts';
import type { FormKeys } from '#shared/ports/form-keys.ts';

export type StampDeps = {
  readonly now: () => EpochSeconds;
  readonly formKeys: FormKeys;
  /** HMAC in hexadecimal. */
  readonly keyedHash: (key: string, text: string) => string;
  /** A key of forms that cannot be read is told to the operator; the form goes on without it. */
  readonly onFormKeyFailure: (fault: unknown) => void;
};

/** Four weeks: a stamp is of this month or the last one, so that nobody can have us make keys of other months. */
const MAX_AGE_SECONDS = 28 * 86_400;
/** As long as a stamp of the month may still come, and more. */
const KEEP_KEY_SECONDS = 70 * 86_400;

const DAY_SECONDS = 86_400;

/**
 * The `Idempotency-Key` of a form without script, in the shape of a random UUID. Who goes back from the thank-you page makes the browser post the
 * same form to the check page once more, and a new key would make a second signal of it: so the same answers from the same browser have one key
 * for a day. `browser` goes into the hash and nowhere else.
 */
export async function keyOfForm(deps: StampDeps, browser: string, answers: string): Promise<string> {
  const now = deps.now();
  try {
    const secret = await deps.formKeys.keyOf(localMonth(now), plusElapsed(now, KEEP_KEY_SECONDS));
    const hash = deps.keyedHash(secret, JSON.stringify([Math.floor(now / DAY_SECONDS), browser, answers]));
    const part = (from: number, until: number): string => hash.slice(from, until);
    return `${part(0, 8)}-${part(8, 12)}-4${part(12, 15)}-8${part(15, 18)}-${part(18, 30)}`;
  } catch (fault) {
    deps.onFormKeyFailure(fault);
    return randomUUID();
  }
}

/** When a check page was made, for one key, signed: it cannot be made elsewhere, and is of use for that one signal. Nothing is stored. */
export async function stampOf(deps: StampDeps, idempotencyKey: string): Promise<string> {
  const madeAt = deps.now();
  try {
    return `${madeAt}.${await signatureOf(deps, idempotencyKey, madeAt)}`;
  } catch (fault) {
    // Without its stamp the page still works: the signal is then held, not lost.
    deps.onFormKeyFailure(fault);
    return '';
  }
}

/** `never`: no such page of ours was made in four weeks. `unknown`: we cannot tell, because our own key cannot be read now. */
export async function stampedAt(
  deps: StampDeps,
  idempotencyKey: string,
  stamp: string,
): Promise<EpochSeconds | 'never' | 'unknown'> {
  const [, moment = '0', hash = ''] = /^(\d{1,10})\.([0-9a-f]{64})$/.exec(stamp) ?? [];
  const now = deps.now();
  const age = now - Number(moment);
  // What cannot be ours is asked for all the same: only who can read the key may say `never`.
  const madeAt = age < 0 || age > MAX_AGE_SECONDS ? now : epochSeconds(Number(moment));
  try {
    return isSame(hash, await signatureOf(deps, idempotencyKey, madeAt)) ? madeAt : 'never';
  } catch (fault) {
    deps.onFormKeyFailure(fault);
    return 'unknown';
  }
}

async function signatureOf(
  { now, formKeys, keyedHash }: StampDeps,
  idempotencyKey: string,
  madeAt: EpochSeconds,
): Promise<string> {
  const key = await formKeys.keyOf(localMonth(madeAt), plusElapsed(now(), KEEP_KEY_SECONDS));
  return keyedHash(key, `${idempotencyKey.toLowerCase()} ${madeAt}`);
}

const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
