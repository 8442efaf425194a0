import { describe, expect, it } from 'vitest';
import { aSignal, DAY, moment, rules } from '#shared/testing/builders.ts';
import { localDay } from './amsterdam.ts';
import { daysOfLedger, erasureOf } from './erasure.ts';
import { plusElapsed, seconds } from './time.ts';

describe('an erasure', () => {
  const signal = aSignal();
  const justBeforeMidnight = moment('2026-03-03T22:59:59Z');

  it('leaves an id and the day in Amsterdam, for 35 days', () => {
    const removeAt = justBeforeMidnight + 35 * DAY;
    expect(erasureOf(signal, rules, justBeforeMidnight)).toEqual({
      record: { id: signal.id, day: '2026-03-03', removeAt },
      ledger: { id: signal.id, day: '2026-03-03', removeAt },
    });
  });

  it('falls on the next day after midnight', () => {
    expect(erasureOf(signal, rules, moment('2026-03-03T23:00:00Z')).record.day).toBe('2026-03-04');
  });

  it('leaves, where asked for, a proof that names no signal, for a year', () => {
    expect(erasureOf(signal, rules, justBeforeMidnight, 'c0ffee').proof).toEqual({
      hash: 'c0ffee',
      day: '2026-03-03',
      removeAt: justBeforeMidnight + 365 * DAY,
    });
  });
});

describe('the days of the ledger', () => {
  const kept = (days: number) => ({ retention: { ...rules.retention, erasureRecord: seconds(days * DAY) } });

  it('go back as far as its entries are kept, today first', () => {
    const now = moment('2026-03-03T10:00:00Z');
    expect(daysOfLedger(kept(2), now)).toEqual(['2026-03-03', '2026-03-02', '2026-03-01', '2026-02-28']);
    expect(daysOfLedger(kept(100), now)).toHaveLength(102);
  });

  it('are without a gap at any hour, also over the nights in which the clock changes', () => {
    for (const spring of ['2026-03-29T22:30:00Z', '2026-10-25T23:30:00Z', '2026-10-25T22:30:00Z']) {
      for (let hour = 0; hour < 48; hour += 1) {
        const now = plusElapsed(moment(spring), hour * 3_600);
        const days = daysOfLedger(kept(8), now);
        const each = Array.from({ length: 10 * 24 }, (_, back) => localDay(plusElapsed(now, -back * 3_600)));
        expect(days.slice(0, 9)).toEqual([...new Set(each)].slice(0, 9));
      }
    }
  });
});
