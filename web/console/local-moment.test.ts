import { expect, it } from 'vitest';
import { dayFrom, isoOf } from './local-moment.ts';

it('reads the fields as Amsterdam time, in winter and in summer', () => {
  expect(isoOf({ day: '2026-03-03', time: '14:05' })).toBe('2026-03-03T13:05:00.000Z');
  expect(isoOf({ day: '2026-07-03', time: '14:05' })).toBe('2026-07-03T12:05:00.000Z');
});

it('reads a time as Dutch people write it', () => {
  expect(isoOf({ day: '2026-03-03', time: '9.30' })).toBe('2026-03-03T08:30:00.000Z');
});

it('is nothing while a field is empty or impossible', () => {
  for (const moment of [
    { day: '', time: '14:05' },
    { day: '2026-03-03', time: '' },
    { day: '2026-03-03', time: '24:00' },
    { day: 'morgen', time: '10:00' },
  ])
    expect(isoOf(moment)).toBeUndefined();
});

it('counts days in Amsterdam, over the end of a month and the change of the clock', () => {
  expect(dayFrom(new Date('2026-03-02T23:30:00Z'), 0)).toBe('2026-03-03');
  expect(dayFrom(new Date('2026-02-28T12:00:00Z'), 1)).toBe('2026-03-01');
  expect(dayFrom(new Date('2026-03-28T23:30:00Z'), 1)).toBe('2026-03-30');
});
