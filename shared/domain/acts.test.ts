import { describe, expect, it } from 'vitest';
import {
  aMember,
  anAssignedSignal,
  aReport,
  aSignal,
  aSignalId,
  DAY,
  HOUR,
  moment,
  NOW,
  rules,
} from '#shared/testing/builders.ts';
import { type Command, type Decision, decide } from './acts.ts';
import { nextAssignment } from './assignment.ts';
import { assigned } from './effects.ts';
import { DESK, memberId, neighbourhoodId, partnerId } from './ids.ts';
import type { Rules } from './settings.ts';
import type { Attempt, Contact, Signal } from './signal.ts';
import { followUpStep, stepAfterAttempt, visitStep } from './step.ts';
import { type EpochSeconds, plusElapsed } from './time.ts';

const centrum = partnerId('centrum');
const noord = partnerId('noord');
const anna = aMember();
const bram = aMember({ id: memberId('bram'), name: 'Bram Visser', role: 'visitor' });
const noor = aMember({ id: memberId('noor'), name: 'Noor Smit', partnerId: noord });
const carla = aMember({ id: memberId('carla'), name: 'Carla Jansen', partnerId: DESK, role: 'coordinator' });
const daan = aMember({ id: memberId('daan'), name: 'Daan Mulder', partnerId: DESK, role: 'desk' });

/** A moment some hours after everything began; Tuesday 11:00 in Amsterdam. */
const after = (hours: number): EpochSeconds => plusElapsed(NOW, hours * HOUR);

type Who = { member?: typeof anna; now?: EpochSeconds; seenVersion?: number; under?: Rules };

function deciding(signal: Signal, command: Command, who: Who = {}): Decision {
  const { member = anna, now = after(1), seenVersion = signal.version, under = rules } = who;
  return decide(signal, command, { member, rules: under, now, seenVersion });
}

/** The signal as it becomes; for acts that must succeed. */
function acting(signal: Signal, command: Command, who: Who = {}): Signal {
  const decision = deciding(signal, command, who);
  if (decision.kind !== 'changed') throw new Error(`${command.act} was refused: ${JSON.stringify(decision)}`);
  return decision.signal;
}

const attempt: Attempt = { at: after(1), way: 'visit', result: 'nobody-home' };
const contact: Omit<Contact, 'consent'> = {
  at: after(1),
  way: 'visit',
  informed: 'handed',
  wishes: ['talk'],
  referrals: ['welfare'],
  alarm: false,
};
const plan = { at: after(3), by: { memberId: memberId('bram'), name: 'Bram Visser' } };
const followUp: Command = { act: 'triage', tested: ['own-contacts'], decision: 'follow-up' };
const FAIL: Command = { act: 'attempt', attempt };
const inContact: Command = { act: 'contact', contact, consent: 'keep' };

const following = (overrides: Partial<Signal> = {}): Signal => acting(anAssignedSignal(overrides), followUp);
const held = (): Signal => {
  const since = { since: NOW, suspicions: ['hidden-field'] as const };
  return assigned(aSignal({ held: since }), DESK, undefined, rules, NOW);
};
const attemptedThreeTimes = (): Signal =>
  [FAIL, FAIL, FAIL].reduce((signal, fail) => acting(signal, fail), following());

describe('whatever somebody does', () => {
  it('counts as one more act of theirs, at that moment, in the history', () => {
    const before = anAssignedSignal();
    const { version, lastActedAt, history, revision, receivedAt, deadlines } = acting(before, followUp);
    expect({ version, lastActedAt, revision, receivedAt, deadlines }).toEqual({
      version: 2,
      lastActedAt: after(1),
      revision: before.revision,
      receivedAt: NOW,
      deadlines: before.deadlines,
    });
    expect(history).toEqual([
      { at: NOW, what: 'submit' },
      { at: after(1), what: 'triage', by: { memberId: 'anna', name: 'Anna Bakker' } },
    ]);
  });

  it.each([0, 2])('is late when somebody else acted since they looked (saw version %i of 1)', (seenVersion) => {
    expect(deciding(anAssignedSignal(), followUp, { seenVersion })).toEqual({ kind: 'late' });
  });

  it('is late rather than impossible when the act of another made it impossible', () => {
    expect(deciding(following(), followUp, { seenVersion: 1 })).toEqual({ kind: 'late' });
    expect(deciding(following(), followUp)).toEqual({ kind: 'not-now', status: 'following-up', because: 'status' });
  });

  it.each([
    ['a stranger', aMember({ partnerId: partnerId('west') }), { kind: 'not-found' }],
    ['a former owner', noor, { kind: 'handed-over', owner: 'centrum', takenOver: false }],
    ['a coordinator, who does not decide on visits', carla, { kind: 'not-allowed' }],
  ])('tells %s not even that it is late', (_who, member, refusal) => {
    const signal = anAssignedSignal({
      assignment: { number: 2, ownerId: centrum, since: NOW, formerOwners: [noord] },
    });
    for (const seenVersion of [1, 7]) expect(deciding(signal, followUp, { member, seenVersion })).toEqual(refusal);
  });

  it('finds nothing from the second on which the signal expires', () => {
    const closed = acting(following(), { act: 'close', outcome: 'not-reached' });
    const end = after(1) + 28 * DAY;
    expect(closed.expiresAt).toBe(end);
    expect(deciding(closed, { act: 'reopen' }, { now: plusElapsed(after(1), 28 * DAY - 1) }).kind).toBe('changed');
    expect(deciding(closed, { act: 'reopen' }, { now: plusElapsed(after(1), 28 * DAY) })).toEqual({
      kind: 'not-found',
    });
  });
});

