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

export function erasureOf(signal: Signal, { retention }: Rules, now: EpochSeconds, proofHash?: string): ErasureOf {
  const day = localDay(now);
  const removeAt = plusElapsed(now, retention.erasureRecord);
  return {
    record: { id: signal.id, day, removeAt },
    ledger: { id: signal.id, day, removeAt },
    ...(proofHash && { proof: { hash: proofHash, day, removeAt: plusElapsed(now, retention.erasureProof) } }),
  };
}
