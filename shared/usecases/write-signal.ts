import { factOf } from '#shared/domain/fact.ts';
import type { MemberId, SignalId } from '#shared/domain/ids.ts';
import type { Rules } from '#shared/domain/settings.ts';
import { settle } from '#shared/domain/settle.ts';
import type { Signal } from '#shared/domain/signal.ts';
import type { EpochSeconds } from '#shared/domain/time.ts';
import type { AuditEvent } from '#shared/ports/audit-trail.ts';
import type { SignalStore } from '#shared/ports/signal-store.ts';
import { auditLine } from './audit-line.ts';
import { untilWritten } from './until-written.ts';

/**
 * Bookkeeping of the system on whatever the signal is by now: `change` sees the latest state and is asked again when somebody else wrote
 * in between. Gives the state as written; `unchanged` when there was nothing to change, or nothing left to change it on.
 * Throws when the signal is too busy.
 */
export const bookkeep = (
  { signals, rules }: { readonly signals: SignalStore; readonly rules: Rules },
  id: SignalId,
  change: (latest: Signal) => Signal | undefined,
): Promise<Signal | 'unchanged'> =>
  untilWritten(async () => {
    const latest = await signals.find(id);
    const changed = latest && change(latest);
    if (!changed) return 'unchanged';
    const next = settle(changed, rules);
    return (await signals.replace(next)) === 'replaced' ? next : 'conflict';
  });

export type ChangeSignalDeps = {
  readonly signals: Pick<SignalStore, 'find' | 'change'>;
  readonly rules: Rules;
  readonly now: () => EpochSeconds;
};

/**
 * Changes a signal as the consequence of something else: of a change of the directory, or a request of the resident. As `bookkeep` does, with
 * a line for the audit trail and a new fact in the same transaction.
 */
export const changeSignal = (
  { signals, rules, now }: ChangeSignalDeps,
  id: SignalId,
  change: (latest: Signal) => Signal | undefined,
  { event, by }: { readonly event: AuditEvent; readonly by: MemberId | 'system' },
): Promise<Signal | 'unchanged'> =>
  untilWritten(async () => {
    const latest = await signals.find(id);
    const changed = latest && change(latest);
    if (!changed) return 'unchanged';
    const settled = settle(changed, rules);
    const auditAndFact = { audit: auditLine(rules, id, event, by, now()), fact: factOf(settled, now()) };
    return (await signals.change(settled, auditAndFact)) === 'replaced' ? settled : 'conflict';
  });
