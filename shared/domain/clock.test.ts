import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moment, rules } from '#shared/testing/builders.ts';
import {
  clockChanges,
  holidayMoments,
  slowLocalTime,
  slowPlusWorking,
  slowWorkingBetween,
  YEARS,
} from '#shared/testing/slow-calendar.ts';
import { halfway, plusOnClock, plusWorking, reminderAt, workingBetween } from './clock.ts';
import type { OfficeHours, Rules } from './settings.ts';
import { type EpochSeconds, epochSeconds } from './time.ts';

const HOUR = 3_600;
const DAY = 86_400;
const { officeHours } = rules;
const working: Rules = { ...rules, clock: 'working-hours' };

/** A moment written as Amsterdam's clocks show it; the zone is written out, so that nothing is computed here. */
const at = (text: string): EpochSeconds => moment(text);

const boundaries = [
  ...YEARS.flatMap((year) => Object.values(clockChanges(year))),
  ...holidayMoments,
  ...YEARS.map((year) => Date.UTC(year, 11, 31) / 1000),
  Date.UTC(2024, 1, 29) / 1000,
  Date.UTC(2028, 1, 29) / 1000,
].filter((boundary) => boundary > Date.UTC(2024, 0, 15) / 1000 && boundary < Date.UTC(2035, 10, 1) / 1000);
const minuteNearABoundary = fc
  .tuple(fc.constantFrom(...boundaries), fc.integer({ min: -6 * 1_440, max: 4 * 1_440 }))
  .map(([boundary, minutes]) => epochSeconds(Math.floor(boundary / 60) * 60 + minutes * 60));
/** Nobody opens or closes inside the hour that is skipped or repeated. */
const minuteOfDay = fc.oneof(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 180, max: 1_440 }));
const someOfficeHours: fc.Arbitrary<OfficeHours> = fc
  .record({
    weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
    edges: fc.tuple(minuteOfDay, minuteOfDay).filter(([one, other]) => Math.abs(one - other) >= 90),
    publicHolidays: fc.constantFrom('closed', 'open'),
  })
  .map(({ edges, ...rest }) => ({ ...rest, fromMinute: Math.min(...edges), untilMinute: Math.max(...edges) }));

describe('elapsed time', () => {
  it.each([
    ['across the change to summer time', '2026-03-28T12:00:00+01:00', '2026-03-29T13:00:00+02:00'],
    ['across the change to winter time', '2026-10-24T12:00:00+02:00', '2026-10-25T11:00:00+01:00'],
    ['over a leap day', '2028-02-28T12:00:00+01:00', '2028-02-29T12:00:00+01:00'],
    ['into a new year', '2026-12-31T23:00:00+01:00', '2027-01-01T23:00:00+01:00'],
    ['over a holiday', '2026-04-26T12:00:00+02:00', '2026-04-27T12:00:00+02:00'],
  ])('counts 24 hours %s', (_when, from, until) => {
    expect(plusOnClock(rules, at(from), 24 * HOUR)).toBe(at(until));
  });
});

