import { describe, expect, it } from 'vitest';
import { anAssignedSignal, aReport, aReporter, aSignal, HOUR, NOW } from '#shared/testing/builders.ts';
import { type Fact, factOf as factAt } from './fact.ts';
import { memberId } from './ids.ts';
import type { Attempt, Contact, Signal, Triage } from './signal.ts';
import { type EpochSeconds, plusElapsed } from './time.ts';

const after = (hours: number) => plusElapsed(NOW, hours * HOUR);
const attempt = (hours: number): Attempt => ({ at: after(hours), way: 'visit', result: 'nobody-home' });
const contact = (hours: number): Contact => ({
  at: after(hours),
  way: 'visit',
  informed: 'handed',
  consent: 'keep',
  wishes: ['talk'],
  referrals: ['welfare', 'housing'],
  agreements: 'Bellen met de huisarts, dr. Pietersen',
  alarm: false,
});
const triage = (hours: number): Triage => ({
  at: after(hours),
  tested: ['own-contacts'],
  decision: 'follow-up',
});

/** Within the hour of its receipt, when no deadline has passed. */
const factOf = (signal: Signal, status?: Fact['status'], spokenAt?: EpochSeconds): Fact =>
  factAt(signal, NOW, status, spokenAt);

describe('a fact', () => {
  it('of what is closed says until when it is kept, until that moment; then nothing in it is a day', () => {
    const closed = anAssignedSignal({
      status: 'closed',
      closing: { at: NOW, outcome: 'not-reached' },
      expiresAt: after(48),
    });
    expect(factAt(closed, NOW).keptUntil).toBe('2026-03-05');
    expect(factAt(closed, after(48))).not.toHaveProperty('keptUntil');
    expect(factAt(closed, NOW, 'erased')).not.toHaveProperty('keptUntil');
    expect(factAt(anAssignedSignal(), NOW)).not.toHaveProperty('keptUntil');
  });

  it('of a signal that just came in is a month and choices from lists', () => {
    const signal = aSignal();
    expect(factOf(signal)).toEqual({
      id: signal.factId,
      month: '2026-03',
      about: 'someone-else',
      reporterKind: 'shop',
      reasons: ['not-seen', 'mail-and-curtains'],
      status: 'received',
      attempts: 0,
      referrals: [],
    });
  });

  it('of a whole life says what came of it and how long it took', () => {
    const signal = anAssignedSignal({
      status: 'closed',
      triage: triage(5.5),
      attempts: [attempt(23.99), attempt(30)],
      contact: contact(50),
      closing: { at: after(400), outcome: 'referred' },
    });
    expect(factOf(signal)).toEqual({
      id: signal.factId,
      month: '2026-03',
      neighbourhoodId: 'oude-noorden',
      ownerId: 'centrum',
      about: 'someone-else',
      reporterKind: 'shop',
      reasons: ['not-seen', 'mail-and-curtains'],
      status: 'closed',
      outcome: 'referred',
      hoursToTriage: 5,
      hoursToFirstAttempt: 23,
      triagedInTime: true,
      visitedPreferred: true,
      visitedInTime: true,
      attempts: 2,
      consent: 'keep',
      referrals: ['welfare', 'housing'],
    });
  });

  it('is told how it ended when the signal itself is gone', () => {
    expect(factOf(aSignal(), 'erased').status).toBe('erased');
    expect(factOf(aSignal(), 'expired').status).toBe('expired');
  });

  it.each([
    [0, true],
    [1, false],
  ])('takes the deadline itself as in time, %i s after it is %s', (seconds, inTime) => {
    const { deadlines } = aSignal();
    const late = (at: Signal['receivedAt']) => plusElapsed(at, seconds);
    const triaged = anAssignedSignal({
      triage: { at: late(deadlines.triageBefore), tested: ['not-tested'], decision: 'follow-up' },
    });
    expect(factOf(triaged).triagedInTime).toBe(inTime);
    const preferred = anAssignedSignal({
      attempts: [{ at: late(deadlines.visitPreferredBefore), way: 'visit', result: 'card-left' }],
    });
    expect(factOf(preferred)).toMatchObject({ visitedPreferred: inTime, visitedInTime: true });
    const visited = anAssignedSignal({ contact: { ...contact(0), at: late(deadlines.visitBefore) } });
    expect(factOf(visited)).toMatchObject({ visitedPreferred: false, visitedInTime: inTime });
  });

  it('counts the contact as the first attempt when there was none before', () => {
    expect(factOf(anAssignedSignal({ contact: contact(3) })).hoursToFirstAttempt).toBe(3);
    expect(factOf(anAssignedSignal({ contact: contact(3), attempts: [attempt(9)] })).hoursToFirstAttempt).toBe(3);
  });

  it('finds the first attempt, though it was written down last', () => {
    const signal = anAssignedSignal({ attempts: [attempt(60), attempt(20)] });
    expect(factOf(signal)).toMatchObject({ hoursToFirstAttempt: 20, visitedInTime: true });
  });

  it('of somebody who reported themselves counts the contact, not the attempts, as what was promised', () => {
    const report = aReport({ about: 'myself', reporterKind: 'resident', reasons: [] });
    const tried = anAssignedSignal({ report, attempts: [attempt(10)] });
    expect(factOf(tried)).toMatchObject({ hoursToFirstAttempt: 10 });
    expect(factOf(tried)).not.toHaveProperty('visitedInTime');
    expect(factOf({ ...tried, contact: contact(49) })).toMatchObject({
      hoursToFirstAttempt: 10,
      visitedPreferred: false,
      visitedInTime: false,
    });
  });

  it.each([
    ['triagedInTime', 'triageBefore'],
    ['visitedPreferred', 'visitPreferredBefore'],
    ['visitedInTime', 'visitBefore'],
  ] as const)('says %s: no, when that was never done, once %s has passed', (met, deadline) => {
    const signal = anAssignedSignal();
    const at = signal.deadlines[deadline];
    for (const status of ['assigned', 'erased', 'expired'] as const) {
      expect(factAt(signal, at, status)).not.toHaveProperty(met);
      expect(factAt(signal, plusElapsed(at, 1), status)).toMatchObject({ [met]: false });
    }
  });

  it('of a visit that was decided on and never paid stays late, however it was closed', () => {
    const closedAfter = (hours: number) =>
      anAssignedSignal({
        status: 'closed',
        triage: triage(2),
        closing: { at: after(hours), outcome: 'not-reached' },
      });
    expect(factAt(closedAfter(47), after(200))).not.toHaveProperty('visitedInTime');
    expect(factAt(closedAfter(49), after(200))).toMatchObject({ triagedInTime: true, visitedInTime: false });
  });

  it('misses no visit that nobody had to pay', () => {
    const seenWell = anAssignedSignal({
      status: 'closed',
      triage: { ...triage(60), decision: 'seen-well' },
      closing: { at: after(60), outcome: 'seen-well' },
    });
    expect(factAt(seenWell, after(60))).toMatchObject({ triagedInTime: false });
    expect(factAt(seenWell, after(60))).not.toHaveProperty('visitedInTime');
    for (const outcome of ['dismissed', 'ended-by-registers'] as const) {
      const ended = anAssignedSignal({ status: 'closed', closing: { at: after(60), outcome } });
      expect(factAt(ended, after(60))).not.toHaveProperty('triagedInTime');
      expect(factAt(ended, after(60))).not.toHaveProperty('visitedInTime');
    }
  });

  it('takes no time when the recorded moment lies before the receipt', () => {
    expect(factOf(anAssignedSignal({ attempts: [attempt(-2)] })).hoursToFirstAttempt).toBe(0);
  });

  it('of an erasure tells nobody came before it by the first attempt that it lacks', () => {
    const untouched = factOf(anAssignedSignal({ triage: triage(2) }), 'erased');
    expect(untouched).toMatchObject({ triagedInTime: true, hoursToTriage: 2 });
    expect(untouched).not.toHaveProperty('hoursToFirstAttempt');
    expect(factOf(anAssignedSignal({ attempts: [attempt(3)] }), 'erased')).toMatchObject({ hoursToFirstAttempt: 3 });
  });

  it('of somebody who had all erased when they were spoken to counts that as the contact, in time or late', () => {
    const at = (hours: number, signal = anAssignedSignal()) => factOf(signal, 'erased', after(hours));
    expect(at(47)).toMatchObject({ hoursToFirstAttempt: 47, visitedInTime: true, consent: 'erase-now', attempts: 0 });
    expect(at(49)).toMatchObject({ hoursToFirstAttempt: 49, visitedInTime: false });
    const spokenBefore = anAssignedSignal({ contact: contact(30), attempts: [attempt(20)] });
    expect(at(70, spokenBefore)).toMatchObject({
      hoursToFirstAttempt: 20,
      visitedInTime: true,
      referrals: ['welfare', 'housing'],
    });
    const themselves = anAssignedSignal({ report: aReport({ about: 'myself' }), contact: contact(30) });
    expect(at(70, themselves)).toMatchObject({ visitedInTime: true });
  });

  it('counts from the first contact and with every referral, though a second one followed a reopening', () => {
    const first = { ...contact(3), referrals: ['housing'] as const };
    const signal = anAssignedSignal({ earlierContacts: [first], contact: { ...contact(90), referrals: ['welfare'] } });
    expect(factOf(signal)).toMatchObject({
      hoursToFirstAttempt: 3,
      visitedInTime: true,
      referrals: ['welfare', 'housing'],
    });
  });

  it('holds no day, no id of the signal, no address, no person and no word that somebody wrote', () => {
    const { address } = aReport();
    const signal = anAssignedSignal({
      report: aReport({ address: { ...address, street: 'Noordplein', town: 'Rotterdam', houseNumberAddition: 'bis' } }),
      reporter: aReporter({ phone: '0612345678' }),
      plan: { at: after(1), by: { memberId: memberId('anna'), name: 'Anna Bakker' } },
      triage: triage(5),
      attempts: [attempt(6)],
      contact: { ...contact(7), notInformedBecause: 'Sliep' },
      closing: { at: after(9), outcome: 'referred' },
      history: [{ at: NOW, what: 'contact', by: { memberId: memberId('anna'), name: 'Anna Bakker' } }],
    });
    const text = JSON.stringify(factOf(signal));
    const secrets = [
      signal.id,
      '3034',
      'Noordplein',
      'Rotterdam',
      'bis',
      'Joke',
      'joke',
      '0612345678',
      'kapper',
      'gordijnen',
      'Pietersen',
      'Sliep',
      'anna',
      'Anna',
      '2026-03-0',
      String(NOW).slice(0, 5),
    ];
    expect(secrets.filter((secret) => text.replace(signal.factId, '').includes(secret))).toEqual([]);
  });
});
