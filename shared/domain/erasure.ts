import { localDay } from './amsterdam.ts';
import type { Rules } from './settings.ts';
import type { ErasureRecord, Signal } from './signal.ts';
import { type EpochSeconds, plusElapsed } from './time.ts';

/** Everything that an erasure leaves behind. None of it says who or where. */
export type ErasureOf = {
  readonly record: ErasureRecord;
  /** Re-applied after a restore from backup, before the table takes traffic. Kept as long as backups, with room. */
  readonly ledger: { readonly id: string; readonly day: string; readonly removeAt: EpochSeconds };
  /** Lets a resident show that an erasure took place; linked to nothing. `hash` is SHA-256 of the code, hex. */
  readonly proof?: { readonly hash: string; readonly day: string; readonly removeAt: EpochSeconds };
};

/**
 * The days, in Amsterdam and the latest first, of which the ledger may still hold an entry, and one more for the night itself. Half a day at a
 * time: no change of the clock makes one of them miss a day.
 */
export function daysOfLedger({ retention }: Pick<Rules, 'retention'>, now: EpochSeconds): readonly string[] {
  const halves = 2 * Math.ceil(retention.erasureRecord / DAY) + 2;
  return [...new Set(Array.from({ length: halves + 1 }, (_, back) => localDay(plusElapsed(now, (-back * DAY) / 2))))];
}
const DAY = 86_400;

export function erasureOf(signal: Signal, { retention }: Rules, now: EpochSeconds, proofHash?: string): ErasureOf {
  const day = localDay(now);
  const removeAt = plusElapsed(now, retention.erasureRecord);
  return {
    record: { id: signal.id, day, removeAt },
    ledger: { id: signal.id, day, removeAt },
    ...(proofHash && { proof: { hash: proofHash, day, removeAt: plusElapsed(now, retention.erasureProof) } }),
  };
}
