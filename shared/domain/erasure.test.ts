import { describe, expect, it } from 'vitest';
import { aSignal, DAY, moment, rules } from '#shared/testing/builders.ts';
import { erasureOf } from './erasure.ts';

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
