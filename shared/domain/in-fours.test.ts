import { expect, it } from 'vitest';
import { inFours } from './in-fours.ts';

it.each([
  ['0123456789ABCDEF', '0123-4567-89AB-CDEF'],
  ['ABCDEFGHJKMN', 'ABCD-EFGH-JKMN'],
  ['ABCD-EFGH-JKMN', 'ABCD-EFGH-JKMN'],
  ['ABCD EFGH J', 'ABCD-EFGH-J'],
  ['ABCD', 'ABCD'],
  ['', ''],
])('%s is read out as %s', (text, spelled) => {
  expect(inFours(text)).toBe(spelled);
});
