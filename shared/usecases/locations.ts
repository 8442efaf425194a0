import { localMonth } from '#shared/domain/amsterdam.ts';
import type { Location } from '#shared/domain/directory.ts';
import { shown } from '#shared/domain/disclosure.ts';
import { BY_PHONE, type LocationCode, type MemberId } from '#shared/domain/ids.ts';
import { lastMonths } from '#shared/domain/period.ts';
import type { EpochSeconds } from '#shared/domain/time.ts';
import type { DirectoryEvent } from '#shared/ports/audit-trail.ts';
import type { CounterStore } from '#shared/ports/counter-store.ts';
import type { DirectoryWrite } from '#shared/ports/directory-editor.ts';
import type { DirectoryReader } from '#shared/ports/directory-store.ts';
import { type ChangeDirectoryDeps, changeDirectory } from './change-directory.ts';

export type LocationsDeps = {
  readonly directory: Pick<DirectoryReader, 'locations'>;
  readonly counters: Pick<CounterStore, 'countsOf'>;
  readonly now: () => EpochSeconds;
};
export type ChangeLocationsDeps = ChangeDirectoryDeps & { readonly directory: Pick<DirectoryReader, 'location'> };

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

/** One more place, whose posters the form then knows. The same one again is there already: its answer got lost. */
export async function addLocation(
  deps: ChangeLocationsDeps,
  by: MemberId,
  location: Location,
): Promise<'added' | 'code-taken'> {
  const there = await changeIf(deps, by, 'add-location', location.id, (before) =>
    before ? undefined : { put: 'location', item: location },
  );
  return !there || (there.name === location.name && there.kind === location.kind) ? 'added' : 'code-taken';
}

/** The same code under another name: what hangs there leads on as before. */
export async function changeLocation(
  deps: ChangeLocationsDeps,
  by: MemberId,
  location: Location,
): Promise<'changed' | 'not-found'> {
  const before = await changeIf(
    deps,
    by,
    'change-location',
    location.id,
    (there) => there && { put: 'location', item: location },
  );
  return before ? 'changed' : 'not-found';
}

/** A poster that still hangs leads to the form as it is without a place, and what comes by it counts for no place. */
export async function removeLocation(deps: ChangeLocationsDeps, by: MemberId, code: LocationCode): Promise<void> {
  await changeIf(deps, by, 'remove-location', code, (there) => there && { remove: 'location', id: code });
}

/** Gives what was there before. A change of nothing leaves no line. */
async function changeIf(
  deps: ChangeLocationsDeps,
  by: MemberId,
  event: DirectoryEvent,
  code: LocationCode,
  change: (there: Location | undefined) => DirectoryWrite | undefined,
): Promise<Location | undefined> {
  let there: Location | undefined;
  await changeDirectory(deps, by, async () => {
    there = await deps.directory.location(code);
    const write = change(there);
    return write ? { kind: 'change', event, about: code, writes: [write] } : { kind: 'not-found' };
  });
  return there;
}