describe('working time', () => {
  it.each([
    ['inside a day', '2026-03-03T10:00:00+01:00', 4, '2026-03-03T14:00:00+01:00'],
    ['exactly to closing time', '2026-03-03T13:00:00+01:00', 4, '2026-03-03T17:00:00+01:00'],
    ['into the next morning', '2026-03-03T14:00:00+01:00', 4, '2026-03-04T10:00:00+01:00'],
    ['from before opening', '2026-03-03T06:00:00+01:00', 4, '2026-03-03T13:00:00+01:00'],
    ['from closing time', '2026-03-03T17:00:00+01:00', 1, '2026-03-04T10:00:00+01:00'],
    ['over a weekend', '2026-03-06T16:00:00+01:00', 4, '2026-03-09T12:00:00+01:00'],
    ['over Good Friday, Easter and its Monday', '2026-04-02T16:00:00+02:00', 2, '2026-04-07T10:00:00+02:00'],
    ['over King’s Day on a Monday', '2026-04-24T16:00:00+02:00', 2, '2026-04-28T10:00:00+02:00'],
    ['over King’s Day, moved to Saturday', '2025-04-25T16:00:00+02:00', 2, '2025-04-28T10:00:00+02:00'],
    ['over Ascension, but not the Friday after', '2026-05-13T16:00:00+02:00', 2, '2026-05-15T10:00:00+02:00'],
    ['over Christmas', '2026-12-24T16:00:00+01:00', 2, '2026-12-28T10:00:00+01:00'],
    ['over the change to summer time', '2026-03-27T16:00:00+01:00', 2, '2026-03-30T10:00:00+02:00'],
    ['over the change to winter time', '2026-10-23T16:00:00+02:00', 2, '2026-10-26T10:00:00+01:00'],
    ['from opening time when there is nothing to count', '2026-03-07T12:00:00+01:00', 0, '2026-03-09T09:00:00+01:00'],
    ['nothing from closing time to the next opening', '2026-03-03T17:00:00+01:00', 0, '2026-03-04T09:00:00+01:00'],
  ])('counts %s', (_when, from, hours, until) => {
    expect(plusOnClock(working, at(from), hours * HOUR)).toBe(at(until));
    expect(workingBetween(officeHours, at(from), at(until))).toBe(hours * HOUR);
  });

  it('counts holidays for whoever is open', () => {
    const open: OfficeHours = { ...officeHours, publicHolidays: 'open' };
    expect(plusWorking(open, at('2026-04-02T16:00:00+02:00'), 2 * HOUR)).toBe(at('2026-04-03T10:00:00+02:00'));
  });

  it('gives the day of the change to summer time an hour less and the other an hour more', () => {
    const always: OfficeHours = {
      weekdays: [1, 2, 3, 4, 5, 6, 7],
      fromMinute: 0,
      untilMinute: 1_440,
      publicHolidays: 'open',
    };
    const lengthOf = (day: string, zone: string, next: string, nextZone: string): number =>
      workingBetween(always, at(`${day}T00:00:00${zone}`), at(`${next}T00:00:00${nextZone}`)) / HOUR;
    expect(lengthOf('2026-03-29', '+01:00', '2026-03-30', '+02:00')).toBe(23);
    expect(lengthOf('2026-10-25', '+02:00', '2026-10-26', '+01:00')).toBe(25);
  });

  it('is nothing backwards', () => {
    expect(workingBetween(officeHours, at('2026-03-03T14:00:00+01:00'), at('2026-03-03T10:00:00+01:00'))).toBe(0);
    expect(workingBetween(officeHours, at('2026-03-03T14:00:00+01:00'), at('2026-03-03T14:00:00+01:00'))).toBe(0);
  });

  it('ends where a minute-by-minute count ends, around changes of the clock, holidays and new years', () => {
    fc.assert(
      fc.property(someOfficeHours, minuteNearABoundary, fc.nat({ max: 20 * 60 }), (hours, from, minutes) => {
        expect(plusWorking(hours, from, minutes * 60)).toBe(slowPlusWorking(hours, from, minutes));
      }),
      { numRuns: 300 },
    );
  });

  it('between two moments is what a minute-by-minute count finds', () => {
    fc.assert(
      fc.property(someOfficeHours, minuteNearABoundary, fc.nat({ max: 9 * 1_440 }), (hours, from, minutes) => {
        const until = epochSeconds(from + minutes * 60);
        expect(workingBetween(hours, from, until)).toBe(slowWorkingBetween(hours, from, until));
      }),
      { numRuns: 300 },
    );
  });

  it('is exact to the second, and can be counted in parts', () => {
    const length = fc.nat({ max: 40 * HOUR });
    const moments = fc
      .tuple(minuteNearABoundary, fc.nat({ max: 59 }))
      .map(([minute, second]) => epochSeconds(minute + second));
    fc.assert(
      fc.property(moments, length, length, (from, one, other) => {
        const until = plusWorking(officeHours, from, one + other);
        expect(plusWorking(officeHours, plusWorking(officeHours, from, one), other)).toBe(until);
        expect(workingBetween(officeHours, from, until)).toBe(one + other);
      }),
    );
  });

  it('is refused by an office that never opens', () => {
    expect(() => plusWorking({ ...officeHours, weekdays: [] }, at('2026-03-03T14:00:00+01:00'), 1)).toThrow(RangeError);
  });

  it('never passes in such an office', () => {
    const from = at('2026-03-03T14:00:00+01:00');
    expect(workingBetween({ ...officeHours, weekdays: [] }, from, epochSeconds(from + 30 * DAY))).toBe(0);
  });

  it('is counted by the day, not by the minute: two years take a moment', () => {
    const startedAt = performance.now();
    plusWorking(officeHours, at('2026-01-05T09:00:00+01:00'), 500 * 8 * HOUR);
    expect(performance.now() - startedAt).toBeLessThan(1_000);
  });
});

