import { relationOf } from '#shared/domain/access.ts';
import type { Member } from '#shared/domain/directory.ts';
import type { PartnerId, SignalId } from '#shared/domain/ids.ts';
import { refusalOf } from '#shared/domain/life.ts';
import { isVisible, ownerOf, type Signal } from '#shared/domain/signal.ts';
import type { EpochSeconds } from '#shared/domain/time.ts';
import type { SignalStore } from '#shared/ports/signal-store.ts';

export type OthersDeps = {
  readonly signals: Pick<SignalStore, 'findAll' | 'listAtAddress'>;
  readonly now: () => EpochSeconds;
};
export type OthersAtAddress = {
  /** Newest first: those that this member may open, closed ones included. */
  readonly known: readonly Signal[];
  /** Who else has an open signal there, each once: not how many, nor what about. */
  readonly elsewhere: readonly PartnerId[];
};

/** What else is there about the address of a signal, as far as it still exists. For its owner and the coordinator: nobody else is to ask. */
export async function othersAtAddress(
  { signals, now }: OthersDeps,
  member: Member,
  { id, addressHash }: Signal,
): Promise<OthersAtAddress> {
  const listed = addressHash ? await signals.listAtAddress(addressHash) : [];
  const ids = listed.filter((other) => other !== id);
  const found = ids.length > 0 ? await signals.findAll(ids) : [];
  const there = found.filter((other) => other.addressHash === addressHash && isVisible(other, now()));
  const known = there.filter((other) => mayOpen(member, other)).sort((one, other) => other.receivedAt - one.receivedAt);
  const elsewhere = there
    .filter((other) => !mayOpen(member, other) && other.status !== 'closed')
    .map(ownerOf)
    .filter((owner) => owner !== undefined);
  return { known, elsewhere: [...new Set(elsewhere)].sort() };
}

/** Whether an erasure of `signal` may take the other one along: it is at the same address, and theirs to erase. */
export const mayEraseTogether = (member: Member, signal: Signal, other: Signal): boolean =>
  other.id !== signal.id &&
  signal.addressHash !== undefined &&
  other.addressHash === signal.addressHash &&
  !refusalOf('erase', relationOf(member, other), other);

function mayOpen(member: Member, other: Signal): boolean {
  const relation = relationOf(member, other);
  return relation === 'owner' || relation === 'coordinator';
}

/** What of `also` still exists; what is gone was erased before, by an earlier try for all we know. */
export const existing = async (
  { signals, now }: Pick<OthersDeps, 'now'> & { readonly signals: Pick<SignalStore, 'findAll'> },
  also: readonly SignalId[],
): Promise<readonly Signal[]> =>
  also.length === 0 ? [] : (await signals.findAll(also)).filter((other) => isVisible(other, now()));
