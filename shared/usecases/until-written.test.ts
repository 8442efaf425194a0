import { expect, it } from 'vitest';
import { untilWritten } from './until-written.ts';

const attempts = (conflicts: number) => {
  let count = 0;
  return {
    attempt: async () => {
      count += 1;
      return count > conflicts ? 'written' : 'conflict';
    },
    made: () => count,
  };
};

it('writes once when nobody is in between', async () => {
  const { attempt, made } = attempts(0);
  expect(await untilWritten(attempt)).toBe('written');
  expect(made()).toBe(1);
});

it('tries again after each conflict, seven times at most', async () => {
  const { attempt, made } = attempts(7);
  expect(await untilWritten(attempt)).toBe('written');
  expect(made()).toBe(8);
});

it('gives up with a fault when there are more', async () => {
  const { attempt, made } = attempts(8);
  await expect(untilWritten(attempt)).rejects.toThrow('written to by too many at once');
  expect(made()).toBe(8);
});

it('throws on what an attempt throws', async () => {
  await expect(untilWritten(() => Promise.reject(new Error('no table')))).rejects.toThrow('no table');
});
