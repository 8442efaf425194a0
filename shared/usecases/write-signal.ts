import type { SignalId } from '#shared/domain/ids.ts';
import type { Rules } from '#shared/domain/settings.ts';
import { settle } from '#shared/domain/settle.ts';
import type { Signal } from '#shared/domain/signal.ts';
import type { SignalStore } from '#shared/ports/signal-store.ts';

/** Two writers meet rarely, three hardly ever; whoever loses this often is better tried again later, by the sweep. */
const MAX_ATTEMPTS = 8;

/**
 * Bookkeeping of the system on whatever the signal is by now: `change` sees the latest state and is asked again when somebody else wrote
 * in between. Gives the state as written; `unchanged` when there was nothing to change, or nothing left to change it on.
 * Throws when the signal is too busy.
 */
export async function bookkeep(
  { signals, rules }: { readonly signals: SignalStore; readonly rules: Rules },
  id: SignalId,
  change: (latest: Signal) => Signal | undefined,
): Promise<Signal | 'unchanged'> {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const latest = await signals.find(id);
    const changed = latest && change(latest);
    if (!changed) return 'unchanged';
    const next = settle(changed, rules);
    if ((await signals.replace(next)) === 'replaced') return next;
  }
  throw new Error('the signal is written to by too many at once');
}
