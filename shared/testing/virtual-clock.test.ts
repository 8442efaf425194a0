import { expect, it } from 'vitest';
import { NOW } from './builders.ts';
import { virtualClock } from './virtual-clock.ts';

it('moves when it is told, and only forwards', () => {
  const clock = virtualClock(NOW);
  expect(clock.now()).toBe(NOW);
  expect(clock.advance(60)).toBe(NOW + 60);
  expect(clock.now()).toBe(NOW + 60);
  expect(() => clock.moveTo(NOW)).toThrow(RangeError);
});