describe('a held signal', () => {
  it('that the desk releases is routed anew, under the deadlines it always had', () => {
    const before = held();
    const released = acting(before, { act: 'release' }, { member: daan });
    expect(released).toMatchObject({ status: 'received', deadlines: before.deadlines, receivedAt: NOW });
    expect(released).not.toHaveProperty('held');
    expect(released).not.toHaveProperty('step');
  });

  it('that was released counts its partner as the second owner, who was not written to yet', () => {
    const released = acting(held(), { act: 'release' }, { member: daan });
    const routed = assigned(released, centrum, neighbourhoodId('oude-noorden'), rules, after(1));
    expect(routed.assignment).toEqual({
      number: 2,
      ownerId: 'centrum',
      neighbourhoodId: 'oude-noorden',
      since: after(1),
      formerOwners: ['desk'],
    });
    expect(routed.step).toMatchObject({ name: 'triage', number: 1, startedAt: NOW, before: after(24) });
  });

  it('that the desk dismisses is closed, held no more, and kept for two weeks', () => {
    const dismissed = acting(held(), { act: 'dismiss', reason: 'spam' }, { member: daan });
    expect(dismissed).toMatchObject({
      status: 'closed',
      closing: { at: after(1), outcome: 'dismissed', dismissal: 'spam' },
      expiresAt: after(1) + 14 * DAY,
    });
    expect(dismissed).not.toHaveProperty('step');
    expect(dismissed).not.toHaveProperty('held');
  });

  it('that was dismissed by mistake can go to a partner once it is reopened', () => {
    const dismissed = acting(held(), { act: 'dismiss', reason: 'spam' }, { member: daan });
    const reopened = acting(dismissed, { act: 'reopen' }, { member: carla });
    const command: Command = { act: 'hand-over', to: centrum, reason: 'other' };
    expect(acting(reopened, command, { member: carla }).assignment?.ownerId).toBe('centrum');
  });
});

describe('triage', () => {
  it('leads to a visit before the moment that was promised', () => {
    const signal = following();
    expect(signal).toMatchObject({
      status: 'following-up',
      triage: { at: after(1), tested: ['own-contacts'], decision: 'follow-up' },
    });
    expect(signal.step).toEqual(visitStep(rules, 1, after(1), signal.deadlines.visitBefore));
    expect(signal.triage).not.toHaveProperty('duplicateOf');
  });

  it('says at once who goes and when, in one step that is told as two', () => {
    const plan = { at: after(5), by: { volunteer: 'Vera' } };
    const signal = acting(anAssignedSignal(), { act: 'triage', tested: ['own-contacts'], decision: 'follow-up', plan });
    const { history, ...planned } = signal;
    const { history: before, ...decided } = following();
    expect(planned).toEqual({ ...decided, id: signal.id, factId: signal.factId, plan });
    expect(history.slice(before.length - 1).map(({ at, what }) => [at, what])).toEqual([
      [after(1), 'triage'],
      [after(1), 'plan'],
    ]);
  });

  it.each([
    'seen-well',
    'already-in-care',
    'moved',
    'deceased',
    'passed-on',
    'reporter-withdrew',
    'no-ground',
  ] as const)('ends the signal when it was %s', (decision) => {
    const closed = acting(anAssignedSignal(), { act: 'triage', tested: ['called-reporter'], decision });
    expect(closed).toMatchObject({
      status: 'closed',
      triage: { decision },
      closing: { at: after(1), outcome: decision },
      expiresAt: after(1) + 14 * DAY,
    });
    expect(closed).not.toHaveProperty('step');
  });

  it('of a duplicate remembers the other signal', () => {
    const duplicateOf = aSignalId(7);
    const command: Command = { act: 'triage', tested: ['not-tested'], decision: 'duplicate', duplicateOf };
    expect(acting(anAssignedSignal(), command).triage).toEqual({
      at: after(1),
      tested: ['not-tested'],
      decision: 'duplicate',
      duplicateOf,
    });
  });
});

