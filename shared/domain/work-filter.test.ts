import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyMoment, anySignal } from '#shared/testing/arbitraries.ts';
import { anAssignedSignal, aReport, aSignal, HOUR, moment, NOW } from '#shared/testing/builders.ts';
import type { Signal } from './signal.ts';
import { type EpochSeconds, plusElapsed } from './time.ts';
import { fitsFilter, latestUrgency, rankOf, STRETCHES, urgencyOf, WORK_FILTERS } from './work-filter.ts';

const due = (before: EpochSeconds, name: NonNullable<Signal['step']>['name'] = 'triage'): Signal =>
  anAssignedSignal({ step: { name, number: 1, startedAt: NOW, remindAt: before, before } });
const inHours = (hours: number): EpochSeconds => plusElapsed(NOW, hours * HOUR);
/** Which filters a signal passes, beside `all`. */
const passes = (signal: Signal) => WORK_FILTERS.slice(1).filter((filter) => fitsFilter(filter, signal, NOW));

describe('what the work list can be asked for', () => {
  it('is everything, unless it is asked for less', () => {
    expect(fitsFilter('all', due(inHours(90)), NOW)).toBe(true);
    expect(passes(due(inHours(90)))).toEqual([]);
  });

  it('is late from the deadline on, and then has to be done today too', () => {
    expect(passes(due(NOW))).toEqual(['late', 'today']);
    expect(passes(due(inHours(-30)))).toEqual(['late', 'today']);
    expect(passes(due(inHours(1)))).toEqual(['today']);
  });

  it('is today until midnight in Amsterdam', () => {
    // Seen at 11:00; midnight is thirteen hours away.
    expect(passes(due(plusElapsed(NOW, 13 * HOUR - 1)))).toEqual(['today']);
    expect(passes(due(inHours(13)))).toEqual([]);
  });

  it('is today when a visit is planned for today', () => {
    const plan = { at: inHours(3), by: { volunteer: 'Piet' } };
    expect(passes({ ...due(inHours(40), 'visit'), plan })).toEqual(['today']);
    expect(passes({ ...due(inHours(40), 'visit'), plan: { ...plan, at: inHours(20) } })).toEqual([]);
  });

  it('is first with priority, or when somebody saw danger', () => {
    expect(passes({ ...due(inHours(90)), report: aReport({ sooner: true }) })).toEqual(['first']);
    const danger = { number: 1, at: NOW };
    const handled = { at: NOW, how: 'visited' } as const;
    expect(passes({ ...due(inHours(90)), danger })).toEqual(['first']);
    expect(passes({ ...due(inHours(90)), danger: { ...danger, handled } })).toEqual([]);
  });

  it('is a choice of the coordinator, a held signal, or one whose mail does not arrive', () => {
    expect(passes(due(inHours(90), 'choice'))).toEqual(['choice']);
    expect(passes({ ...due(inHours(90), 'held'), held: { since: NOW, suspicions: ['too-fast'] } })).toEqual(['held']);
    const mails = { 'notify-1-owner-first': { state: 'failed', at: NOW } } as const;
    expect(passes({ ...due(inHours(90)), mails })).toEqual(['mail']);
  });

  it('has danger on top, closed or not, and then what has priority while it is open', () => {
    const sooner = { ...due(NOW), report: aReport({ sooner: true }) };
    const danger = { ...sooner, danger: { number: 1, at: NOW } };
    expect([due(NOW), sooner, danger].map(rankOf)).toEqual([0, 1, 2]);
    expect([due(NOW), sooner, danger].map((signal) => rankOf({ ...signal, status: 'closed' }))).toEqual([0, 0, 2]);
  });

  it('stands in the list at its deadline, or at the contact that is planned before it', () => {
    const plan = (hours: number) => ({ at: inHours(hours), by: { volunteer: 'Piet' } });
    expect(urgencyOf(due(inHours(40)))).toBe(inHours(40));
    expect(urgencyOf({ ...due(inHours(40)), plan: plan(3) })).toBe(inHours(3));
    expect(urgencyOf({ ...due(inHours(40)), plan: plan(50) })).toBe(inHours(40));
    expect(urgencyOf(aSignal({ nextAt: inHours(2), expiresAt: inHours(9) }))).toBe(inHours(9));
  });

  it('is not cut off by its place in the list, whatever the day and the clock', () => {
    fc.assert(
      fc.property(anySignal, anyMoment, fc.constantFrom(...STRETCHES), (signal, now, filter) => {
        const until = latestUrgency(filter, now) ?? Number.POSITIVE_INFINITY;
        const fits = signal.status !== 'closed' && fitsFilter(filter, signal, now);
        expect(!fits || urgencyOf(signal) <= until).toBe(true);
      }),
    );
  });

  it('ends today at midnight in Amsterdam, on a day that is an hour shorter too', () => {
    expect(latestUrgency('today', NOW)).toBe(inHours(13) - 1);
    expect(latestUrgency('today', moment('2026-03-29T00:30:00Z'))).toBe(moment('2026-03-29T21:59:59Z'));
    expect(latestUrgency('late', NOW)).toBe(NOW);
    expect(latestUrgency('all', NOW)).toBeUndefined();
  });
});
