import { describe, expect, it } from 'vitest';
import { aPartner } from '#shared/testing/builders.ts';
import type { AbsencePeriod } from './directory.ts';
import { DESK, partnerId } from './ids.ts';
import { isAway, receiverOf } from './receiver.ts';
import { epochSeconds } from './time.ts';

const at = (iso: string) => epochSeconds(Date.parse(iso) / 1000);
const CHRISTMAS: AbsencePeriod = { from: '2026-12-24', until: '2027-01-03' };
const centrum = (...away: AbsencePeriod[]) => aPartner({ away });
const noord = (...away: AbsencePeriod[]) => aPartner({ id: partnerId('noord'), away });

describe('a holiday', () => {
  it.each([
    ['2026-12-23T22:59:59Z', false],
    ['2026-12-23T23:00:00Z', true],
    ['2027-01-03T22:59:59Z', true],
    ['2027-01-03T23:00:00Z', false],
  ])('counts days in Amsterdam, the first and the last included (%s: %s)', (moment, away) => {
    expect(isAway(centrum(CHRISTMAS), at(moment))).toBe(away);
  });

  it('is one of several', () => {
    const partner = centrum({ from: '2026-05-01', until: '2026-05-01' }, CHRISTMAS);
    expect(isAway(partner, at('2026-05-01T10:00:00Z'))).toBe(true);
    expect(isAway(partner, at('2026-05-02T10:00:00Z'))).toBe(false);
    expect(isAway(aPartner(), at('2026-05-01T10:00:00Z'))).toBe(false);
  });
});

describe('a new signal', () => {
  const christmas = at('2026-12-25T12:00:00Z');
  const spring = at('2026-04-01T12:00:00Z');

  it('goes to the partner, and to the backup while the partner is away', () => {
    expect(receiverOf(centrum(CHRISTMAS), noord(), spring)).toBe('centrum');
    expect(receiverOf(centrum(CHRISTMAS), noord(), christmas)).toBe('noord');
  });

  it('goes to the desk when nobody else can take it', () => {
    expect(receiverOf(undefined, undefined, spring)).toBe(DESK);
    expect(receiverOf(centrum(CHRISTMAS), undefined, christmas)).toBe(DESK);
    expect(receiverOf(centrum(CHRISTMAS), noord(CHRISTMAS), christmas)).toBe(DESK);
  });
});
