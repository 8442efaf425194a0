import type { SignalId } from '#shared/domain/ids.ts';
import type { EpochSeconds } from '#shared/domain/time.ts';

export type WakeUp = {
  /** Has `advance(id)` run at `at`, give or take a minute. Asking twice is asking once. */
  wakeAt(id: SignalId, at: EpochSeconds): Promise<void>;
};
