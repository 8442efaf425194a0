import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plannedVisit } from '#shared/domain/access.ts';
import { DESK } from '#shared/domain/ids.ts';
import { openRequests } from '#shared/domain/resident-request.ts';
import type { Signal } from '#shared/domain/signal.ts';
import type { EpochSeconds } from '#shared/domain/time.ts';
import { fitsFilter, isStretch, WORK_FILTERS } from '#shared/domain/work-filter.ts';
import type { WorkList } from '#shared/ports/signal-lists.ts';
import { anyMoment, anySignal } from '#shared/testing/arbitraries.ts';
import { rowOfSignal } from './signal-row.ts';
import { placeOf } from './work-lists.ts';

function liesIn(list: WorkList, signal: Signal): boolean {
  const { index, partitions, spans } = placeOf(list);
  const row: Readonly<Record<string, unknown>> = rowOfSignal(signal);
  const order = Number(row[index.sortKey]);
  return (
    partitions.some(({ key }) => key === row[index.partitionKey]) &&
    spans.some(({ from, until }) => from <= order && order <= until)
  );
}

/** Every list that this signal is to be found in: what the screens ask for, told by the rules and not by the indexes. */
function listsOf(signal: Signal, now: EpochSeconds): readonly WorkList[] {
  const { assignment, status, practice } = signal;
  if (!assignment) return [];
  const { ownerId, neighbourhoodId } = assignment;
  const visit = plannedVisit(signal);
  const fitting = WORK_FILTERS.filter((filter) => status !== 'closed' && fitsFilter(filter, signal, now));
  const parts = [
    ...fitting.map((filter) => (isStretch(filter) ? { open: filter, now } : filter)),
    ...(status === 'closed' ? (['closed'] as const) : []),
  ];
  return [
    ...parts.map((part) => ({ of: 'owner', id: ownerId, part }) as const),
    ...(visit ? [{ of: 'visitor', id: visit.memberId } as const] : []),
    ...(practice
      ? []
      : [
          ...parts.map((part) => ({ of: 'town', part }) as const),
          ...parts.flatMap((part) =>
            neighbourhoodId ? [{ of: 'neighbourhood', id: neighbourhoodId, part } as const] : [],
          ),
          ...(openRequests(signal).length > 0 ? [{ of: 'requests' } as const] : []),
        ]),
  ];
}

describe('the lists that people open', () => {
  it('lack no signal that fits, whatever its state', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(anySignal, anyMoment, (signal, now) => {
        for (const list of listsOf(signal, now)) {
          seen.add(list.of);
          expect(liesIn(list, signal), JSON.stringify(list)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
    expect([...seen].sort()).toEqual(['neighbourhood', 'owner', 'requests', 'town', 'visitor']);
  });

  it('hold apart nothing that does not fit', () => {
    fc.assert(
      fc.property(anySignal, anyMoment, (signal, now) => {
        const { assignment, status, practice } = signal;
        const listed = assignment !== undefined && status !== 'closed';
        for (const part of ['held', 'choice', 'mail'] as const) {
          const fits = listed && fitsFilter(part, signal, now);
          expect(liesIn({ of: 'owner', id: assignment?.ownerId ?? DESK, part }, signal)).toBe(fits);
          expect(liesIn({ of: 'town', part }, signal)).toBe(fits && (part === 'mail' || !practice));
        }
        const asks = assignment !== undefined && !practice && openRequests(signal).length > 0;
        expect(liesIn({ of: 'requests' }, signal)).toBe(asks);
      }),
      { numRuns: 300 },
    );
  });
});
