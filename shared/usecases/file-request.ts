import type { MemberId, SignalId } from '#shared/domain/ids.ts';
import { type KnownRequest, requested } from '#shared/domain/resident-request.ts';
import type { Settings } from '#shared/domain/settings.ts';
import type { EpochSeconds } from '#shared/domain/time.ts';
import type { SignalStore } from '#shared/ports/signal-store.ts';
import { changeSignal } from './write-signal.ts';

type FileRequestDeps = {
  readonly signals: Pick<SignalStore, 'find' | 'change'>;
  readonly settings: Pick<Settings, 'rules'>;
  readonly now: () => EpochSeconds;
};

/** Writes what a resident asks on the signal that it is about; the mails follow from that. Throws when the signal is too busy: it is filed later. */
export async function fileRequest(
  { signals, settings: { rules }, now }: FileRequestDeps,
  about: SignalId,
  request: KnownRequest,
  by: MemberId | 'system',
): Promise<void> {
  await changeSignal({ signals, rules, now }, about, (latest) => requested(latest, request), { event: 'request', by });
}
