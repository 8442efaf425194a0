import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, moment } from '#shared/testing/builders.ts';
import { localTime } from './amsterdam.ts';
import { proposedAttempt } from './proposed-attempt.ts';
import type { Attempt } from './signal.ts';
import { type EpochSeconds, plusElapsed } from './time.ts';
import { BEST_TIMES, WAYS } from './words.ts';

/** A Tuesday. */
const now = moment('2026-03-03T11:00:00+01:00');
const before = moment('2026-03-05T11:00:00+01:00');
const tried = (at: EpochSeconds, way: Attempt['way'] = 'visit') => ({ at, way });
const proposed = (attempts: ReturnType<typeof tried>[], more = {}) =>
  proposedAttempt({ attempts, before, hasPhone: false, ...more }, now);

describe('the next attempt that is proposed', () => {
  it('is none while nothing was tried', () => {
    expect(proposed([])).toBeUndefined();
  });

  it('after a visit by day is one in the evening, the same day when that still can be', () => {
    expect(proposed([tried(now)])).toEqual({ way: 'visit', at: moment('2026-03-03T19:00:00+01:00') });
  });

  it('after a visit in the evening is one by day, on another day', () => {
    const monday = moment('2026-03-02T19:00:00+01:00');
    expect(proposed([tried(monday)])).toEqual({ way: 'visit', at: moment('2026-03-03T14:00:00+01:00') });
  });

  it('is on another weekday when no evening is left before the deadline', () => {
    const soon = moment('2026-03-04T11:00:00+01:00');
    const evening = moment('2026-03-03T18:30:00+01:00');
    const attempts = [tried(now)];
    expect(proposedAttempt({ attempts, before: soon, hasPhone: false }, evening)).toEqual({
      way: 'visit',
      at: moment('2026-03-04T10:00:00+01:00'),
    });
  });

  it('is at the part of the day that the resident asked for', () => {
    expect(proposed([tried(now)], { bestTime: 'morning' })).toEqual({
      way: 'visit',
      at: moment('2026-03-04T10:00:00+01:00'),
    });
  });

  it('after two visits is a call where the number is known, else a letter, then a visit again', () => {
    const twice = [tried(now), tried(now)];
    expect(proposed(twice, { hasPhone: true })).toEqual({ way: 'phone' });
    expect(proposed(twice)).toEqual({ way: 'letter' });
    expect(proposed([...twice, tried(now, 'phone')], { hasPhone: true })).toEqual({ way: 'letter' });
    expect(proposed([...twice, tried(now, 'letter')])?.way).toBe('visit');
  });

  it('is none when no welcome hour is left before the deadline', () => {
    expect(proposed([tried(now)], { before: plusElapsed(now, 60) })).toBeUndefined();
  });

  it('is always between an hour from now and the deadline, at a welcome hour, and never on a Sunday', () => {
    const anyAttempt = fc.record({
      at: fc.nat(30 * DAY).map((ago) => plusElapsed(now, -ago)),
      way: fc.constantFrom(...WAYS),
    });
    fc.assert(
      fc.property(
        fc.array(anyAttempt, { minLength: 1, maxLength: 5 }),
        fc.nat(10 * DAY),
        fc.constantFrom(...BEST_TIMES, undefined),
        fc.boolean(),
        (attempts, length, bestTime, hasPhone) => {
          const end = plusElapsed(now, length);
          const next = proposedAttempt({ attempts, before: end, bestTime, hasPhone }, now);
          if (next?.way !== 'visit') return;
          expect(next.at).toBeGreaterThanOrEqual(now + 3_600);
          expect(next.at).toBeLessThanOrEqual(end);
          expect([600, 840, 1_140]).toContain(localTime(next.at).minute);
          expect(localTime(next.at).weekday).not.toBe(7);
        },
      ),
    );
  });
});
