import { describe, expect, it } from 'vitest';
import { DAY, HOUR, moment, NOW, rules } from '#shared/testing/builders.ts';
import type { Rules } from './settings.ts';
import { attemptStep, deadlinesFrom, firstStep, followUpStep, stepAfterAttempt, visitStep } from './step.ts';
import { plusElapsed } from './time.ts';

const working: Rules = { ...rules, clock: 'working-hours' };
/** Friday 16:00: one working hour is left of the week. */
const friday = moment('2026-03-06T16:00:00+01:00');
const monday = (hour: string) => moment(`2026-03-09T${hour}:00+01:00`);

describe('the first step', () => {
  it('is the triage, counted from receipt, whoever owns it and since when', () => {
    expect(firstStep(rules, { receivedAt: NOW, deadlines: deadlinesFrom(rules, NOW) })).toEqual({
      name: 'triage',
      number: 1,
      startedAt: NOW,
      remindAt: moment('2026-03-03T20:00:00+01:00'),
      before: NOW + 24 * HOUR,
    });
  });

  it('keeps the deadline that was promised, though the rules changed since', () => {
    const deadlines = deadlinesFrom(working, NOW);
    expect(firstStep(rules, { receivedAt: NOW, deadlines }).before).toBe(deadlines.triageBefore);
  });

  it.each([rules, working])('is four working hours of the desk while the signal is held ($clock)', (under) => {
    const held = { since: friday, suspicions: ['hidden-field'] as const };
    expect(firstStep(under, { held, receivedAt: NOW, deadlines: deadlinesFrom(under, NOW) })).toEqual({
      name: 'held',
      number: 1,
      startedAt: friday,
      remindAt: monday('10:00'),
      before: monday('12:00'),
    });
  });
});

describe('a visit', () => {
  it('is to be made before its promise, with a reminder at half of what is left', () => {
    const tenInTheMorning = moment('2026-03-03T10:00:00+01:00');
    expect(visitStep(rules, 4, tenInTheMorning, plusElapsed(tenInTheMorning, 6 * HOUR))).toEqual({
      name: 'visit',
      number: 4,
      startedAt: tenInTheMorning,
      remindAt: tenInTheMorning + 3 * HOUR,
      before: tenInTheMorning + 6 * HOUR,
    });
  });

  it('halves its time on the clock of the municipality', () => {
    expect(visitStep(rules, 1, friday, monday('12:00')).remindAt).toBe(moment('2026-03-07T20:00:00+01:00'));
    expect(visitStep(working, 1, friday, monday('12:00')).remindAt).toBe(monday('10:00'));
  });

  it('that is late already gets no reminder before its end', () => {
    const { remindAt, before } = visitStep(rules, 1, NOW, plusElapsed(NOW, -1));
    expect(remindAt).toBe(before);
  });
});

describe('after an attempt', () => {
  it.each([
    [1, 'attempt', 1],
    [2, 'attempt', 2],
    [3, 'choice', 1],
    [4, 'attempt', 4],
    [5, 'attempt', 5],
    [6, 'choice', 2],
  ])('number %i comes the %s, number %i', (attempts, name, number) => {
    expect(stepAfterAttempt(rules, attempts, NOW)).toMatchObject({ name, number, startedAt: NOW });
  });

  it.each([rules, working])('there are two working days for the next ($clock)', (under) => {
    for (const step of [stepAfterAttempt(under, 1, friday), stepAfterAttempt(under, 3, friday)]) {
      expect(step.before).toBe(moment('2026-03-10T16:00:00+01:00'));
      expect(step.remindAt).toBe(monday('16:00'));
    }
  });

  it('that the coordinator asked for, there are two working days again', () => {
    expect(attemptStep(rules, 3, friday)).toEqual({
      name: 'attempt',
      number: 3,
      startedAt: friday,
      remindAt: monday('16:00'),
      before: moment('2026-03-10T16:00:00+01:00'),
    });
  });
});

describe('a follow-up', () => {
  it.each([rules, working])('comes after 14 days, weekends and all, with a reminder after seven ($clock)', (under) => {
    expect(followUpStep(under, 2, NOW)).toEqual({
      name: 'follow-up',
      number: 2,
      startedAt: NOW,
      remindAt: NOW + 7 * DAY,
      before: NOW + 14 * DAY,
    });
  });

  it('has a reminder on a municipality’s short clock, also outside working hours', () => {
    const short: Rules = { ...working, durations: { ...rules.durations, followUp: rules.durations.held } };
    const saturday = moment('2026-03-07T12:00:00+01:00');
    expect(followUpStep(short, 1, saturday).remindAt).toBe(saturday + 2 * HOUR);
  });
});