describe('the invitation of a backup', () => {
  const late = anAssignedSignal();
  const { assignment } = late;
  if (!assignment) throw new Error('an assigned signal has an assignment');
  const invited: Signal = { ...late, assignment: { ...assignment, backup: { partnerId: noord, invitedAt: NOW } } };

  it('ends when the owner acts after all', () => {
    const acted = acting(invited, { act: 'triage', tested: ['own-contacts'], decision: 'follow-up' });
    expect(acted.assignment).not.toHaveProperty('backup');
    expect(decide(acted, { act: 'take-over' }, { member: noor, rules, now: NOW, seenVersion: acted.version })).toEqual({
      kind: 'handed-over',
      owner: 'centrum',
      takenOver: false,
    });
  });

  it('ends when the backup says that it cannot, and what is late stays late', () => {
    const said = acting(invited, { act: 'decline' }, { member: noor });
    expect(said.assignment).not.toHaveProperty('backup');
    expect(said.assignment).toMatchObject({ formerBackups: [noord], declined: { partnerId: noord, at: after(1) } });
    expect(said.step).toEqual(invited.step);
  });
});

describe('handing over', () => {
  const invited = (): Signal => {
    const signal = following();
    return {
      ...signal,
      plan,
      assignment: {
        number: 1,
        ownerId: centrum,
        neighbourhoodId: neighbourhoodId('oude-noorden'),
        since: NOW,
        formerOwners: [],
        backup: { partnerId: noord, invitedAt: NOW },
      },
    };
  };
  const command: Command = { act: 'hand-over', to: noord, reason: 'better-placed' };

  it.each([
    ['by its owner', command, anna],
    ['by a coordinator', command, carla],
    ['taken over by the backup', { act: 'take-over' } as const, noor],
  ])('%s keeps status and running step, and starts with a new owner', (_how, how, member) => {
    const before = invited();
    const signal = acting(before, how, { member });
    expect(signal.status).toBe('following-up');
    expect(signal.step).toEqual(before.step);
    expect(signal.deadlines).toEqual(before.deadlines);
    expect(signal.assignment).toEqual({
      number: 2,
      ownerId: 'noord',
      neighbourhoodId: 'oude-noorden',
      since: after(1),
      formerOwners: ['centrum'],
    });
  });

  it('drops the plan, which was for people of the owner before', () => {
    expect(acting(invited(), command)).not.toHaveProperty('plan');
    expect(acting(invited(), { act: 'take-over' }, { member: noor })).not.toHaveProperty('plan');
  });

  it('shuts the former owner out, and lets it in again when it gets the signal back', () => {
    const away = acting(invited(), command);
    expect(deciding(away, FAIL)).toEqual({ kind: 'handed-over', owner: 'noord', takenOver: false });
    const back = acting(away, { ...command, to: centrum }, { member: noor });
    expect(back.assignment).toMatchObject({ number: 3, ownerId: 'centrum', formerOwners: ['noord'] });
    expect(deciding(back, FAIL).kind).toBe('changed');
  });

  it('tells a former owner whether it was taken over, however often it changed hands', () => {
    const taken = acting(invited(), { act: 'take-over' }, { member: noor });
    expect(deciding(taken, FAIL)).toEqual({ kind: 'handed-over', owner: 'noord', takenOver: true });
    const away = acting(taken, { ...command, to: DESK }, { member: noor });
    expect(deciding(away, FAIL)).toEqual({ kind: 'handed-over', owner: 'desk', takenOver: false });
  });

  it('keeps a triage running', () => {
    const before = anAssignedSignal();
    expect(acting(before, command)).toMatchObject({ status: 'assigned', step: before.step });
  });

  it('names every former owner once', () => {
    const history = ['a', 'b', 'a', 'c', 'b'].map(partnerId);
    let signal: Pick<Signal, 'assignment'> = {};
    for (const owner of history) signal = { assignment: nextAssignment(signal as Signal, owner, NOW) };
    expect(signal.assignment).toEqual({ number: 5, ownerId: 'b', since: NOW, formerOwners: ['a', 'c'] });
  });
});

describe('a planned contact', () => {
  it('stays until it was tried, and moves no deadline', () => {
    const before = following();
    const planned = acting(before, { act: 'plan', plan });
    expect(planned.plan).toEqual(plan);
    expect(planned.step).toEqual(before.step);
    expect(acting(planned, FAIL, { member: bram })).not.toHaveProperty('plan');
    expect(acting(planned, inContact, { member: bram })).not.toHaveProperty('plan');
    expect(acting(planned, { act: 'close', outcome: 'moved' })).not.toHaveProperty('plan');
  });

  it('is over for the visitor once it was recorded', () => {
    const planned = acting(following(), { act: 'plan', plan });
    const tried = acting(planned, FAIL, { member: bram });
    expect(deciding(tried, FAIL, { member: bram })).toEqual({ kind: 'not-found' });
  });
});

