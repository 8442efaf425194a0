import type { Partner } from '#shared/domain/directory.ts';
import { objectionToRemovingPartner, wrongInPartner } from '#shared/domain/directory-rules.ts';
import { passedToDesk } from '#shared/domain/effects.ts';
import { type MemberId, type PartnerId, partnerId } from '#shared/domain/ids.ts';
import { ownerOf, type Signal } from '#shared/domain/signal.ts';
import { asSeen, type ChangeDirectoryDeps, changeDirectory, type Refused } from './change-directory.ts';
import { type ForgetPasskeysDeps, forgetPasskeys } from './forget-passkeys.ts';
import { type SignalsOfPartnerDeps, signalsOf } from './signals-of-partner.ts';
import { changeSignal } from './write-signal.ts';

export type PartnerEntry = Omit<Partner, 'id'>;
type Changed = { readonly kind: 'changed'; readonly about: string } | Refused;

export async function addPartner(deps: ChangeDirectoryDeps, by: MemberId, entry: PartnerEntry): Promise<Changed> {
  const id = partnerId(deps.newDirectoryId());
  return changeDirectory(deps, by, (content) => {
    const partner = { id, ...entry };
    const errors = wrongInPartner(content, partner);
    if (errors.length > 0) return { kind: 'invalid', errors };
    return { kind: 'change', event: 'add-partner', about: id, writes: [{ put: 'partner', item: partner }] };
  });
}

export async function changePartner(
  deps: ChangeDirectoryDeps,
  by: MemberId,
  { id, seen, entry }: { readonly id: PartnerId; readonly seen: string; readonly entry: PartnerEntry },
): Promise<Changed> {
  return changeDirectory(deps, by, (content) => {
    const found = asSeen(deps, content.partners, id, seen);
    if (found.kind !== 'same') return found;
    const partner = { id, ...entry };
    const errors = wrongInPartner(content, partner);
    if (errors.length > 0) return { kind: 'invalid', errors };
    return { kind: 'change', event: 'change-partner', about: id, writes: [{ put: 'partner', item: partner }] };
  });
}

/**
 * A partner that leaves hands over its open signals and neighbourhoods first; its members go with it. Closed signals, and one that came in
 * at the very last moment, go to the desk. Asked again after a failure half-way, it does what was left.
 */
export async function removePartner(
  deps: ChangeDirectoryDeps & SignalsOfPartnerDeps & ForgetPasskeysDeps,
  by: MemberId,
  { id, seen }: { readonly id: PartnerId; readonly seen: string },
): Promise<Changed> {
  let team: MemberId[] = [];
  const removed = await changeDirectory(deps, by, async (content) => {
    const found = asSeen(deps, content.partners, id, seen);
    if (found.kind !== 'same') return found;
    const objection = objectionToRemovingPartner(content, id);
    if (objection) return { kind: 'in-use', because: objection };
    if ((await signalsOf(deps, id, 'open')).some(({ practice }) => !practice))
      return { kind: 'in-use', because: 'open-signals' };
    team = content.members.filter((member) => member.partnerId === id).map((member) => member.id);
    return {
      kind: 'change',
      event: 'remove-partner',
      about: id,
      writes: [{ remove: 'partner', id }, ...team.map((member) => ({ remove: 'member' as const, id: member }))],
    };
  });
  if (removed.kind === 'changed') await forgetPasskeys(deps, team);
  if (removed.kind === 'changed' || removed.kind === 'not-found') await passRest(deps, by, id);
  return removed;
}

async function passRest(deps: SignalsOfPartnerDeps, by: MemberId, partner: PartnerId): Promise<void> {
  for (const which of ['closed', 'open'] as const) {
    for (const { id } of await signalsOf(deps, partner, which)) {
      const passed = (latest: Signal) => (ownerOf(latest) === partner ? passedToDesk(latest, deps.now()) : undefined);
      await changeSignal(deps, id, passed, { event: 'pass-to-desk', by });
    }
  }
}
