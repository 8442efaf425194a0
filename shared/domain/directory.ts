import type { LocationCode, MemberId, NeighbourhoodId, PartnerId } from './ids.ts';
import type { REPORTER_KINDS } from './words.ts';

export type Neighbourhood = { readonly id: NeighbourhoodId; readonly name: string; readonly partnerId?: PartnerId };

export type Partner = {
  readonly id: PartnerId;
  readonly name: string;
  /** One or two addresses: the second gets what the first does not. */
  readonly mailboxes: readonly string[];
  readonly backupId?: PartnerId;
  /** Somebody reads mail on Saturdays and Sundays. Absent: nobody said so. */
  readonly weekends?: boolean;
  /** When new signals go to the backup. */
  readonly away?: readonly AbsencePeriod[];
  readonly dataRole?: DataRole;
  /** How the public reaches the organisation itself: a line of text, such as a telephone number and hours. */
  readonly publicContact?: string;
  /** For colleagues, as somebody typed it. Residents do not see it, and no mail says it. */
  readonly phone?: string;
};

/** Days in Amsterdam, both included: `2026-12-24`. */
export type AbsencePeriod = { readonly from: string; readonly until: string };

/** What the partner is to the municipality under the AVG: works on its behalf (art. 28), or answers for what it does itself (art. 4(7)). */
export const DATA_ROLES = ['processor', 'controller'] as const;
export type DataRole = (typeof DATA_ROLES)[number];

export const ROLES = ['member', 'visitor', 'coordinator', 'desk'] as const;
export type Role = (typeof ROLES)[number];

/** `partnerId` of a coordinator is the desk's: coordinators and desk are the municipality. */
export type Member = {
  readonly id: MemberId;
  readonly name: string;
  readonly email: string;
  readonly partnerId: PartnerId;
  readonly role: Role;
};

/** Where a poster hangs or a card lies: a shop, a pharmacy, a library. About an organisation, never about who works there. */
export type Location = {
  readonly id: LocationCode;
  readonly name: string;
  /** What somebody who reports there is most likely to be. */
  readonly kind: (typeof REPORTER_KINDS)[number];
};

/** What rules across the directory are about. Beside it lie the routes, the places with posters, the help to point to and the own texts. */
export type DirectoryContent = {
  readonly partners: readonly Partner[];
  readonly neighbourhoods: readonly Neighbourhood[];
  readonly members: readonly Member[];
};
