import { expect, it } from 'vitest';
import { contentOf } from './content-of.ts';

it('is the same for the same content in another order, at every depth', () => {
  const one = { name: 'Noord', away: [{ from: 'a', until: 'b' }] };
  const other = { away: [{ until: 'b', from: 'a' }], name: 'Noord' };
  expect(contentOf(one)).toBe(contentOf(other));
});

it('differs when anything differs, also the order of a list', () => {
  const texts = [{}, { a: 1 }, { a: '1' }, { a: null }, { a: [1, 2] }, { a: [2, 1] }, { a: { b: 1 } }].map(contentOf);
  expect(new Set(texts).size).toBe(texts.length);
});
