import { contentOf } from './content-of.ts';
import { neighbourhoodsOf } from './directory-rules.ts';
import type { NeighbourhoodId } from './ids.ts';
import type { PostcodeRoutes } from './routing.ts';

export type RouteChange = {
  readonly fourDigits: string;
  /** Where it went, and where it goes. Empty: it was, or will be, outside the area. */
  readonly before: readonly NeighbourhoodId[];
  readonly after: readonly NeighbourhoodId[];
};
export type RouteChanges = {
  readonly added: readonly RouteChange[];
  readonly changed: readonly RouteChange[];
  readonly removed: readonly RouteChange[];
  readonly same: number;
};

/** What a new list of routes changes, by four digits. Streets are no routes. */
export function routeChanges(before: readonly PostcodeRoutes[], after: readonly PostcodeRoutes[]): RouteChanges {
  const old = new Map(before.map((one) => [one.fourDigits, one]));
  const fresh = new Map(after.map((one) => [one.fourDigits, one]));
  const change = (fourDigits: string): RouteChange => ({
    fourDigits,
    before: led(old.get(fourDigits)),
    after: led(fresh.get(fourDigits)),
  });
  const digits = (routes: readonly PostcodeRoutes[]): string[] => routes.map(({ fourDigits }) => fourDigits).sort();
  const both = digits(after).filter((one) => old.has(one));
  const changed = both.filter((one) => rulesOf(old.get(one)) !== rulesOf(fresh.get(one)));
  return {
    added: digits(after)
      .filter((one) => !old.has(one))
      .map(change),
    changed: changed.map(change),
    removed: digits(before)
      .filter((one) => !fresh.has(one))
      .map(change),
    same: both.length - changed.length,
  };
}

/** The new routes with the streets that are known of the same postcodes: a list of routes says nothing of streets. */
export function withStreetsOf(before: readonly PostcodeRoutes[], after: readonly PostcodeRoutes[]): PostcodeRoutes[] {
  const known = new Map(before.map(({ fourDigits, streets }) => [fourDigits, streets]));
  return after.map((one) => {
    const streets = known.get(one.fourDigits);
    return streets ? { ...one, streets } : one;
  });
}

const led = (routes: PostcodeRoutes | undefined): readonly NeighbourhoodId[] =>
  routes ? neighbourhoodsOf(routes) : [];

/** The order in which rules are written down says nothing. */
function rulesOf(routes: PostcodeRoutes | undefined): string {
  const { neighbourhoodId, ranges = [], exceptions = [] } = routes ?? {};
  const sorted = (rules: readonly object[]): string[] => rules.map(contentOf).sort();
  return contentOf([neighbourhoodId ?? '', sorted(ranges), sorted(exceptions)]);
}
