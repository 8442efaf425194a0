import { describe, expect, it } from 'vitest';
import { aFactId, aReport, aReporter, aSignalId, HOUR, moment, NOW, rules } from '#shared/testing/builders.ts';
import { comesSooner, receive } from './intake.ts';
import { settle } from './settle.ts';
import { plusElapsed } from './time.ts';

const id = aSignalId(1);
const intake = {
  id,
  factId: aFactId(id),
  contentDigest: 'a'.repeat(64),
  report: aReport(),
  reporter: aReporter(),
  suspicions: [],
};

describe('a signal that comes in', () => {
  it('is received, its deadlines fixed, nobody’s yet, and to be looked at right away', () => {
    expect(receive(intake, rules, NOW)).toEqual({
      id,
      factId: aFactId(id),
      contentDigest: 'a'.repeat(64),
      report: aReport(),
      reporter: aReporter(),
      version: 1,
      revision: 1,
      status: 'received',
      receivedAt: NOW,
      lastActedAt: NOW,
      deadlines: {
        rulesVersion: 'test-1',
        triageBefore: NOW + 24 * HOUR,
        visitPreferredBefore: NOW + 24 * HOUR,
        visitBefore: NOW + 48 * HOUR,
      },
      attempts: [],
      followUps: [],
      history: [{ at: NOW, what: 'submit' }],
      mails: {},
      endsAt: plusElapsed(NOW, rules.retention.hardCap),
      nextAt: NOW,
    });
  });

  it('is kept and held when its sender looks like no person', () => {
    const held = receive({ ...intake, suspicions: ['hidden-field'] }, rules, NOW);
    expect(held.held).toEqual({ since: NOW, suspicions: ['hidden-field'] });
    expect(held).not.toHaveProperty('suspicions');
    expect(held.status).toBe('received');
  });

  it('counts its deadlines in working hours where the municipality chose so', () => {
    const friday = moment('2026-03-06T16:00:00+01:00');
    const { deadlines } = receive(intake, { ...rules, clock: 'working-hours' }, friday);
    expect(deadlines).toEqual({
      rulesVersion: 'test-1',
      triageBefore: moment('2026-03-11T16:00:00+01:00'),
      visitPreferredBefore: moment('2026-03-11T16:00:00+01:00'),
      visitBefore: moment('2026-03-16T16:00:00+01:00'),
    });
  });

  it.each(['triage', 'visitPreferred', 'visit'] as const)('takes its deadline of %s from that rule alone', (name) => {
    const durations = { ...rules.durations, [name]: HOUR };
    const { deadlines } = receive(intake, { ...rules, durations }, NOW);
    const changed = Object.entries(deadlines).filter(([, before]) => before === NOW + HOUR);
    expect(changed.map(([key]) => key)).toEqual([`${name}Before`]);
  });
});

describe('settling', () => {
  it('counts the write and says when to look again, whatever the state said before', () => {
    const signal = receive(intake, rules, NOW);
    const settled = settle({ ...signal, status: 'closed', nextAt: 0, revision: 7 } as typeof signal, rules);
    expect(settled.revision).toBe(8);
    expect(settled.nextAt).toBe(NOW + 90 * 24 * HOUR);
  });

  it('leaves everything else as it was', () => {
    const { revision: _one, nextAt: _soon, ...before } = receive(intake, rules, NOW);
    const { revision: _two, nextAt: _later, ...after } = settle({ ...before, revision: 1 }, rules);
    expect(after).toEqual(before);
  });
});

describe('a signal comes sooner', () => {
  it.each([
    [['not-seen', 'no-answer'], true],
    [['no-answer', 'other', 'not-seen'], true],
    [['not-seen'], false],
    [['no-answer'], false],
    [['not-seen', 'mail-and-curtains'], false],
    [[], false],
  ] as const)('with the signs %j: %s', (reasons, sooner) => {
    expect(comesSooner({ reasons })).toBe(sooner);
  });
});
