import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOf, earliest, epochSeconds, epochSecondsOf, latest, parseDuration, plusElapsed, seconds } from './time.ts';

describe('a duration', () => {
  it.each([
    ['PT24H', 86_400],
    ['P1D', 86_400],
    ['P14D', 1_209_600],
    ['PT90M', 5_400],
    ['PT20S', 20],
    ['P2DT3H4M5S', 183_845],
    ['PT0S', 0],
    ['P1DT1S', 86_401],
  ])('%s is %i seconds', (text, length) => {
    expect(parseDuration(text)).toBe(length);
  });

  it.each([
    '',
    'P',
    'PT',
    'P1DT',
    'P1M',
    'P1Y',
    'P1W',
    'P1H',
    'T1H',
    '24H',
    'PT1.5H',
    'PT-1H',
    '-PT1H',
    'pt24h',
    ' PT24H',
    'PT24H ',
    'PT24H\n',
    'PT5S1M',
    'PT1M1H',
  ])('%j is no duration', (text) => {
    expect(parseDuration(text)).toBeUndefined();
  });

  it('reads what it is made of, part by part', () => {
    const part = fc.nat({ max: 10_000 });
    fc.assert(
      fc.property(part, part, part, part, (days, hours, minutes, rest) => {
        const text = `P${days}DT${hours}H${minutes}M${rest}S`;
        expect(parseDuration(text)).toBe(((days * 24 + hours) * 60 + minutes) * 60 + rest);
      }),
    );
  });
});

describe('a moment', () => {
  it('is cut to the second in which it lies', () => {
    expect(epochSeconds(1.999)).toBe(1);
    expect(seconds(2.999)).toBe(2);
    expect(epochSecondsOf(new Date('2026-03-03T10:00:00.999Z'))).toBe(1_772_532_000);
  });

  it('is the same after a trip through Date', () => {
    fc.assert(
      fc.property(fc.nat({ max: 4_102_444_800 }), (at) => {
        expect(epochSecondsOf(dateOf(epochSeconds(at)))).toBe(at);
      }),
    );
  });

  it('is the first or the last of several', () => {
    const moments = [3, 1, 2].map(epochSeconds);
    expect(earliest(...moments)).toBe(1);
    expect(latest(...moments)).toBe(3);
  });

  it('is 86,400 seconds later after 24 elapsed hours, also when the clocks change', () => {
    expect(plusElapsed(epochSecondsOf(new Date('2026-03-28T11:00:00Z')), 86_400)).toBe(
      epochSecondsOf(new Date('2026-03-29T11:00:00Z')),
    );
  });
});
