import { asksReason, type Reader, relationOf } from '#shared/domain/access.ts';
import type { Member } from '#shared/domain/directory.ts';
import type { SignalId } from '#shared/domain/ids.ts';
import { type HandedOver, handedOver } from '#shared/domain/life.ts';
import type { Rules } from '#shared/domain/settings.ts';
import { isVisible, type Signal } from '#shared/domain/signal.ts';
import type { EpochSeconds } from '#shared/domain/time.ts';
import type { READ_REASONS } from '#shared/domain/words.ts';
import type { AuditTrail } from '#shared/ports/audit-trail.ts';
import type { SignalStore } from '#shared/ports/signal-store.ts';
import { auditLine } from './audit-line.ts';

export type ReadSignalDeps = {
  readonly signals: Pick<SignalStore, 'find'>;
  readonly audit: AuditTrail;
  readonly rules: Rules;
  readonly now: () => EpochSeconds;
};
export type ReadSignalOutcome =
  | { readonly kind: 'read'; readonly signal: Signal; readonly relation: Reader }
  | { readonly kind: 'not-found' }
  | HandedOver
  | { readonly kind: 'reason-needed' };

export type ReadReason = (typeof READ_REASONS)[number];

/** The line of a read, written before anything is shown. */
export const noteRead = (
  { audit, rules, now }: Pick<ReadSignalDeps, 'audit' | 'rules' | 'now'>,
  member: Member,
  id: SignalId,
  reason?: ReadReason,
): Promise<void> => audit.write([auditLine(rules, id, 'read', member.id, now(), reason)]);

/** One signal for one reader. Written to the audit trail before anything is shown; whoever may not know of it cannot tell it from nothing. */
export async function readSignal(
  deps: ReadSignalDeps,
  member: Member,
  id: SignalId,
  reason?: ReadReason,
): Promise<ReadSignalOutcome> {
  const { signals, now } = deps;
  const signal = await signals.find(id);
  if (!signal || !isVisible(signal, now())) return { kind: 'not-found' };
  const relation = relationOf(member, signal);
  if (relation === 'stranger') return { kind: 'not-found' };
  if (relation === 'former-owner') return handedOver(signal);
  if (relation === 'coordinator' && !reason && asksReason(signal, now())) return { kind: 'reason-needed' };
  await noteRead(deps, member, id, reason);
  return { kind: 'read', signal, relation };
}
