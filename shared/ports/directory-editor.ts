import type { Member, Neighbourhood, Partner, Staff } from '#shared/domain/directory.ts';
import type { MemberId, NeighbourhoodId, PartnerId } from '#shared/domain/ids.ts';
import type { PostcodeRoutes } from '#shared/domain/routing.ts';
import type { DirectoryAuditLine } from './audit-trail.ts';

/** `revision`: another one after every write to the directory, whoever wrote. */
export type StaffState = Staff & { readonly revision: string };

export type DirectoryWrite =
  | { readonly put: 'partner'; readonly item: Partner }
  | { readonly put: 'neighbourhood'; readonly item: Neighbourhood }
  | { readonly put: 'member'; readonly item: Member }
  | { readonly remove: 'partner'; readonly id: PartnerId }
  | { readonly remove: 'neighbourhood'; readonly id: NeighbourhoodId }
  | { readonly remove: 'member'; readonly id: MemberId };

/** The directory for whoever changes it. Rules across it (the last coordinator, one address for one person) hold because a write replaces exactly the state that was read. */
export type DirectoryEditor = {
  staff(): Promise<StaffState>;
  /** Every rule in force, by postcode. */
  routes(): Promise<readonly PostcodeRoutes[]>;
  /** All or nothing, with the audit line. `conflict`: somebody else wrote since `revision` was read; nothing was written. */
  change(
    revision: string,
    writes: readonly DirectoryWrite[],
    audit: DirectoryAuditLine,
  ): Promise<'changed' | 'conflict'>;
};
