import { DESK, type LocationCode, type MemberId, type NeighbourhoodId, type PartnerId } from './ids.ts';
import type { REPORTER_KINDS } from './words.ts';

export type Neighbourhood = { readonly id: NeighbourhoodId; readonly name: string; readonly partnerId?: PartnerId };

export type Partner = {
  readonly id: PartnerId;
  readonly name: string;
  /** One or two addresses: the second gets what the first does not. */
  readonly mailboxes: readonly string[];
  readonly backupId?: PartnerId;
};

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

/** Who owns the signals of a neighbourhood: its partner, or the desk when it has none. A signal is never ownerless. */
export const ownerFor = (neighbourhood: Neighbourhood | undefined): PartnerId => neighbourhood?.partnerId ?? DESK;
