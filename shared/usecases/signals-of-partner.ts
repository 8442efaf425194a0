import { factOf } from '#shared/domain/fact.ts';
import type { MemberId, PartnerId } from '#shared/domain/ids.ts';
import type { Rules } from '#shared/domain/settings.ts';
import { settle } from '#shared/domain/settle.ts';
import { isVisible, ownerOf, type Signal } from '#shared/domain/signal.ts';
import type { EpochSeconds } from '#shared/domain/time.ts';
import type { AuditEvent } from '#shared/ports/audit-trail.ts';
import type { SignalStore } from '#shared/ports/signal-store.ts';
import { auditLine } from './audit-line.ts';

export type SignalsOfPartnerDeps = {
  readonly signals: Pick<SignalStore, 'find' | 'findAll' | 'listByOwner' | 'change'>;
  readonly rules: Rules;
  readonly now: () => EpochSeconds;
};

/** At most this many keys in one consistent batch read (DynamoDB BatchGetItem). */
const PAGE = 100;
const MAX_ATTEMPTS = 8;

/** Every signal that a partner has, as it is now: the index says which, and lags behind. */
export async function signalsOf(
  { signals, now }: SignalsOfPartnerDeps,
  partner: PartnerId,
  which: 'open' | 'closed',
): Promise<readonly Signal[]> {
  const found: Signal[] = [];
  let after: string | undefined;
  do {
    const page = await signals.listByOwner(partner, which, { limit: PAGE, ...(after && { after }) });
    found.push(...(await signals.findAll(page.items.map(({ id }) => id))));
    after = page.next;
  } while (after);
  return found.filter(
    (signal) =>
      ownerOf(signal) === partner && isVisible(signal, now()) && (signal.status === 'closed') === (which === 'closed'),
  );
}

/**
 * Changes a signal because the directory changed. `change` sees the latest state, and says undefined when there is nothing to do.
 * Gives whether it was changed.
 */
export async function changeAsConsequence(
  { signals, rules, now }: SignalsOfPartnerDeps,
  { id, event, by }: { readonly id: Signal['id']; readonly event: AuditEvent; readonly by: MemberId },
  change: (latest: Signal) => Signal | undefined,
): Promise<boolean> {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const latest = await signals.find(id);
    const changed = latest && change(latest);
    if (!changed) return false;
    const next = settle(changed, rules);
    const beside = { audit: auditLine(rules, id, event, by, now()), fact: factOf(next, now()) };
    if ((await signals.change(next, beside)) === 'replaced') return true;
  }
  throw new Error('the signal is written to by too many at once');
}