describe('an attempt', () => {
  it('meets the promise of a visit; the next is due in two working days', () => {
    const signal = acting(following(), FAIL, { now: after(5) });
    expect(signal).toMatchObject({ status: 'following-up', attempts: [attempt] });
    expect(signal.step).toEqual(stepAfterAttempt(rules, 1, after(5)));
    expect(signal.step).toMatchObject({ name: 'attempt', before: moment('2026-03-05T16:00:00+01:00') });
  });

  it('is the coordinator’s choice after the third; until then nobody else may go on', () => {
    const signal = attemptedThreeTimes();
    expect(signal.attempts).toHaveLength(3);
    expect(signal.step).toMatchObject({ name: 'choice', number: 1, startedAt: after(1) });
    const refused = { kind: 'not-now', status: 'following-up', because: 'choice-of-coordinator' };
    expect(deciding(signal, FAIL)).toEqual(refused);
    expect(deciding(signal, { act: 'plan', plan })).toEqual(refused);
    expect(deciding(signal, { act: 'close', outcome: 'not-reached' })).toEqual(refused);
  });

  it('may follow again when the coordinator plans one, and three more lead to a second choice', () => {
    const chosen = acting(attemptedThreeTimes(), { act: 'plan', plan }, { member: carla, now: after(2) });
    expect(chosen.step).toMatchObject({ name: 'attempt', number: 3, startedAt: after(2) });
    expect(chosen.step?.before).toBe(moment('2026-03-05T13:00:00+01:00'));
    const tried = [FAIL, FAIL, FAIL].reduce((signal, fail) => acting(signal, fail), chosen);
    expect(tried.step).toMatchObject({ name: 'choice', number: 2 });
  });

  it('may be a letter of the coordinator, who records none before that', () => {
    const letter: Command = { act: 'attempt', attempt: { at: after(2), way: 'letter', result: 'card-left' } };
    const sent = acting(attemptedThreeTimes(), letter, { member: carla, now: after(2) });
    expect(sent.attempts).toHaveLength(4);
    expect(sent.step).toMatchObject({ name: 'attempt', startedAt: after(2) });
    expect(deciding(sent, letter, { member: carla })).toEqual({ kind: 'not-allowed' });
    expect(deciding(following(), letter, { member: carla })).toEqual({ kind: 'not-allowed' });
  });

  it('may follow again at another owner', () => {
    const command: Command = { act: 'hand-over', to: noord, reason: 'better-placed' };
    const chosen = acting(attemptedThreeTimes(), command, { member: carla });
    expect(chosen).toMatchObject({ step: { name: 'attempt', number: 3 }, assignment: { ownerId: 'noord' } });
  });

  it('need not follow when somebody was met all the same', () => {
    expect(acting(attemptedThreeTimes(), inContact)).toMatchObject({
      status: 'in-contact',
      step: { name: 'follow-up' },
    });
  });

  it('may be the last when the coordinator closes', () => {
    const closed = acting(attemptedThreeTimes(), { act: 'close', outcome: 'not-reached' }, { member: carla });
    expect(closed).toMatchObject({ status: 'closed', expiresAt: after(1) + 28 * DAY });
  });
});

describe('somebody who reported themselves', () => {
  const self = (): Signal => following({ report: aReport({ about: 'myself', reporterKind: 'resident', reasons: [] }) });

  it('waits for a contact: an attempt does not meet the promise', () => {
    const before = self();
    const once = acting(before, FAIL, { now: after(5) });
    expect(once.attempts).toHaveLength(1);
    expect(once.step).toEqual(before.step);
    expect(acting(once, FAIL, { now: after(6) }).step).toEqual(before.step);
  });

  it('is met by the contact', () => {
    expect(acting(self(), inContact).step).toEqual(followUpStep(rules, 1, after(1)));
  });

  it('gets the coordinator after three attempts like anybody', () => {
    const signal = [FAIL, FAIL, FAIL].reduce((one, fail) => acting(one, fail), self());
    expect(signal.step).toMatchObject({ name: 'choice', number: 1 });
  });

  it('gets the ordinary time for a next attempt once the promise was broken', () => {
    const before = self();
    const { visitBefore } = before.deadlines;
    expect(acting(before, FAIL, { now: plusElapsed(visitBefore, -1) }).step).toEqual(before.step);
    expect(acting(before, FAIL, { now: visitBefore }).step).toEqual(stepAfterAttempt(rules, 1, visitBefore));
  });

  it('keeps the promise of a contact through a fourth attempt, once it was reopened', () => {
    const tried = [FAIL, FAIL, FAIL].reduce((one, fail) => acting(one, fail), self());
    const closed = acting(tried, { act: 'close', outcome: 'not-reached' }, { member: carla });
    const reopened = acting(closed, { act: 'reopen' });
    expect(acting(reopened, FAIL).step).toEqual(reopened.step);
  });
});

