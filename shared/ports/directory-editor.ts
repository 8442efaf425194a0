import type { DirectoryContent, Location, Member, Neighbourhood, Partner } from '#shared/domain/directory.ts';
import type { LocationCode, MemberId, NeighbourhoodId, PartnerId } from '#shared/domain/ids.ts';
import type { OwnSettings } from '#shared/domain/own-settings.ts';
import type { OwnTexts } from '#shared/domain/own-texts.ts';
import type { PostcodeRoutes } from '#shared/domain/routing.ts';
import type { EpochSeconds } from '#shared/domain/time.ts';
import type { DirectoryAuditLine } from './audit-trail.ts';

/** `revision`: another one after every write to the directory, whoever wrote. */
export type DirectoryState = DirectoryContent & { readonly revision: string };

export type DirectoryWrite =
  | { readonly put: 'partner'; readonly item: Partner }
  | { readonly put: 'neighbourhood'; readonly item: Neighbourhood }
  | { readonly put: 'member'; readonly item: Member }
  /** Stays through imports, since a poster that hangs must keep its code, unless they name it. */
  | { readonly put: 'location'; readonly item: Location }
  | { readonly put: 'settings'; readonly item: OwnSettings }
  | { readonly put: 'texts'; readonly item: OwnTexts }
  | { readonly remove: 'partner'; readonly id: PartnerId }
  | { readonly remove: 'neighbourhood'; readonly id: NeighbourhoodId }
  | { readonly remove: 'member'; readonly id: MemberId }
  | { readonly remove: 'location'; readonly id: LocationCode };

/** The routes in force, by postcode. `version`: another one for every list. */
export type RoutesState = {
  readonly version: string;
  readonly routes: readonly PostcodeRoutes[];
  /** What was in force before, and until when; it can be put back. */
  readonly former?: { readonly until: EpochSeconds; readonly routes: readonly PostcodeRoutes[] };
};

/** What a change of the routes was decided on. */
export type RoutesSeen = { readonly revision: string; readonly version: string };

/** The directory for whoever changes it. Rules across it (the last coordinator, one address for one person) hold because a write replaces exactly the state that was read. */
export type DirectoryEditor = {
  content(): Promise<DirectoryState>;
  routes(): Promise<RoutesState>;
  /** Undefined until they are first changed. */
  settings(): Promise<OwnSettings | undefined>;
  /** What the coordinator made of the texts; none until they are first changed. */
  texts(): Promise<OwnTexts>;
  /** All or nothing, with the audit line. `conflict`: somebody else wrote since `revision` was read; nothing was written. */
  change(
    revision: string,
    writes: readonly DirectoryWrite[],
    audit: DirectoryAuditLine,
  ): Promise<'changed' | 'conflict'>;

  /** Puts these beside the old ones and switches, all at once; what was before stays a day or more. `conflict`: as above. */
  switchRoutes(
    seen: RoutesSeen,
    routes: readonly PostcodeRoutes[],
    audit: DirectoryAuditLine,
  ): Promise<'changed' | 'conflict'>;
  /** Puts back what was in force before; what is in force now takes its place there. */
  restoreRoutes(seen: RoutesSeen, audit: DirectoryAuditLine): Promise<'changed' | 'conflict'>;
};
