import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockChanges, slowLocalTime, YEARS } from '#shared/testing/slow-calendar.ts';
import { instantAt, localDay, localMonth, localTime } from './amsterdam.ts';
import { epochSeconds } from './time.ts';

const utc = (iso: string) => epochSeconds(Date.parse(iso) / 1000);
const anyMoment = fc
  .integer({ min: Date.UTC(2024, 0, 2) / 1000, max: Date.UTC(2035, 11, 30) / 1000 })
  .map(epochSeconds);
const nearAChange = fc
  .tuple(
    fc.constantFrom(...YEARS.flatMap((year) => Object.values(clockChanges(year)))),
    fc.integer({ min: -3 * 86_400, max: 3 * 86_400 }),
  )
  .map(([change, away]) => epochSeconds(change + away));

describe('the time in Amsterdam', () => {
  it.each([
    ['2026-01-31T23:30:15Z', { year: 2026, month: 2, day: 1, weekday: 7, minute: 30, second: 15 }],
    ['2026-07-01T12:00:00Z', { year: 2026, month: 7, day: 1, weekday: 3, minute: 14 * 60, second: 0 }],
    ['2026-03-29T00:59:59Z', { year: 2026, month: 3, day: 29, weekday: 7, minute: 119, second: 59 }],
    ['2026-03-29T01:00:00Z', { year: 2026, month: 3, day: 29, weekday: 7, minute: 180, second: 0 }],
    ['2026-10-25T00:59:59Z', { year: 2026, month: 10, day: 25, weekday: 7, minute: 179, second: 59 }],
    ['2026-10-25T01:00:00Z', { year: 2026, month: 10, day: 25, weekday: 7, minute: 120, second: 0 }],
    ['2024-02-29T12:00:00Z', { year: 2024, month: 2, day: 29, weekday: 4, minute: 13 * 60, second: 0 }],
  ])('at %s', (iso, shown) => {
    expect(localTime(utc(iso))).toEqual(shown);
  });

  it.each(YEARS)('springs over an hour and repeats one in %i', (year) => {
    const { spring, autumn } = clockChanges(year);
    for (const at of [spring - 1, spring, spring + 3_599, spring + 3_600, autumn - 1, autumn, autumn + 3_600])
      expect(localTime(epochSeconds(at))).toEqual(slowLocalTime(at));
  });

  it('is the same to the second in a model made from the rules alone', () => {
    fc.assert(
      fc.property(fc.oneof(anyMoment, nearAChange), (at) => {
        expect(localTime(at)).toEqual(slowLocalTime(at));
      }),
      { numRuns: 1_000 },
    );
  });

  it('starts a day at midnight and a month on its first day', () => {
    expect(localDay(utc('2026-11-30T22:59:59Z'))).toBe('2026-11-30');
    expect(localDay(utc('2026-11-30T23:00:00Z'))).toBe('2026-12-01');
    expect(localMonth(utc('2026-11-30T22:59:59Z'))).toBe('2026-11');
    expect(localMonth(utc('2026-11-30T23:00:00Z'))).toBe('2026-12');
    expect(localDay(utc('2026-02-05T12:00:00Z'))).toBe('2026-02-05');
  });
});

describe('the moment of a time in Amsterdam', () => {
  it.each([
    ['in winter', [2026, 1, 15, 12 * 60], '2026-01-15T11:00:00Z'],
    ['in summer', [2026, 7, 15, 12 * 60], '2026-07-15T10:00:00Z'],
    ['just before the gap', [2026, 3, 29, 119], '2026-03-29T00:59:00Z'],
    ['at the start of the gap', [2026, 3, 29, 120], '2026-03-29T01:00:00Z'],
    ['inside the gap', [2026, 3, 29, 150], '2026-03-29T01:30:00Z'],
    ['at the end of the gap', [2026, 3, 29, 180], '2026-03-29T01:00:00Z'],
    ['at the first of two', [2026, 10, 25, 120], '2026-10-25T00:00:00Z'],
    ['inside the repeated hour', [2026, 10, 25, 150], '2026-10-25T00:30:00Z'],
    ['after the repeated hour', [2026, 10, 25, 180], '2026-10-25T02:00:00Z'],
    ['on the last day of the month before', [2026, 3, 0, 0], '2026-02-27T23:00:00Z'],
    ['on a day past the end of the month', [2026, 12, 32, 0], '2026-12-31T23:00:00Z'],
    ['at midnight that ends a day', [2026, 6, 30, 1_440], '2026-06-30T22:00:00Z'],
  ] as const)('%s', (_when, [year, month, day, minute], iso) => {
    expect(instantAt(year, month, day, minute)).toBe(utc(iso));
  });

  it('shows that time, and is the first to do so', () => {
    fc.assert(
      fc.property(fc.oneof(anyMoment, nearAChange), (at) => {
        const { year, month, day, minute, second } = localTime(at);
        const found = instantAt(year, month, day, minute);
        expect(localTime(found)).toMatchObject({ year, month, day, minute, second: 0 });
        const autumn = clockChanges(year).autumn;
        const repeats = autumn <= at && at < autumn + 3_600;
        expect(found).toBe(at - second - (repeats ? 3_600 : 0));
      }),
      { numRuns: 1_000 },
    );
  });
});