describe('a contact', () => {
  it('with consent leads on, to a question after 14 days', () => {
    const signal = acting(following(), { act: 'contact', contact, consent: 'keep' });
    expect(signal).toMatchObject({ status: 'in-contact', contact: { ...contact, consent: 'keep' } });
    expect(signal.step).toEqual(followUpStep(rules, 1, after(1)));
    expect(signal).not.toHaveProperty('expiresAt');
    expect(signal).not.toHaveProperty('keptUntil');
  });

  it('that leaves it undecided leads on for 14 days at most, whatever is done meanwhile', () => {
    const signal = acting(following(), { act: 'contact', contact, consent: 'undecided' });
    const keptUntil = plusElapsed(after(1), 14 * DAY);
    expect(signal).toMatchObject({ status: 'in-contact', keptUntil, step: { name: 'follow-up' } });
    expect(signal.step?.before).toBe(plusElapsed(after(1), 7 * DAY));
    const asked = acting(signal, { act: 'follow-up', helpStarted: 'not-yet' }, { now: plusElapsed(after(1), 8 * DAY) });
    expect(asked).toMatchObject({ keptUntil, step: { before: plusElapsed(after(1), 11 * DAY) } });
    expect(acting(asked, { act: 'consent', consent: 'keep' })).not.toHaveProperty('keptUntil');
    expect(acting(asked, { act: 'close', outcome: 'referred' })).not.toHaveProperty('keptUntil');
  });

  it('gives who is undecided the time to answer once danger is over', () => {
    const signal = acting(following(), { act: 'contact', contact: { ...contact, alarm: true }, consent: 'undecided' });
    const now = plusElapsed(after(1), 10 * DAY);
    const cleared = acting(signal, { act: 'all-clear', how: 'visited' }, { now });
    expect(cleared.keptUntil).toBe(plusElapsed(now, 14 * DAY));
  });

  it('that was closed and that somebody else opens again is told to its owner anew', () => {
    const closed = acting(following(), { act: 'close', outcome: 'not-reached' });
    const { assignment } = closed;
    expect(acting(closed, { act: 'reopen' }).assignment).toEqual(assignment);
    const again = { ...assignment, number: (assignment?.number ?? 0) + 1, since: after(1) };
    expect(acting(closed, { act: 'reopen' }, { member: carla }).assignment).toEqual(again);
  });

  const bram = aMember({ id: memberId('bram'), role: 'visitor' });
  const forBram = () => following({ plan: { at: after(DAY), by: { memberId: bram.id, name: bram.name } } });
  it.each([
    ['handed over', { act: 'hand-over', to: partnerId('noord'), reason: 'no-capacity' } as const],
    ['closed', { act: 'close', outcome: 'moved' } as const],
    ['planned for another', { act: 'plan', plan: { at: after(DAY), by: { volunteer: 'Vera' } } } as const],
  ])('of which the visit was %s is off for who was to go', (_what, command) => {
    const ended = { number: 1, at: after(1), memberId: bram.id, why: 'called-off' };
    expect(acting(forBram(), command).planEnded).toEqual(ended);
    const self = { ...forBram(), plan: { at: after(DAY), by: { memberId: aMember().id, name: 'Anna' } } };
    expect(acting(self, command)).not.toHaveProperty('planEnded');
  });

  it('that was planned anew for the same visitor, or paid by another, is not off', () => {
    const { plan } = forBram();
    if (!plan) throw new Error('nobody was to go');
    expect(acting(forBram(), { act: 'plan', plan: { ...plan, at: after(2 * DAY) } })).not.toHaveProperty('planEnded');
    expect(acting(forBram(), FAIL)).not.toHaveProperty('planEnded');
  });

  it('to which the visitor cannot go has nobody to go', () => {
    const signal = acting(forBram(), { act: 'cannot-go' }, { member: bram });
    expect(signal.planEnded).toEqual({ number: 1, at: after(1), memberId: bram.id, why: 'cannot-go' });
    expect(signal).not.toHaveProperty('plan');
    expect(signal.step).toEqual(forBram().step);
  });

  it.each([
    ['undecided', true],
    ['keep', false],
  ] as const)('that left it %s is kept no longer by a reopening: %s', (consent, capped) => {
    const closed = acting(following(), { act: 'contact', contact, consent, outcome: 'referred' });
    const reopened = acting(closed, { act: 'reopen' });
    expect(reopened.keptUntil).toBe(capped ? closed.expiresAt : undefined);
  });

  it('without consent ends it at once', () => {
    const signal = acting(following(), { act: 'contact', contact, consent: 'not-given' });
    expect(signal).toMatchObject({
      status: 'closed',
      contact: { ...contact, consent: 'not-given' },
      closing: { at: after(1), outcome: 'no-help-wanted' },
      expiresAt: after(1),
    });
    expect(signal).not.toHaveProperty('step');
  });

  it.each([
    ['keep', 180],
    ['undecided', 14],
    ['not-given', 0],
  ] as const)('that settles everything closes it, kept as the resident said: %s, %i days', (consent, days) => {
    const signal = acting(following(), { act: 'contact', contact, consent, outcome: 'help-started' });
    expect(signal).toMatchObject({
      status: 'closed',
      closing: { at: after(1), outcome: 'help-started' },
      expiresAt: after(1) + days * DAY,
    });
  });

  it('with a wish to be erased leaves nothing', () => {
    expect(deciding(following(), { act: 'contact', consent: 'erase-now' })).toEqual({ kind: 'erased' });
  });

  it('with a wish to be erased needs the same right as any contact', () => {
    const command: Command = { act: 'contact', consent: 'erase-now' };
    expect(deciding(anAssignedSignal(), command)).toEqual({ kind: 'not-now', status: 'assigned', because: 'status' });
    expect(deciding(following(), command, { member: carla })).toEqual({ kind: 'not-allowed' });
  });

  it('with a wish to be erased leaves nothing either when a colleague acted in between', () => {
    const command: Command = { act: 'contact', consent: 'erase-now' };
    const recorded = acting(following(), { act: 'contact', contact, consent: 'keep' });
    expect(deciding(recorded, command, { seenVersion: recorded.version - 1 })).toEqual({ kind: 'erased' });
    expect(deciding(recorded, command, { seenVersion: 1, member: carla })).toEqual({ kind: 'not-allowed' });
  });
});

