import type { Member } from '#shared/domain/directory.ts';
import { objectionToChangingMember, wrongInMember } from '#shared/domain/directory-rules.ts';
import { planFreed } from '#shared/domain/effects.ts';
import { type MemberId, memberId, type PartnerId, type SignalId } from '#shared/domain/ids.ts';
import { ownerOf, type Signal } from '#shared/domain/signal.ts';
import type { DirectoryState } from '#shared/ports/directory-editor.ts';
import { asSeen, type Change, type ChangeDirectoryDeps, changeDirectory, type Refused } from './change-directory.ts';
import { type ForgetPasskeysDeps, type ForgetSignInDeps, forgetPasskeys, forgetSignIn } from './forget-passkeys.ts';
import { type SignalsOfPartnerDeps, signalsOf } from './signals-of-partner.ts';
import { changeSignal } from './write-signal.ts';

export type MemberEntry = Omit<Member, 'id'>;
type Changed = { readonly kind: 'changed'; readonly about: string } | Refused;
/** `freed`: signals of which a planned contact stood on their name; the team plans it anew. */
type ChangedWithPlans =
  | { readonly kind: 'changed'; readonly about: string; readonly freed: readonly SignalId[] }
  | Refused;

export async function addMember(deps: ChangeDirectoryDeps, by: MemberId, entry: MemberEntry): Promise<Changed> {
  const id = memberId(deps.newDirectoryId());
  return changeDirectory(deps, by, (content) => {
    const member = { id, ...entry };
    const errors = wrongInMember(content, member);
    if (errors.length > 0) return { kind: 'invalid', errors };
    return { kind: 'change', event: 'add-member', about: id, writes: [{ put: 'member', item: member }] };
  });
}

/**
 * Whoever gets another address signs in anew, from that address: it may be that of somebody else in their place. What let the former one in is
 * taken away both before and after, so that a failure half-way leaves nothing behind.
 */
export async function changeMember(
  deps: ChangeDirectoryDeps & SignalsOfPartnerDeps & ForgetSignInDeps,
  by: MemberId,
  { id, seen, entry }: { readonly id: MemberId; readonly seen: string; readonly entry: MemberEntry },
): Promise<ChangedWithPlans> {
  let movesAddress = false;
  const changed = await withPlansFreed(deps, by, id, async (content, before) => {
    const found = asSeen(deps, content.members, id, seen);
    if (found.kind !== 'same') return found;
    const member = { id, ...entry };
    const errors = wrongInMember(content, member);
    if (errors.length > 0) return { kind: 'invalid', errors };
    const objection = objectionToChangingMember(content, id, member);
    if (objection) return { kind: 'in-use', because: objection };
    if (found.item.partnerId !== entry.partnerId) before.push(found.item.partnerId);
    movesAddress = found.item.email.toLowerCase() !== entry.email.toLowerCase();
    if (movesAddress) await forgetSignIn(deps, id);
    return { kind: 'change', event: 'change-member', about: id, writes: [{ put: 'member', item: member }] };
  });
  if (changed.kind === 'changed' && movesAddress) await forgetSignIn(deps, id);
  return changed;
}

/** Whoever leaves is out at the next request. What the team has stays with the team; what only they were to do is to be planned anew. */
export async function removeMember(
  deps: ChangeDirectoryDeps & SignalsOfPartnerDeps & ForgetPasskeysDeps,
  by: MemberId,
  { id, seen }: { readonly id: MemberId; readonly seen: string },
): Promise<ChangedWithPlans> {
  const removed = await withPlansFreed(deps, by, id, (content, before) => {
    const found = asSeen(deps, content.members, id, seen);
    if (found.kind !== 'same') return found;
    const objection = objectionToChangingMember(content, id);
    if (objection) return { kind: 'in-use', because: objection };
    before.push(found.item.partnerId);
    const { name: leaver } = found.item;
    return { kind: 'change', event: 'remove-member', about: id, leaver, writes: [{ remove: 'member', id }] };
  });
  if (removed.kind === 'changed' || removed.kind === 'not-found') await forgetPasskeys(deps, [id]);
  return removed;
}

/**
 * Changes a member and frees their plans at the partner that they leave (`before`). Freed both before and after: a failure half-way is mended
 * by doing it again, and nobody plans for them in between.
 */
async function withPlansFreed(
  deps: ChangeDirectoryDeps & SignalsOfPartnerDeps,
  by: MemberId,
  member: MemberId,
  decide: (content: DirectoryState, before: PartnerId[]) => Change | Refused | Promise<Change | Refused>,
): Promise<ChangedWithPlans> {
  const freed: SignalId[] = [];
  let left: PartnerId[] = [];
  const freeAll = async () => {
    for (const partner of left) freed.push(...(await freePlans(deps, by, member, partner)));
  };
  const changed = await changeDirectory(deps, by, async (content) => {
    left = [];
    const decided = await decide(content, left);
    if (decided.kind === 'change') await freeAll();
    return decided;
  });
  if (changed.kind !== 'changed') return changed;
  await freeAll();
  return { ...changed, freed };
}

const isPlannedFor = (signal: Signal, member: MemberId, partner: PartnerId): boolean =>
  ownerOf(signal) === partner &&
  signal.plan !== undefined &&
  'memberId' in signal.plan.by &&
  signal.plan.by.memberId === member;

async function freePlans(
  deps: SignalsOfPartnerDeps,
  by: MemberId,
  member: MemberId,
  partner: PartnerId,
): Promise<SignalId[]> {
  const freed: SignalId[] = [];
  for (const { id } of (await signalsOf(deps, partner, 'open')).filter((one) => isPlannedFor(one, member, partner))) {
    const free = (latest: Signal) =>
      isPlannedFor(latest, member, partner) ? planFreed(latest, deps.now()) : undefined;
    const done = await changeSignal(deps, id, free, { event: 'free-plan', by });
    if (done !== 'unchanged') freed.push(id);
  }
  return freed;
}
