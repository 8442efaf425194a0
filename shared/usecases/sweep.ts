import type { SignalId } from '#shared/domain/ids.ts';
import type { EpochSeconds } from '#shared/domain/time.ts';
import type { SignalStore } from '#shared/ports/signal-store.ts';

export type SweepDeps = {
  readonly signals: Pick<SignalStore, 'due'>;
  readonly advance: (id: SignalId) => Promise<void>;
  readonly now: () => EpochSeconds;
  readonly onFault: (id: SignalId, fault: unknown) => void;
};

/** Per shard and run; what is left waits for the next minute. */
const BATCH = 100;
const AT_ONCE = 8;

/**
 * Advances every signal whose moment has come. Alone enough for every promise: streams and schedules only make things sooner.
 * A signal that fails is told and left for the next run; it never keeps another waiting, nor does one of
 * which the answer never comes. Gives how many were due and how many failed.
 */
export async function sweep({ signals, advance, now, onFault }: SweepDeps): Promise<{ due: number; failed: number }> {
  const ids = await signals.due(now(), BATCH);
  let failed = 0;
  const waiting = ids.values();
  const oneAfterTheOther = async (): Promise<void> => {
    for (const id of waiting)
      await advance(id).catch((fault: unknown) => {
        failed += 1;
        onFault(id, fault);
      });
  };
  await Promise.all(Array.from({ length: AT_ONCE }, oneAfterTheOther));
  return { due: ids.length, failed };
}