describe('what the resident says later', () => {
  const undecided = (): Signal => acting(following(), { act: 'contact', contact, consent: 'undecided' });
  const settled = (consent: Contact['consent']): Signal =>
    acting(following(), { act: 'contact', contact, consent, outcome: 'referred' });

  it('keeps the data with what was agreed, and the question about help stays where it was', () => {
    const before = undecided();
    const after2 = acting(
      before,
      { act: 'consent', consent: 'keep', agreements: 'Dinsdag bellen.' },
      { now: after(2) },
    );
    expect(after2).toMatchObject({
      status: 'in-contact',
      step: before.step,
      contact: { ...contact, consent: 'keep', agreements: 'Dinsdag bellen.' },
    });
  });

  it('replaces the agreements, or takes them away', () => {
    const first = acting(undecided(), { act: 'consent', consent: 'keep', agreements: 'Dinsdag bellen.' });
    const second = acting(first, { act: 'consent', consent: 'keep', agreements: 'Woensdag bellen.' });
    expect(second.contact?.agreements).toBe('Woensdag bellen.');
    expect(acting(second, { act: 'consent', consent: 'keep' }).contact).not.toHaveProperty('agreements');
  });

  it('ends it at once when it is no, without a word of what was wanted and agreed', () => {
    const kept = acting(following(), {
      act: 'contact',
      contact: { ...contact, agreements: 'Dinsdag bellen.' },
      consent: 'keep',
    });
    const refused = acting(kept, { act: 'consent', consent: 'not-given' }, { now: after(2) });
    expect(refused).toMatchObject({
      status: 'closed',
      contact: { consent: 'not-given', wishes: [], referrals: ['welfare'] },
      closing: { at: after(2), outcome: 'no-help-wanted' },
      expiresAt: after(2),
    });
    expect(JSON.stringify(refused)).not.toContain('Dinsdag');
  });

  it('keeps a closed signal for as long from its closing as one with consent', () => {
    const kept = acting(settled('undecided'), { act: 'consent', consent: 'keep' }, { now: after(48) });
    expect(kept).toMatchObject({
      status: 'closed',
      closing: { at: after(1), outcome: 'referred' },
      expiresAt: after(1) + 180 * DAY,
    });
  });

  it('ends a closed signal from that moment, with the outcome that it had', () => {
    const refused = acting(settled('keep'), { act: 'consent', consent: 'not-given' }, { now: after(48) });
    expect(refused).toMatchObject({ closing: { at: after(48), outcome: 'referred' }, expiresAt: after(48) });
  });

  it('can only follow on what was asked, and not on a refusal', () => {
    const closed = acting(following(), { act: 'close', outcome: 'not-reached' });
    const alarming = acting(following(), {
      act: 'contact',
      contact: { ...contact, alarm: true },
      consent: 'not-given',
    });
    for (const signal of [closed, alarming])
      expect(deciding(signal, { act: 'consent', consent: 'keep' })).toEqual({
        kind: 'not-now',
        status: 'closed',
        because: 'status',
      });
  });
});

describe('a second contact, after a reopening,', () => {
  const reopened = (agreements?: string): Signal => {
    const first = acting(following(), {
      act: 'contact',
      contact: { ...contact, ...(agreements && { agreements }) },
      consent: 'keep',
    });
    return acting(acting(first, { act: 'close', outcome: 'help-started' }), { act: 'reopen' });
  };
  const second = { ...contact, at: after(100), way: 'phone' as const };

  it('leaves the first one where it can be read', () => {
    const signal = acting(reopened('Dinsdag bellen.'), { act: 'contact', contact: second, consent: 'keep' });
    expect(signal.contact).toEqual({ ...second, consent: 'keep' });
    expect(signal.earlierContacts).toEqual([{ ...contact, consent: 'keep', agreements: 'Dinsdag bellen.' }]);
  });

  it('takes the old agreements away unless the resident still wants them kept', () => {
    const signal = acting(reopened('Dinsdag bellen.'), { act: 'contact', contact: second, consent: 'undecided' });
    expect(signal.earlierContacts).toEqual([{ ...contact, consent: 'keep' }]);
  });

  it('takes the wishes of before away too when the resident refuses later', () => {
    const kept = acting(reopened('Dinsdag bellen.'), { act: 'contact', contact: second, consent: 'keep' });
    const refused = acting(kept, { act: 'consent', consent: 'not-given' });
    expect(refused.earlierContacts).toEqual([{ ...contact, consent: 'keep', wishes: [] }]);
  });
});

