import type { SignalId } from '#shared/domain/ids.ts';
import type { EpochSeconds } from '#shared/domain/time.ts';
import type { WakeUp } from '#shared/ports/wake-up.ts';

export type WakeUpCall = { readonly id: SignalId; readonly at: EpochSeconds };

export type MemoryWakeUp = WakeUp & {
  /** What is still to ring, soonest first. */
  pending(): readonly WakeUpCall[];
  /** The calls whose moment has come; each is given once. */
  ring(now: EpochSeconds): readonly WakeUpCall[];
};

export function memoryWakeUp(): MemoryWakeUp {
  const calls = new Map<string, WakeUpCall>();
  const inOrder = (): WakeUpCall[] => [...calls.values()].sort((one, other) => one.at - other.at);
  return {
    async wakeAt(id, at) {
      calls.set(`${id}-${at}`, { id, at });
    },
    pending: inOrder,
    ring(now) {
      const due = inOrder().filter(({ at }) => at <= now);
      for (const { id, at } of due) calls.delete(`${id}-${at}`);
      return due;
    },
  };
}
