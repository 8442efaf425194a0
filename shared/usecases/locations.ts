import { localMonth } from '#shared/domain/amsterdam.ts';
import type { Location } from '#shared/domain/directory.ts';
import { shown } from '#shared/domain/disclosure.ts';
import { BY_PHONE, type LocationCode } from '#shared/domain/ids.ts';
import { lastMonths } from '#shared/domain/period.ts';
import type { EpochSeconds } from '#shared/domain/time.ts';
import type { CounterStore } from '#shared/ports/counter-store.ts';
import type { DirectoryStore } from '#shared/ports/directory-store.ts';

export type LocationsDeps = {
  readonly directory: Pick<DirectoryStore, 'locations'>;
  readonly counters: Pick<CounterStore, 'countsOf'>;
  readonly now: () => EpochSeconds;
};

const MONTHS = 12;

/** Rounded down to fives, so that two lists a month apart do not tell a small number; absent stands for "fewer than five", none included. */
export type ShownCount = number | undefined;
export type CountedLocations = {
  /** The first and the last month that were counted. */
  readonly from: string;
  readonly until: string;
  readonly locations: readonly (Location & { readonly signals: ShownCount })[];
  /** By posters of places that were removed since, all together. */
  readonly removed: ShownCount;
  readonly byPhone: ShownCount;
  readonly selfTries: ShownCount;
};

/** Where posters hang and how many signals each brought, for the coordinator. */
export async function listLocations({ directory, counters, now }: LocationsDeps): Promise<CountedLocations> {
  // Whole months only, oldest first: a number that moves today would tell that somebody passed something on today.
  const months = lastMonths(localMonth(now()), MONTHS + 1)
    .slice(1)
    .reverse();
  const [locations, ...counted] = await Promise.all([
    directory.locations(),
    ...months.map((month) => counters.countsOf(month)),
  ]);
  const totals = new Map<string, number>();
  for (const { what, count } of counted.flat()) {
    const name = what.kind === 'via' ? viaName(what.code) : what.kind;
    totals.set(name, (totals.get(name) ?? 0) + count);
  }
  const shownOf = (name: string): ShownCount => shownCount(totals.get(name) ?? 0);
  const named = new Set([...locations.map(({ id }) => viaName(id)), viaName(BY_PHONE), SELF_TRY]);
  const removed = [...totals].reduce((sum, [name, count]) => (named.has(name) ? sum : sum + count), 0);
  return {
    from: months[0] ?? '',
    until: months.at(-1) ?? '',
    locations: locations.map((location) => ({ ...location, signals: shownOf(viaName(location.id)) })),
    removed: shownCount(removed),
    byPhone: shownOf(viaName(BY_PHONE)),
    selfTries: shownOf(SELF_TRY),
  };
}

function shownCount(total: number): ShownCount {
  const count = shown(total);
  return count === 'under-5' ? undefined : count;
}

const SELF_TRY = 'self-try';
const viaName = (code: LocationCode): string => `via ${code}`;