describe('a volunteer who presses again', () => {
  const planned = () => acting(following(), { act: 'plan', plan });
  const seen = planned().version;

  it('hears that it was done, by themselves', () => {
    const recorded = acting(planned(), inContact, { member: bram });
    expect(deciding(recorded, inContact, { member: bram, seenVersion: seen })).toEqual({ kind: 'late' });
    const tried = acting(planned(), FAIL, { member: bram });
    expect(deciding(tried, FAIL, { member: bram, seenVersion: seen })).toEqual({ kind: 'late' });
  });

  it('finds nothing else than that, and nothing once somebody else went on', () => {
    const recorded = acting(planned(), FAIL, { member: bram });
    expect(deciding(recorded, inContact, { member: bram, seenVersion: seen })).toEqual({ kind: 'not-found' });
    const goneOn = acting(recorded, inContact);
    expect(deciding(goneOn, FAIL, { member: bram, seenVersion: seen })).toEqual({ kind: 'not-found' });
    const other = aMember({ id: memberId('vera'), name: 'Vera', role: 'visitor' });
    expect(deciding(recorded, FAIL, { member: other, seenVersion: seen })).toEqual({ kind: 'not-found' });
  });
});

describe('telling the resident after all', () => {
  it.each([
    ['a letter that was posted before anybody was met', following()],
    [
      'a contact at which it was too early',
      acting(following(), { ...inContact, contact: { ...contact, informed: 'not-yet' } }),
    ],
  ])('records how and when, and leaves everything else to its clocks: %s', (_why, before) => {
    const {
      informed,
      status,
      step,
      contact: met,
      expiresAt,
      history,
    } = acting(before, { act: 'inform', how: 'posted' }, { now: after(2) });
    expect(informed).toEqual({ at: after(2), how: 'posted' });
    expect({ status, step, met, expiresAt }).toEqual({
      status: before.status,
      step: before.step,
      met: before.contact,
      expiresAt: before.expiresAt,
    });
    expect(history.at(-1)).toMatchObject({ at: after(2), what: 'inform' });
  });

  it('is done once, also when the signal was closed in between', () => {
    const told = acting(following(), { act: 'inform', how: 'posted' });
    const again: Command = { act: 'inform', how: 'handed' };
    expect(deciding(told, again)).toMatchObject({ kind: 'not-now' });
    const closed = acting(acting(told, inContact), { act: 'close', outcome: 'referred' });
    expect(closed.informed).toEqual({ at: after(1), how: 'posted' });
    expect(deciding(closed, again)).toMatchObject({ kind: 'not-now' });
  });
});

describe('following up', () => {
  it('asks again after another 14 days, each time under a number of its own', () => {
    const first = acting(acting(following(), inContact), { act: 'follow-up', helpStarted: 'not-yet' });
    expect(first).toMatchObject({ status: 'in-contact', followUps: [{ at: after(1), helpStarted: 'not-yet' }] });
    expect(first.step).toEqual(followUpStep(rules, 2, after(1)));
    const second = acting(first, { act: 'follow-up', helpStarted: 'yes' }, { now: after(2) });
    expect(second.followUps).toHaveLength(2);
    expect(second.step).toEqual(followUpStep(rules, 3, after(2)));
  });

  it('never uses a number twice, though the signal was closed and reopened in between', () => {
    const closed = acting(acting(following(), inContact), { act: 'close', outcome: 'help-started' });
    const again = acting(acting(closed, { act: 'reopen' }), inContact);
    expect(again.step).toEqual(followUpStep(rules, 2, after(1)));
    expect(acting(again, { act: 'follow-up', helpStarted: 'yes' }).step?.number).toBe(3);
  });
});

describe('closing and reopening', () => {
  it.each([
    ['not-reached', 28],
    ['moved', 14],
  ] as const)('closes as %s, kept %i days, with nothing left to do', (outcome, days) => {
    const closed = acting(following(), { act: 'close', outcome });
    expect(closed).toMatchObject({
      status: 'closed',
      closing: { at: after(1), outcome },
      expiresAt: after(1) + days * DAY,
    });
    expect(closed).not.toHaveProperty('step');
  });

  it('reopens with a visit to make, forty-eight hours from then', () => {
    const closed = acting(following(), { act: 'close', outcome: 'not-reached' });
    const reopened = acting(closed, { act: 'reopen' }, { now: after(100) });
    expect(reopened.status).toBe('following-up');
    expect(reopened.step).toEqual(visitStep(rules, 2, after(100), after(148)));
    expect(reopened).not.toHaveProperty('closing');
    expect(reopened).not.toHaveProperty('expiresAt');
  });

  it('reopens with forty-eight working hours where the municipality counts those', () => {
    const under: Rules = { ...rules, clock: 'working-hours' };
    const closed = acting(following(), { act: 'close', outcome: 'not-reached' });
    const friday = moment('2026-03-06T16:00:00+01:00');
    const reopened = acting(closed, { act: 'reopen' }, { under, now: friday });
    expect(reopened.step?.before).toBe(moment('2026-03-16T16:00:00+01:00'));
  });

  it('keeps the first promise when that is still further away', () => {
    const long: Rules = { ...rules, durations: { ...rules.durations, visit: rules.durations.triage } };
    const closed = acting(following(), { act: 'close', outcome: 'not-reached' });
    expect(acting(closed, { act: 'reopen' }, { under: long, now: after(2) }).step?.before).toBe(after(48));
  });

  it('gives every reopening a visit of its own number', () => {
    let signal = following();
    const numbers = [1, 2, 3].map(() => {
      signal = acting(acting(signal, { act: 'close', outcome: 'not-reached' }), { act: 'reopen' });
      return signal.step?.number;
    });
    expect(numbers).toEqual([2, 3, 4]);
  });
});

