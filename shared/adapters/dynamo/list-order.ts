import type { SignalId } from '#shared/domain/ids.ts';
import { latestUrgency } from '#shared/domain/work-filter.ts';
import type { Page } from '#shared/ports/page.ts';
import type { ListPart } from '#shared/ports/signal-lists.ts';
import type { ListEntry } from './index-rows.ts';
import { type PositionAmong, pageTokenAmong } from './page-token.ts';

/** Later than any moment until the year 2286: takes what comes first before all else in the order of a list, once for each rank. */
export const FIRST = 10_000_000_000;

/** A stretch of a list by its order, both ends included. */
export type Span = { readonly from: number; readonly until: number };

const BEFORE_ALL = -3 * FIRST;
export const WHOLE: Span = { from: BEFORE_ALL, until: 2 * FIRST };

/** Where in a list by urgency that may stand which fits, in its order: each rank has a stretch of its own. */
export function spansOf(part: ListPart): readonly Span[] {
  if (part === 'closed') return [WHOLE];
  if (part.open === 'first') return [{ from: BEFORE_ALL, until: -1 }];
  const until = latestUrgency(part.open, part.now);
  if (until === undefined) return [WHOLE];
  return [
    { from: BEFORE_ALL, until: until - 2 * FIRST },
    { from: -FIRST, until: until - FIRST },
    { from: 0, until },
  ];
}

/**
 * What of a stretch of one partition comes after the place where a page ended; undefined when nothing does. Among equal orders partitions
 * follow each other: of one before the last row's no equal is left, of one after it all are, and in its own the row itself says where.
 */
export function spanAfter({ from, until }: Span, { name }: { name: string }, [order, , last]: PositionAmong) {
  const low = Math.max(from, name < last ? order + 1 : order);
  return low > until ? undefined : { from: low, until };
}

/** What one partition says is equal stays in its order. */
const inOrder = (one: ListEntry, other: ListEntry): number =>
  one.order - other.order || (one.partition === other.partition ? 0 : one.partition < other.partition ? -1 : 1);

/** Several partitions as one list, of which each gave at least one entry more than fits, if it has that many. */
export function pageAmong(partitions: readonly (readonly ListEntry[])[], limit: number): Page<SignalId> {
  const entries = partitions.flat().sort(inOrder);
  const shown = entries.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(({ id }) => id), ...(last && entries.length > limit && { next: pageTokenAmong(last) }) };
}
