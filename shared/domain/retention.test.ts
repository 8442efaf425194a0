import { describe, expect, it } from 'vitest';
import { DAY, NOW, rules } from '#shared/testing/builders.ts';
import { endOfUnclosed, retentionOf } from './retention.ts';
import type { Closing, Contact } from './signal.ts';
import { NO_FOLLOW_UP, OUTCOMES } from './words.ts';

const contactWith = (consent: Contact['consent']): Contact => ({
  at: NOW,
  way: 'visit',
  informed: 'handed',
  consent,
  wishes: [],
  referrals: [],
  alarm: false,
});
const closing = (outcome: Closing['outcome']): Closing => ({ at: NOW, outcome });

describe('how long a closed signal stays', () => {
  it.each([...NO_FOLLOW_UP, 'dismissed', 'ended-by-registers'] as const)('is 14 days after %s', (outcome) => {
    expect(retentionOf(rules, closing(outcome), undefined)).toBe(14 * DAY);
  });

  it.each(['not-reached', 'help-started', 'referred', 'no-help-wanted'] as const)(
    'is 28 days after %s without any contact',
    (outcome) => {
      expect(retentionOf(rules, closing(outcome), undefined)).toBe(28 * DAY);
    },
  );

  it.each([
    ['keep', 180],
    ['undecided', 14],
    ['not-given', 0],
  ] as const)('follows what the resident said, %s, whatever the outcome: %i days', (consent, days) => {
    for (const outcome of [...OUTCOMES, ...NO_FOLLOW_UP, 'dismissed'] as const)
      expect(retentionOf(rules, closing(outcome), contactWith(consent))).toBe(days * DAY);
  });

  it('is two weeks when somebody saw danger, though no consent was given', () => {
    const contact = { ...contactWith('not-given'), alarm: true };
    expect(retentionOf(rules, closing('referred'), contact)).toBe(14 * DAY);
  });

  it('reads each length from its own rule', () => {
    const lengths = { ...rules.retention };
    const under = {
      ...rules,
      retention: { ...lengths, undecided: (lengths.undecided + 1) as typeof lengths.undecided },
    };
    expect(retentionOf(under, closing('referred'), contactWith('undecided'))).toBe(14 * DAY + 1);
    expect(retentionOf(under, closing('seen-well'), undefined)).toBe(14 * DAY);
  });
});

describe('the end of a signal that nobody closes', () => {
  it.each([
    ['nobody was reached', undefined, 90],
    ['the resident is undecided', contactWith('undecided'), 90],
    ['the resident gave no consent', contactWith('not-given'), 90],
    ['the resident consented', contactWith('keep'), 180],
  ])('lies, when %s, some days after somebody last acted (%#)', (_when, contact, days) => {
    const signal = { lastActedAt: NOW, ...(contact && { contact }) };
    expect(endOfUnclosed(rules, signal) - NOW).toBe(days * DAY);
  });
});
