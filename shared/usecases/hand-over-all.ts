import type { Member } from '#shared/domain/directory.ts';
import { DESK, type PartnerId, type SignalId } from '#shared/domain/ids.ts';
import { ownerOf } from '#shared/domain/signal.ts';
import { type ActOnSignalDeps, actOnSignal } from './act-on-signal.ts';

export type HandOverAllOutcome =
  | { readonly kind: 'unknown'; readonly field: 'from' | 'to' }
  | {
      readonly kind: 'done';
      readonly handedOver: readonly SignalId[];
      /** Those that stayed: somebody else was at work on them, or they wait for a check. */
      readonly stayed: readonly SignalId[];
      readonly next?: string;
    };

/** One request hands over so many: each is a transaction of its own. */
const PAGE = 20;

/**
 * The open signals of a partner that stops or is away, to another or the desk: a page at a time, each by itself, as the act of whoever asks.
 * What was handed over has left the list, so doing it again after a failure does what was left.
 */
export async function handOverAll(
  deps: ActOnSignalDeps,
  member: Member,
  { from, to, after }: { readonly from: PartnerId; readonly to: PartnerId; readonly after?: string },
): Promise<HandOverAllOutcome> {
  const exists = async (id: PartnerId) => id === DESK || (await deps.directory.partner(id)) !== undefined;
  if (!(await exists(from))) return { kind: 'unknown', field: 'from' };
  if (to === from || !(await exists(to))) return { kind: 'unknown', field: 'to' };
  const page = await deps.signals.listByOwner(from, 'open', { limit: PAGE, ...(after && { after }) });
  const handedOver: SignalId[] = [];
  const stayed: SignalId[] = [];
  for (const { id } of page.items) {
    const signal = await deps.signals.find(id);
    // The index lags behind: it may still show what has gone.
    if (!signal || signal.status === 'closed' || ownerOf(signal) !== from) continue;
    // Practice is about how one partner does, and ends by itself.
    if (signal.practice) continue;
    const command = { act: 'hand-over', to, reason: 'no-capacity' } as const;
    const { kind } = await actOnSignal(deps, member, { id, seenVersion: signal.version, command });
    if (kind === 'changed') handedOver.push(id);
    else stayed.push(id);
  }
  return { kind: 'done', handedOver, stayed, ...(page.next && { next: page.next }) };
}