describe('halfway', () => {
  it.each([
    ['elapsed', rules, '2026-03-06T16:00:00+01:00', '2026-03-09T12:00:00+01:00', '2026-03-08T02:00:00+01:00'],
    ['working', working, '2026-03-06T16:00:00+01:00', '2026-03-09T12:00:00+01:00', '2026-03-09T10:00:00+01:00'],
    ['elapsed', rules, '2026-03-28T12:00:00+01:00', '2026-03-29T13:00:00+02:00', '2026-03-29T00:00:00+01:00'],
  ])('in %s time lies in the middle', (_clock, under, from, until, half) => {
    expect(halfway(under, at(from), at(until))).toBe(at(half));
  });

  it.each([rules, working])('is the end when the end has passed ($clock)', (under) => {
    const from = at('2026-03-03T12:00:00+01:00');
    expect(halfway(under, from, epochSeconds(from - 10))).toBe(from - 10);
    expect(halfway(under, from, from)).toBe(from);
  });

  it('never lies after the end, though no working time be left until then', () => {
    const saturday = at('2026-03-07T12:00:00+01:00');
    expect(halfway(working, saturday, epochSeconds(saturday + 20))).toBe(saturday + 20);
  });

  it('leaves as much before it as after it, give or take a second', () => {
    fc.assert(
      fc.property(minuteNearABoundary, fc.integer({ min: HOUR, max: 9 * DAY }), (from, length) => {
        const until = epochSeconds(from + length);
        const all = workingBetween(officeHours, from, until);
        fc.pre(all > 0);
        expect(workingBetween(officeHours, from, halfway(working, from, until))).toBe(Math.floor(all / 2));
        expect(halfway(rules, from, until) - from).toBe(Math.floor(length / 2));
      }),
    );
  });
});

describe('a reminder', () => {
  it.each([
    ['comes at half the time', '2026-03-03T08:00:00+01:00', 24, '2026-03-03T20:00:00+01:00'],
    ['comes at 08:00 when half the time is 08:00', '2026-03-02T20:00:00+01:00', 24, '2026-03-03T08:00:00+01:00'],
    ['comes the evening before when that is at night', '2026-03-03T11:00:00+01:00', 24, '2026-03-03T20:00:00+01:00'],
    ['comes the evening before when that is early', '2026-03-02T19:59:00+01:00', 24, '2026-03-02T20:00:00+01:00'],
    ['is not a second past 20:00', '2026-03-03T11:00:00+01:00', 18 + 60 / HOUR, '2026-03-03T20:00:00+01:00'],
    ['goes back over midnight', '2026-03-03T14:30:00+01:00', 24, '2026-03-03T20:00:00+01:00'],
    ['goes back over a month', '2026-02-28T14:30:00+01:00', 24, '2026-02-28T20:00:00+01:00'],
    ['stays at night when it all began after 20:00', '2026-03-03T20:30:00+01:00', 8, '2026-03-04T00:30:00+01:00'],
    ['stays at night when it began at 20:00', '2026-03-03T20:00:00+01:00', 8, '2026-03-04T00:00:00+01:00'],
    ['stays early when it began early', '2026-03-03T05:00:00+01:00', 2, '2026-03-03T06:00:00+01:00'],
    ['knows 20:00 in summer', '2026-07-01T11:00:00+02:00', 24, '2026-07-01T20:00:00+02:00'],
  ])('%s', (_rule, from, hours, expected) => {
    const start = at(from);
    expect(reminderAt(rules, start, epochSeconds(start + hours * HOUR))).toBe(at(expected));
  });

  it('never comes before the start, after half the time, or, where there is a choice, at night', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(rules, working),
        minuteNearABoundary,
        fc.integer({ min: 1, max: 9 * DAY }),
        (under, from, length) => {
          const until = epochSeconds(from + length);
          const half = halfway(under, from, until);
          const reminder = reminderAt(under, from, until);
          expect(reminder).toBeGreaterThanOrEqual(from);
          expect(reminder).toBeLessThanOrEqual(half);
          const readable = (moment: number): boolean => {
            const { minute, second } = slowLocalTime(moment);
            return (minute >= 8 * 60 && minute < 20 * 60) || (minute === 20 * 60 && second === 0);
          };
          let latest: number | undefined = half;
          while (latest > from && !readable(latest)) latest -= 1 + (latest % 60 === 0 ? 59 : (latest - 1) % 60);
          expect(reminder).toBe(latest > from ? latest : half);
        },
      ),
      { numRuns: 200 },
    );
  });
});
