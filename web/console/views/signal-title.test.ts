import { expect, it } from 'vitest';
import { streetLine, townLine } from './signal-title.ts';

it.each([
  [
    { postcode: '3035AB', houseNumber: '12A', street: 'Zwaanshals', town: 'Rotterdam' },
    'Zwaanshals 12A',
    '3035 AB Rotterdam',
  ],
  [{ postcode: '3035AB', houseNumber: '12A', town: 'Rotterdam' }, '3035 AB 12A', 'Rotterdam'],
  [{ postcode: '3035AB', houseNumber: '12A' }, '3035 AB 12A', ''],
])('says no part of an address twice: %j', (address, title, below) => {
  expect([streetLine(address), townLine(address)]).toEqual([title, below]);
});
