import { expect, it } from 'vitest';
import { parseRoute } from '../route.ts';
import { hrefTo, type Place, placeAt } from './places.ts';

const PLACES: readonly Place[] = [
  { at: 'overview' },
  { at: 'unknown' },
  { at: 'list', list: 'partners' },
  { at: 'list', list: 'members' },
  { at: 'list', list: 'neighbourhoods' },
  { at: 'new', thing: 'partner' },
  { at: 'new', thing: 'referral' },
  { at: 'one', thing: 'referral', id: '0' },
  { at: 'list', list: 'referrals' },
  { at: 'one', thing: 'partner', id: 'nieuw' },
  { at: 'one', thing: 'member', id: 'd-1', doing: 'remove' },
  { at: 'one', thing: 'partner', id: 'de-linde', doing: 'holiday' },
  { at: 'one', thing: 'neighbourhood', id: 'noord', doing: 'change' },
];

it.each(PLACES)('$at has an address of its own that leads back to it', (place) => {
  const route = parseRoute(hrefTo(place));
  expect(route).toMatchObject({ view: 'page', page: 'directory' });
  expect(placeAt(route.view === 'page' ? route.part : 'elsewhere')).toEqual(place);
});

it.each(['elders', 'wijkpartner', 'wijkpartner.', 'x.y.z'])('does not know %s', (part) => {
  expect(placeAt(part)).toEqual({ at: 'unknown' });
});
