import { isInDanger } from './danger.ts';
import type { Member } from './directory.ts';
import { DESK } from './ids.ts';
import { openRequests } from './resident-request.ts';
import type { Signal } from './signal.ts';
import type { EpochSeconds } from './time.ts';

/** What somebody is to one signal; a backup that is needed no more is a former owner too. Asked anew for every request: whoever is removed or handed over loses sight at once. */
export type Relation = 'owner' | 'planned-visitor' | 'backup' | 'coordinator' | 'former-owner' | 'stranger';

/** Those who may see something of it. */
export type Reader = Exclude<Relation, 'former-owner' | 'stranger'>;

export function relationOf(member: Member, signal: Signal): Relation {
  if (member.role === 'coordinator') return 'coordinator';
  if (member.role === 'visitor') return isPlannedVisitor(member, signal) ? 'planned-visitor' : 'stranger';
  const { assignment } = signal;
  if (!assignment) return 'stranger';
  if (assignment.ownerId === member.partnerId) return 'owner';
  if (assignment.backup?.partnerId === member.partnerId && signal.status !== 'closed') return 'backup';
  const hadIt = [...assignment.formerOwners, ...(assignment.formerBackups ?? [])];
  return hadIt.includes(member.partnerId) ? 'former-owner' : 'stranger';
}

/** A volunteer sees a signal from the moment a contact is planned for them until it is recorded. */
const isPlannedVisitor = (member: Member, signal: Signal): boolean =>
  signal.assignment?.ownerId === member.partnerId && plannedVisit(signal)?.memberId === member.id;

/** For which member a contact is planned, and when. Undefined also when a volunteer without an account goes. */
export function plannedVisit({ plan, status }: Pick<Signal, 'plan' | 'status'>) {
  if (status !== 'following-up' || !plan || !('memberId' in plan.by)) return undefined;
  return { memberId: plan.by.memberId, at: plan.at };
}

/**
 * A coordinator who opens a signal says why, unless the signal came to the coordinator: escalated or late, with the desk, waiting for a choice,
 * with danger that nobody handled, or with a request of the resident.
 */
export function asksReason(signal: Signal, now: EpochSeconds): boolean {
  const { assignment, step, practice } = signal;
  if (openRequests(signal).length > 0 || isInDanger(signal)) return false;
  if (practice || !assignment || assignment.ownerId === DESK || assignment.backup) return false;
  return step === undefined || (step.name !== 'choice' && now < step.before);
}
