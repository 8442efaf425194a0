import { hrefOf, type Route } from '../route.ts';

const LISTS = {
  partners: 'wijkpartners',
  members: 'teamleden',
  neighbourhoods: 'wijken',
  routes: 'postcodes',
  referrals: 'hulp',
} as const;
const THINGS = { partner: 'wijkpartner', member: 'teamlid', neighbourhood: 'wijk', referral: 'verwijzing' } as const;
const DOINGS = { change: 'wijzig', holiday: 'afwezig', remove: 'weg' } as const;

export type List = keyof typeof LISTS;
export type Thing = keyof typeof THINGS;
export type Doing = keyof typeof DOINGS;

/** Where one is inside the page. An id stands behind a dot, which no id has, so that none can be taken for another place. */
export type Place =
  | { readonly at: 'overview' }
  | { readonly at: 'list'; readonly list: List }
  | { readonly at: 'new'; readonly thing: Thing }
  | { readonly at: 'one'; readonly thing: Thing; readonly id: string; readonly doing?: Doing }
  | { readonly at: 'unknown' };

const keyOf = <Key extends string>(names: Readonly<Record<Key, string>>, name: string | undefined): Key | undefined =>
  (Object.keys(names) as Key[]).find((key) => names[key] === name);

export function placeAt(part: string | undefined): Place {
  if (!part) return { at: 'overview' };
  const [first = '', id, last] = part.split('.');
  const list = keyOf(LISTS, first);
  if (list) return { at: 'list', list };
  const added = keyOf(THINGS, first.replace(/-nieuw$/, ''));
  if (added && first.endsWith('-nieuw')) return { at: 'new', thing: added };
  const thing = keyOf(THINGS, first);
  if (!thing || !id) return { at: 'unknown' };
  const doing = keyOf(DOINGS, last);
  return { at: 'one', thing, id, ...(doing && { doing }) };
}

function partOf(place: Place): string | undefined {
  switch (place.at) {
    case 'overview':
      return undefined;
    case 'unknown':
      return 'onbekend';
    case 'list':
      return LISTS[place.list];
    case 'new':
      return `${THINGS[place.thing]}-nieuw`;
    case 'one':
      return [THINGS[place.thing], place.id, ...(place.doing ? [DOINGS[place.doing]] : [])].join('.');
  }
}

export function routeTo(place: Place): Route {
  const part = partOf(place);
  return { view: 'page', page: 'directory', ...(part && { part }) };
}
export const hrefTo = (place: Place): string => hrefOf(routeTo(place));
export const listOf = (list: List): Place => ({ at: 'list', list });
