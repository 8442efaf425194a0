import { describe, expect, it } from 'vitest';
import { moment } from '#shared/testing/builders.ts';
import { MAIL } from '#shared/texts/catalogues/mail.ts';
import { spellMoment } from './spell-moment.ts';
import { dateOf } from './time.ts';

describe('a moment in words', () => {
  it.each([
    ['2026-11-23T16:00:00Z', 'maandag 23 november 17.00 uur', 'Monday 23 November 17:00'],
    ['2026-03-28T23:59:59Z', 'zondag 29 maart 00.59 uur', 'Sunday 29 March 00:59'],
    ['2026-03-29T01:00:00Z', 'zondag 29 maart 03.00 uur', 'Sunday 29 March 03:00'],
    ['2026-10-25T00:30:00Z', 'zondag 25 oktober 02.30 uur', 'Sunday 25 October 02:30'],
    ['2026-10-25T01:30:00Z', 'zondag 25 oktober 02.30 uur', 'Sunday 25 October 02:30'],
    ['2026-12-31T23:00:00Z', 'vrijdag 1 januari 00.00 uur', 'Friday 1 January 00:00'],
    ['2026-07-01T06:05:00Z', 'woensdag 1 juli 08.05 uur', 'Wednesday 1 July 08:05'],
  ])('%s is %s, or %s', (iso, dutch, english) => {
    const said = (['nl', 'en'] as const).map((language) =>
      spellMoment(MAIL[language].moment, language, dateOf(moment(iso))),
    );
    expect(said).toEqual([dutch, english]);
  });
});
