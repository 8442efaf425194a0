import { describe, expect, it } from 'vitest';
import {
  isOver,
  lastMonths,
  monthsBegun,
  parsePeriod,
  periodId,
  periodsUntil,
  quarterOf,
  usualPeriod,
} from './period.ts';

describe('a period', () => {
  it.each(['2026', '2026-Q1', '2026-Q4', '2000'])('is a year or a quarter: %s', (text) => {
    const period = parsePeriod(text);
    expect(period && periodId(period)).toBe(text);
  });

  it.each(['', '26', '2026-Q0', '2026-Q5', '2026-03', '2026-q1', ' 2026', '1999', '2026-Q1 '])('is not %j', (text) => {
    expect(parsePeriod(text)).toBeUndefined();
  });

  it('has three months to a quarter', () => {
    expect(['2026-01', '2026-03', '2026-04', '2026-09', '2026-12'].map(quarterOf)).toEqual([
      '2026-Q1',
      '2026-Q1',
      '2026-Q2',
      '2026-Q3',
      '2026-Q4',
    ]);
  });

  it('is counted back from, over the turn of the year', () => {
    expect(lastMonths('2026-02', 4)).toEqual(['2026-02', '2026-01', '2025-12', '2025-11']);
    expect(lastMonths('2026-12', 1)).toEqual(['2026-12']);
    expect(lastMonths('2026-01', 25).at(-1)).toBe('2024-01');
  });

  it('is over when its last month is', () => {
    expect(isOver({ year: 2026, quarter: 1 }, '2026-03')).toBe(false);
    expect(isOver({ year: 2026, quarter: 1 }, '2026-04')).toBe(true);
    expect(isOver({ year: 2026 }, '2026-12')).toBe(false);
    expect(isOver({ year: 2026 }, '2027-01')).toBe(true);
  });

  it('has the months that have begun', () => {
    expect(monthsBegun(2026, '2026-02')).toEqual(['2026-01', '2026-02']);
    expect(monthsBegun(2025, '2026-02')).toHaveLength(12);
    expect(monthsBegun(2027, '2026-02')).toEqual([]);
  });
});

describe('what can be asked for', () => {
  it('is what has begun, the newest first, five years back', () => {
    const known = periodsUntil('2026-05').map(periodId);
    expect(known.slice(0, 5)).toEqual(['2026', '2026-Q2', '2026-Q1', '2025', '2025-Q4']);
    expect([known.length, known.at(-1)]).toEqual([23, '2022-Q1']);
  });

  it('is this year by default, and in its first quarter the one before', () => {
    expect(usualPeriod('2026-03')).toEqual({ year: 2025 });
    expect(usualPeriod('2026-04')).toEqual({ year: 2026 });
  });
});