describe('erasing', () => {
  const erase: Command = { act: 'erase', asked: 'at-door' };
  const everyStatus: [string, () => Signal][] = [
    ['held', held],
    ['assigned', anAssignedSignal],
    ['following up', following],
    ['left to the coordinator', attemptedThreeTimes],
    ['in contact', () => acting(following(), inContact)],
    ['closed', () => acting(following(), { act: 'close', outcome: 'moved' })],
  ];

  it.each(everyStatus)('works on a signal that is %s', (_status, make) => {
    expect(deciding(make(), erase, { member: carla })).toEqual({ kind: 'erased' });
  });

  it('works at the door for the planned visitor', () => {
    expect(deciding(acting(following(), { act: 'plan', plan }), erase, { member: bram })).toEqual({ kind: 'erased' });
  });

  it('works before anybody owns it, for a coordinator', () => {
    expect(deciding(aSignal(), erase, { member: carla })).toEqual({ kind: 'erased' });
  });

  it.each([noor, bram])('is nothing for whom the signal does not exist ($name)', (member) => {
    expect(deciding(following(), erase, { member })).toEqual({ kind: 'not-found' });
  });
});

describe('danger', () => {
  const ALARM: Command = { act: 'alarm' };
  const CLEAR: Command = { act: 'all-clear', how: 'visited' };
  const bram = aMember({ id: memberId('bram'), role: 'visitor' });
  const planned = (): Signal => acting(following(), { act: 'plan', plan });

  it('is told by whoever goes, who keeps the plan, the step and sight of it', () => {
    const before = planned();
    const alarmed = acting(before, ALARM, { member: bram });
    expect(alarmed).toEqual({
      ...before,
      version: before.version + 1,
      danger: { number: 1, at: after(1) },
      history: [...before.history, { at: after(1), what: 'alarm', by: { memberId: 'bram', name: bram.name } }],
    });
    expect(acting(alarmed, FAIL, { member: bram })).toMatchObject({ danger: { number: 1 } });
  });

  it('is danger whatever a colleague did since, and one alarm when the same person taps twice', () => {
    const before = planned();
    const again = acting(before, { act: 'plan', plan });
    const alarmed = acting(again, ALARM, { member: bram, seenVersion: before.version });
    expect(alarmed.danger).toEqual({ number: 1, at: after(1) });
    expect(deciding(alarmed, ALARM, { member: bram, seenVersion: before.version })).toEqual({ kind: 'late' });
    expect(acting(alarmed, ALARM, { seenVersion: before.version }).danger).toMatchObject({ number: 2 });
  });

  it('is told with a contact too, and remembered there when it was told before', () => {
    const told = acting(following(), { act: 'contact', contact: { ...contact, alarm: true }, consent: 'keep' });
    expect(told).toMatchObject({ danger: { number: 1, at: after(1) }, contact: { alarm: true } });
    const before = acting(following(), ALARM);
    expect(acting(before, inContact)).toMatchObject({ danger: before.danger, contact: { alarm: true } });
    expect(acting(following(), inContact)).not.toHaveProperty('danger');
  });

  it('stands until somebody says that it is handled; then a contact is one without it', () => {
    const handled = acting(acting(following(), ALARM), CLEAR, { member: carla, now: after(2) });
    expect(handled.danger).toEqual({ number: 1, at: after(1), handled: { at: after(2), how: 'visited' } });
    expect(acting(handled, inContact, { now: after(3) })).toMatchObject({ contact: { alarm: false } });
    expect(acting(handled, ALARM, { now: after(3) }).danger).toEqual({ number: 2, at: after(3) });
  });

  it('leaves whoever was asked to step in asked: what is late stays late', () => {
    const assignment = {
      number: 1,
      ownerId: centrum,
      since: NOW,
      backup: { partnerId: noord, invitedAt: NOW },
      formerOwners: [],
    };
    const alarmed = acting({ ...following(), assignment }, ALARM);
    expect([alarmed, acting(alarmed, CLEAR)].map((signal) => signal.assignment)).toEqual([assignment, assignment]);
  });
});
