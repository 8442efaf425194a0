import { describe, expect, it } from 'vitest';
import { isPublicHoliday } from './public-holidays.ts';

const daysOf = (year: number): string[] => {
  const days: string[] = [];
  for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += 86_400_000) {
    const date = new Date(at);
    const [month, day] = [date.getUTCMonth() + 1, date.getUTCDate()];
    if (isPublicHoliday(year, month, day))
      days.push(`${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
  }
  return days;
};

/** New Year, Good Friday, Easter Monday, King's Day, 5 May, Ascension, Whit Monday, Christmas: copied from calendars, not computed. */
const CALENDARS = {
  2019: '01-01 04-19 04-22 04-27 05-05 05-30 06-10 12-25 12-26',
  2024: '01-01 03-29 04-01 04-27 05-05 05-09 05-20 12-25 12-26',
  2025: '01-01 04-18 04-21 04-26 05-05 05-29 06-09 12-25 12-26',
  2026: '01-01 04-03 04-06 04-27 05-05 05-14 05-25 12-25 12-26',
  2027: '01-01 03-26 03-29 04-27 05-05 05-06 05-17 12-25 12-26',
  2028: '01-01 04-14 04-17 04-27 05-05 05-25 06-05 12-25 12-26',
  2029: '01-01 03-30 04-02 04-27 05-05 05-10 05-21 12-25 12-26',
  2030: '01-01 04-19 04-22 04-27 05-05 05-30 06-10 12-25 12-26',
  2031: '01-01 04-11 04-14 04-26 05-05 05-22 06-02 12-25 12-26',
};

describe('public holidays', () => {
  it.each(Object.entries(CALENDARS))('of %s are those of the calendar, and no other day', (year, days) => {
    expect(daysOf(Number(year))).toEqual(days.split(' '));
  });

  it('give one day to Ascension and 5 May when they fall together', () => {
    expect(daysOf(2016)).toEqual('01-01 03-25 03-28 04-27 05-05 05-16 12-25 12-26'.split(' '));
  });

  it('keep King’s Day on the 27th unless that is a Sunday; then the day before', () => {
    expect([2025, 2031, 2036].map((year) => [isPublicHoliday(year, 4, 26), isPublicHoliday(year, 4, 27)])).toEqual([
      [true, false],
      [true, false],
      [true, false],
    ]);
    expect([2024, 2026, 2030].map((year) => [isPublicHoliday(year, 4, 26), isPublicHoliday(year, 4, 27)])).toEqual([
      [false, true],
      [false, true],
      [false, true],
    ]);
  });

  it.each([
    [1818, '03-22'],
    [1943, '04-25'],
    [1954, '04-18'],
    [1981, '04-19'],
    [2000, '04-23'],
    [2008, '03-23'],
    [2011, '04-24'],
    [2035, '03-25'],
    [2038, '04-25'],
    [2049, '04-18'],
    [2076, '04-19'],
    [2100, '03-28'],
  ])('put Easter of %i on %s', (year, sunday) => {
    const easter = Date.parse(`${year}-${sunday}T00:00:00Z`);
    const holidayAfter = (days: number): boolean => {
      const date = new Date(easter + days * 86_400_000);
      return isPublicHoliday(year, date.getUTCMonth() + 1, date.getUTCDate());
    };
    expect([-2, -1, 0, 1, 39, 49, 50].map(holidayAfter)).toEqual([true, false, false, true, true, false, true]);
  });
});
