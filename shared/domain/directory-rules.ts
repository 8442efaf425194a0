import type { DirectoryContent, Member, Neighbourhood, Partner } from './directory.ts';
import { DESK, type MemberId, type NeighbourhoodId, type PartnerId } from './ids.ts';
import type { PostcodeRoutes } from './routing.ts';
import type { WrongField } from './wrong-field.ts';

/** Rules across the whole directory: what one form cannot tell by itself. */

/** Why something cannot be taken out of the directory, or changed so. */
export const OBJECTIONS = [
  'open-signals',
  'serves-neighbourhoods',
  'is-backup',
  'many-members',
  'last-coordinator',
  'has-routes',
  'neighbourhood-gone',
] as const;
export type Objection = (typeof OBJECTIONS)[number];

/** What a partner and its members take to write in one transaction (DynamoDB: 100 actions), with room for what is written beside them. */
export const MAX_MEMBERS_AT_ONCE = 90;

const sameText = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

export function wrongInPartner({ partners }: DirectoryContent, partner: Partner): WrongField[] {
  const others = partners.filter(({ id }) => id !== partner.id);
  const { name, mailboxes, backupId, away = [] } = partner;
  const [first, second] = mailboxes;
  return [
    ...(others.some((other) => sameText(other.name, name)) ? [{ field: 'name', code: 'taken' }] : []),
    ...(first && second && sameText(first, second) ? [{ field: 'secondMailbox', code: 'twice' }] : []),
    ...(backupId && !others.some(({ id }) => id === backupId) ? [{ field: 'backupId', code: 'choice' }] : []),
    ...away.flatMap(({ from, until }, index) => (from > until ? [{ field: `away.${index}`, code: 'backwards' }] : [])),
  ];
}

/** A coordinator and the desk belong to the municipality, everybody else to a partner. */
export function wrongInMember({ partners, members }: DirectoryContent, member: Member): WrongField[] {
  const municipal = member.role === 'coordinator' || member.role === 'desk';
  const home = municipal ? member.partnerId === DESK : partners.some(({ id }) => id === member.partnerId);
  const others = members.filter(({ id }) => id !== member.id);
  return [
    ...(others.some(({ email }) => sameText(email, member.email)) ? [{ field: 'email', code: 'taken' }] : []),
    ...(home ? [] : [{ field: 'partnerId', code: 'choice' }]),
  ];
}

export function wrongInNeighbourhood(
  { neighbourhoods, partners }: DirectoryContent,
  { id, name, partnerId }: Neighbourhood,
): WrongField[] {
  const others = neighbourhoods.filter((one) => one.id !== id);
  return [
    ...(others.some((other) => sameText(other.name, name)) ? [{ field: 'name', code: 'taken' }] : []),
    ...(partnerId && !partners.some((one) => one.id === partnerId) ? [{ field: 'partnerId', code: 'choice' }] : []),
  ];
}

/** Open signals are asked for apart: they are not in the directory. */
export function objectionToRemovingPartner(
  { neighbourhoods, partners, members }: DirectoryContent,
  partner: PartnerId,
): Objection | undefined {
  if (neighbourhoods.some(({ partnerId }) => partnerId === partner)) return 'serves-neighbourhoods';
  if (partners.some(({ backupId }) => backupId === partner)) return 'is-backup';
  if (members.filter(({ partnerId }) => partnerId === partner).length > MAX_MEMBERS_AT_ONCE) return 'many-members';
  return undefined;
}

/** `next`: what the member becomes; absent when they leave. Without a coordinator nobody could bring one back. */
export function objectionToChangingMember(
  { members }: DirectoryContent,
  member: MemberId,
  next?: Member,
): Objection | undefined {
  if (next?.role === 'coordinator') return undefined;
  const isOne = members.some(({ id, role }) => id === member && role === 'coordinator');
  const others = members.some(({ id, role }) => id !== member && role === 'coordinator');
  return isOne && !others ? 'last-coordinator' : undefined;
}

export const objectionToRemovingNeighbourhood = (
  routes: readonly PostcodeRoutes[],
  neighbourhood: NeighbourhoodId,
): Objection | undefined =>
  routes.some((route) => neighbourhoodsOf(route).includes(neighbourhood)) ? 'has-routes' : undefined;

/** Every neighbourhood that the rules of a postcode lead to, each once. */
export const neighbourhoodsOf = ({
  neighbourhoodId,
  ranges = [],
  exceptions = [],
}: PostcodeRoutes): NeighbourhoodId[] => [
  ...new Set([
    neighbourhoodId,
    ...ranges.map((one) => one.neighbourhoodId),
    ...exceptions.map((one) => one.neighbourhoodId),
  ]),
];
