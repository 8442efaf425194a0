import type { Location, Member, Neighbourhood, Partner } from '#shared/domain/directory.ts';
import type { LocationCode, MemberId, NeighbourhoodId, PartnerId } from '#shared/domain/ids.ts';
import type { PostcodeRoutes } from '#shared/domain/routing.ts';

export type Directory = {
  readonly neighbourhoods: readonly Neighbourhood[];
  readonly partners: readonly Partner[];
  readonly members: readonly Member[];
  readonly routes: readonly PostcodeRoutes[];
  readonly locations: readonly Location[];
};

/** Who serves where. Small (tens of partners, hundreds of members) and read far more often than written. */
export type DirectoryReader = {
  /** Routes of the version in force, for one four-digit postcode. Undefined: outside the area. */
  routesFor(fourDigits: string): Promise<PostcodeRoutes | undefined>;
  neighbourhood(id: NeighbourhoodId): Promise<Neighbourhood | undefined>;
  neighbourhoods(): Promise<readonly Neighbourhood[]>;
  partner(id: PartnerId): Promise<Partner | undefined>;
  partners(): Promise<readonly Partner[]>;
  members(): Promise<readonly Member[]>;
  member(id: MemberId): Promise<Member | undefined>;
  /** Compares addresses without regard to case. */
  memberByEmail(email: string): Promise<Member | undefined>;
  /** One by its code, so that a function which may list nothing can ask. */
  location(code: LocationCode): Promise<Location | undefined>;
  /** All of them, by code. */
  locations(): Promise<readonly Location[]>;
};

/** What the function may ask that everybody can reach: whether an address lies inside, and whose poster that is. */
export type AreaReader = Pick<DirectoryReader, 'routesFor' | 'location'>;

export type DirectoryStore = DirectoryReader & {
  /**
   * Makes this the directory: people and organisations are replaced (those not in it are removed, but locations that were added), routes get a new version beside the
   * old and the pointer switches last, so that no submit ever sees half an import.
   */
  importDirectory(directory: Directory): Promise<void>;
};
