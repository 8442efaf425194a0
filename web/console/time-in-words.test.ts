import { beforeAll, describe, expect, it } from 'vitest';
import { LANGUAGES } from '#shared/domain/languages.ts';
import { loadTexts } from './texts.ts';
import { dayInWords, momentInWords, monthInWords, timeInWords, timeLeft } from './time-in-words.ts';

beforeAll(async () => {
  for (const language of LANGUAGES) await loadTexts(language);
});

/** A Tuesday, 11:00 in Amsterdam. */
const now = new Date('2026-03-03T10:00:00Z');
const nl = { language: 'nl', now } as const;
const en = { language: 'en', now } as const;

describe('a moment', () => {
  it('is today, yesterday or tomorrow when it is near', () => {
    expect(momentInWords('2026-03-03T13:05:00Z', nl)).toBe('vandaag 14.05 uur');
    expect(momentInWords('2026-03-02T13:05:00Z', nl)).toBe('gisteren 14.05 uur');
    expect(momentInWords('2026-03-04T09:00:00Z', nl)).toBe('morgen 10.00 uur');
    expect(momentInWords('2026-03-04T09:00:00Z', en)).toBe('tomorrow at 10:00');
  });

  it('counts days as Amsterdam does, not as UTC does', () => {
    expect(dayInWords('2026-03-03T23:30:00Z', nl)).toBe('morgen');
    expect(dayInWords('2026-03-02T22:59:00Z', nl)).toBe('gisteren');
  });

  it('is a weekday and a date when it is far, with the year when it is another one', () => {
    expect(momentInWords('2026-03-09T09:00:00Z', nl)).toBe('maandag 9 maart 10.00 uur');
    expect(dayInWords('2025-12-31T12:00:00Z', nl)).toBe('woensdag 31 december 2025');
    expect(dayInWords('2026-03-09T09:00:00Z', en)).toBe('Monday 9 March');
  });

  it('follows summer time', () => {
    expect(timeInWords('2026-03-29T00:59:00Z', 'nl')).toBe('1.59 uur');
    expect(timeInWords('2026-03-29T01:00:00Z', 'nl')).toBe('3.00 uur');
    const evening = { language: 'nl', now: new Date('2026-03-28T22:30:00Z') } as const;
    expect(dayInWords('2026-03-29T21:30:00Z', evening)).toBe('morgen');
  });
});

describe('the time that is left', () => {
  const left = (seconds: number, seen: typeof nl | typeof en = nl) =>
    timeLeft(new Date(now.getTime() + seconds * 1000).toISOString(), seen);

  it('is said in the largest unit that still says enough', () => {
    expect(left(59)).toBe('nog minder dan een minuut');
    expect(left(60)).toBe('nog 1 minuut');
    expect(left(119 * 60)).toBe('nog 119 minuten');
    expect(left(5 * 3600)).toBe('nog 5 uur');
    expect(left(47.9 * 3600)).toBe('nog 47 uur');
    expect(left(14 * 86_400)).toBe('nog 14 dagen');
    expect(left(14 * 86_400 - 60)).toBe('nog 14 dagen');
    expect(left(2 * 86_400)).toBe('nog 2 dagen');
    expect(left(5 * 3600, en)).toBe('5 hours left');
  });

  it('never says more than there is', () => {
    expect(left(5 * 3600 + 3599)).toBe('nog 5 uur');
  });

  it('is nothing once it is over', () => {
    expect(left(0)).toBeUndefined();
    expect(left(-1)).toBeUndefined();
  });
});

it('says a month with its year', () => {
  expect(monthInWords('2026-01', 'nl')).toBe('januari 2026');
  expect(monthInWords('2025-12', 'en')).toBe('December 2025');
});
