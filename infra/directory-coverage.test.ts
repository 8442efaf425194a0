import { expect, it } from 'vitest';
import { readDirectory } from '#shared/contracts/directory-import.ts';
import { coverageLines } from './directory-coverage.ts';

it('says what an import leaves open', () => {
  const reading = readDirectory({
    neighbourhoods: [
      { id: 'noord', name: 'Noord', partnerId: 'de-linde' },
      { id: 'zuid', name: 'Zuid' },
    ],
    partners: [{ id: 'de-linde', name: 'De Linde', mailboxes: ['post@linde.example'] }],
    members: [],
    routes: [{ postcodes: '3011', neighbourhoodId: 'noord' }],
  });
  if (reading.kind === 'wrong') throw new Error(reading.problems.join());
  expect(coverageLines(reading.directory)).toEqual([
    'Noord: nobody reads mail at weekends (only where "clock" is "elapsed" do weekends count)',
    'Zuid: no postcode leads here',
    'Zuid: no partner, so served by the desk',
    'De Linde: no backup',
    'De Linde: no phone number for colleagues (nothing fails without)',
  ]);
});
