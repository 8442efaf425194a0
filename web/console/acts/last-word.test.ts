import { expect, it } from 'vitest';
import { lastWord } from './last-word.ts';

it.each([
  [['talk'], ['talk', 'nothing'], ['nothing']],
  [['nothing'], ['talk', 'nothing'], ['talk']],
  [['talk'], ['talk', 'other'], ['talk', 'other']],
  [['nothing'], [], []],
])('of %j, after a tap %j, stays %j', (before, after, stays) => {
  expect(lastWord(before, after, 'nothing')).toEqual(stays);
});
