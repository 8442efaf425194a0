import { describe, expect, it } from 'vitest';
import { anAssignedSignal, aReport, HOUR, NOW } from '#shared/testing/builders.ts';
import type { Signal } from './signal.ts';
import { type EpochSeconds, plusElapsed } from './time.ts';
import { endsFilter, fitsFilter, WORK_FILTERS } from './work-filter.ts';

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

  it('ends for what is late at the first that is not, once those with priority or in danger are past', () => {
    expect(endsFilter('late', due(inHours(1)), NOW)).toBe(true);
    expect(endsFilter('late', due(NOW), NOW)).toBe(false);
    expect(endsFilter('late', { ...due(inHours(1)), report: aReport({ sooner: true }) }, NOW)).toBe(false);
    expect(endsFilter('late', { ...due(inHours(1)), danger: { number: 1, at: NOW } }, NOW)).toBe(false);
    expect(endsFilter('today', due(inHours(90)), NOW)).toBe(false);
  });
});
