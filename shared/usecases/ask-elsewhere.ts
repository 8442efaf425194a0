import type { Member } from '#shared/domain/directory.ts';
import type { SignalId } from '#shared/domain/ids.ts';
import type { Settings } from '#shared/domain/settings.ts';
import { isVisible, type Signal } from '#shared/domain/signal.ts';
import type { EpochSeconds } from '#shared/domain/time.ts';
import type { SignalStore } from '#shared/ports/signal-store.ts';
import { fileRequest } from './file-request.ts';
import { mayEraseTogether } from './others-at-address.ts';

export type AskElsewhereDeps = {
  readonly signals: Pick<SignalStore, 'find' | 'findAll' | 'listAtAddress' | 'change'>;
  readonly settings: Pick<Settings, 'rules'>;
  readonly now: () => EpochSeconds;
  readonly newRequestId: () => SignalId;
  /** What could not be asked is told to the operator; whoever asked for it hears that not all is done. */
  readonly onEraseFailure: (id: SignalId, fault: unknown) => void;
};

/**
 * Files the wish to be erased on what others have about the address of a signal, open or closed: the right of a resident reaches further than
 * the eyes of who stands at their door. A coordinator sees whether it is about the same person. Nothing of it is told to who asks, not even
 * whether there is any; what they can erase themselves is theirs to choose. The same again is filed once.
 */
export async function askElsewhere(
  deps: AskElsewhereDeps,
  member: Member,
  signal: Signal,
): Promise<'asked' | 'not-all-asked'> {
  const { addressHash } = signal;
  const at = deps.now();
  const listed = addressHash ? await deps.signals.listAtAddress(addressHash) : [];
  const ids = listed.filter((id) => id !== signal.id);
  const there = ids.length > 0 ? await deps.signals.findAll(ids) : [];
  const others = there.filter(
    (other) => other.addressHash === addressHash && isVisible(other, at) && !mayEraseTogether(member, signal, other),
  );
  let outcome: 'asked' | 'not-all-asked' = 'asked';
  for (const { id } of others) {
    const request = {
      id: deps.newRequestId(),
      at,
      wish: 'erase',
      toldTo: { memberId: member.id, name: member.name },
    } as const;
    await fileRequest(deps, id, request, member.id).catch((fault: unknown) => {
      deps.onEraseFailure(id, fault);
      outcome = 'not-all-asked';
    });
  }
  return outcome;
}
