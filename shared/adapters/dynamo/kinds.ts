import { troubledMailboxes } from '#shared/domain/mail-trouble.ts';
import type { Signal } from '#shared/domain/signal.ts';
import { type Apart, waitsFor } from '#shared/domain/work-filter.ts';
import type { ListPart } from '#shared/ports/signal-lists.ts';

/**
 * An index holds a signal once, so what may be true of it at the same time is one word together: each list of an owner or a neighbourhood is
 * then a few partitions side by side.
 */
const OPEN_KINDS = ['open', 'held', 'choice', 'open-mail', 'held-mail', 'choice-mail'] as const;
export type Kind = (typeof OPEN_KINDS)[number] | 'closed';
/** For the whole town, mail that fails has an index of its own. */
export type TownKind = 'open' | 'held' | 'choice' | 'closed';

export const townKindOf = (signal: Signal): TownKind =>
  signal.status === 'closed' ? 'closed' : (waitsFor(signal) ?? 'open');

export function kindOf(signal: Signal): Kind {
  const kind = townKindOf(signal);
  return kind === 'closed' || troubledMailboxes(signal).length === 0 ? kind : `${kind}-mail`;
}
export const hasMailTrouble = (kind: Kind): boolean => kind.endsWith('-mail');

/** Of which kinds a list is. */
export function kindsOf(part: ListPart | Apart): readonly Kind[] {
  if (part === 'closed') return ['closed'];
  if (part === 'held' || part === 'choice') return [part, `${part}-mail`];
  return part === 'mail' ? ['open-mail', 'held-mail', 'choice-mail'] : OPEN_KINDS;
}

export function townKindsOf(part: ListPart | Exclude<Apart, 'mail'>): readonly TownKind[] {
  return typeof part === 'object' ? ['open', 'held', 'choice'] : [part];
}
