import { expect, it } from 'vitest';
import { hrefOf, parseRoute, type Route } from './route.ts';

const ID = '0123456789ABCDEF';

it('opens the signal that a mail points at, whichever mail it was', () => {
  expect(parseRoute(`#/signalen/${ID}?mail=remind-triage-1`)).toEqual({ view: 'signal', id: ID });
});

it('leads to the list where nothing was asked for', () => {
  for (const hash of ['', '#', '#/', '#/?mail=digest-1', '#/signalen', '#/signalen/'])
    expect(parseRoute(hash)).toEqual({ view: 'list', which: 'open' });
});

it('tells an address that nobody knows from the link to a signal that was cut off', () => {
  for (const hash of ['#/bestaatniet', '#/iets/anders'])
    expect(parseRoute(hash)).toEqual({ view: 'unknown', what: 'page' });
  for (const hash of ['#/signalen/onzin', `#/signalen/${ID.slice(0, 9)}`])
    expect(parseRoute(hash)).toEqual({ view: 'unknown', what: 'reference' });
});

it('shows the signal when the act is unknown', () => {
  expect(parseRoute(`#/signalen/${ID}/fly`)).toEqual({ view: 'signal', id: ID });
});

it('reads every address that it writes', () => {
  const routes: Route[] = [
    { view: 'sign-in' },
    { view: 'list', which: 'open' },
    { view: 'list', which: 'closed' },
    { view: 'list', which: 'open', filter: { show: 'late' } },
    { view: 'list', which: 'closed', filter: { partner: 'centrum', neighbourhood: 'oude-noorden' } },
    { view: 'page', page: 'guide' },
    { view: 'page', page: 'guide', part: 'door' },
    { view: 'signal', id: ID },
    { view: 'signal', id: ID, act: 'hand-over' },
    { view: 'unknown', what: 'page' },
    { view: 'unknown', what: 'reference' },
  ];
  for (const route of routes) expect(parseRoute(hrefOf(route))).toEqual(route);
});

it('asks for nothing that it does not know', () => {
  const list = { view: 'list', which: 'open' };
  expect(parseRoute('#/?toon=alles&partner=Zwaanshals%2012&wijk=')).toEqual(list);
  expect(parseRoute('#/?toon=te-laat&partner=Zwaanshals%2012')).toEqual({ ...list, filter: { show: 'late' } });
});
