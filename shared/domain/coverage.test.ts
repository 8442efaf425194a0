import { expect, it } from 'vitest';
import { aNeighbourhood, aPartner, someRoutes } from '#shared/testing/builders.ts';
import { coverage, withoutPhone } from './coverage.ts';
import { neighbourhoodId, partnerId } from './ids.ts';

const centrum = aPartner({ weekends: true });
const noord = aPartner({ id: partnerId('noord'), name: 'Noord', backupId: partnerId('centrum') });
const whole = {
  clock: 'elapsed' as const,
  routes: [someRoutes()],
  neighbourhoods: [aNeighbourhood()],
  partners: [centrum, noord],
};

it('finds nothing where everything has somebody', () => {
  expect(coverage(whole)).toEqual([]);
});

it('finds a neighbourhood without a partner, with one that is gone, or without postcodes', () => {
  const { partnerId: _none, ...alone } = aNeighbourhood({ id: neighbourhoodId('zuid'), name: 'Zuid' });
  const orphan = aNeighbourhood({ id: neighbourhoodId('oost'), name: 'Oost', partnerId: partnerId('weg') });
  const routes = [someRoutes(), someRoutes({ fourDigits: '3099', neighbourhoodId: neighbourhoodId('oost') })];
  expect(coverage({ ...whole, routes, neighbourhoods: [aNeighbourhood(), alone, orphan] })).toEqual([
    { kind: 'no-postcodes', neighbourhood: 'Zuid' },
    { kind: 'no-partner', neighbourhood: 'Zuid' },
    { kind: 'no-partner', neighbourhood: 'Oost' },
  ]);
});

it('finds a postcode that leads to a neighbourhood that is gone, also by an exception', () => {
  const gone = neighbourhoodId('gone');
  const routes = [someRoutes({ ranges: [{ from: 'AA', until: 'AB', neighbourhoodId: gone }] })];
  expect(coverage({ ...whole, routes })).toEqual([{ kind: 'route-to-nowhere', fourDigits: '3034' }]);
});

it('finds a partner that serves without a backup, and leaves one that serves nothing alone', () => {
  const { backupId: _none, ...alone } = centrum;
  const { backupId: _neither, ...idle } = noord;
  expect(coverage({ ...whole, partners: [alone, idle] })).toEqual([{ kind: 'no-backup', partner: centrum.name }]);
});

it('tells apart whom colleagues cannot call', () => {
  expect(withoutPhone([centrum, { ...noord, phone: '010 123 45 67' }])).toEqual([centrum]);
});

it('asks for weekends only where hours count at weekends, and takes the backup for it', () => {
  const closed = { ...centrum, weekends: false };
  const quiet = [{ kind: 'nobody-at-weekends', neighbourhood: 'Oude Noorden' }];
  expect(coverage({ ...whole, partners: [closed, noord] })).toEqual(quiet);
  expect(coverage({ ...whole, partners: [closed, { ...noord, weekends: true }] })).toEqual([]);
  expect(coverage({ ...whole, partners: [closed, noord], clock: 'working-hours' })).toEqual([]);
});
