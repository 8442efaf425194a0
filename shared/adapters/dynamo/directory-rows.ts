import * as z from 'zod/mini';
import {
  DATA_ROLES,
  type Location,
  type Member,
  type Neighbourhood,
  type Partner,
  ROLES,
} from '#shared/domain/directory.ts';
import type { Directory } from '#shared/ports/directory-store.ts';
import { rowOfLocation, rowOfRoutes } from './area-rows.ts';
import { memberKey, neighbourhoodKey, partnerKey } from './keys.ts';
import { type FieldsOf, key, memberId, neighbourhoodId, partnerId } from './row-fields.ts';

const partnerRow = z.pipe(
  z.strictObject({
    pk: key,
    sk: partnerId,
    ...({
      name: z.string(),
      mailboxes: z.array(z.string()),
      backupId: z.exactOptional(partnerId),
      weekends: z.exactOptional(z.boolean()),
      away: z.exactOptional(z.array(z.strictObject({ from: z.string(), until: z.string() }))),
      dataRole: z.exactOptional(z.enum(DATA_ROLES)),
      publicContact: z.exactOptional(z.string()),
      phone: z.exactOptional(z.string()),
    } satisfies FieldsOf<Omit<Partner, 'id'>>),
  }),
  z.transform(({ pk: _pk, sk, ...partner }): Partner => ({ id: sk, ...partner })),
);
export const partnerFromRow = (item: unknown): Partner => partnerRow.parse(item);
export const rowOfPartner = ({ id, ...partner }: Partner) => ({ ...partnerKey(id), ...partner });

const neighbourhoodRow = z.pipe(
  z.strictObject({
    pk: key,
    sk: neighbourhoodId,
    ...({ name: z.string(), partnerId: z.exactOptional(partnerId) } satisfies FieldsOf<Omit<Neighbourhood, 'id'>>),
  }),
  z.transform(({ pk: _pk, sk, ...neighbourhood }): Neighbourhood => ({ id: sk, ...neighbourhood })),
);
export const neighbourhoodFromRow = (item: unknown): Neighbourhood => neighbourhoodRow.parse(item);
export const rowOfNeighbourhood = ({ id, ...neighbourhood }: Neighbourhood) => ({
  ...neighbourhoodKey(id),
  ...neighbourhood,
});

const memberRow = z.pipe(
  z.strictObject({
    pk: key,
    sk: memberId,
    ...({ name: z.string(), email: z.string(), partnerId, role: z.enum(ROLES) } satisfies FieldsOf<Omit<Member, 'id'>>),
  }),
  z.transform(({ pk: _pk, sk, ...member }): Member => ({ id: sk, ...member })),
);
export const memberFromRow = (item: unknown): Member => memberRow.parse(item);
export const rowOfMember = ({ id, ...member }: Member) => ({ ...memberKey(id), ...member });

/** Marked, so that an import which does not know it leaves it. */
export const rowOfAddedLocation = (location: Location) => ({ ...rowOfLocation(location), added: true });
const markedRow = z.object({ added: z.optional(z.literal(true)) });
export const wasAdded = (item: unknown): boolean => markedRow.parse(item).added === true;

const revisionRow = z.strictObject({ pk: key, sk: key, revision: z.string() });
/** Before the first write there is no row. */
export const revisionFromRow = (item: unknown): string => (item ? revisionRow.parse(item).revision : NO_REVISION);
export const NO_REVISION = 'none';

/** Everything that an import writes under keys of its own. Throws a RangeError when two things have one id: one would hide the other. */
export function rowsOfDirectory(directory: Directory, version: string) {
  const people = [
    ...directory.partners.map(rowOfPartner),
    ...directory.neighbourhoods.map(rowOfNeighbourhood),
    ...directory.members.map(rowOfMember),
    ...directory.locations.map(rowOfLocation),
  ];
  const routes = directory.routes.map((one) => rowOfRoutes(version, one));
  const keys = new Set<string>();
  for (const { pk, sk } of [...people, ...routes]) {
    const place = `${pk} ${sk}`;
    if (keys.has(place)) throw new RangeError(`the directory names ${sk} twice among its ${pk.split('#')[0]}`);
    keys.add(place);
  }
  return { people, routes };
}

const keyOnly = z.object({ pk: key, sk: key });
export const rowKeyFrom = (item: unknown): { pk: string; sk: string } => keyOnly.parse(item);
