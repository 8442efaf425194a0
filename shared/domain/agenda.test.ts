import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anySignal } from '#shared/testing/arbitraries.ts';
import {
  anAssignedSignal,
  aReport,
  aReporter,
  aSignal,
  aSignalId,
  DAY,
  HOUR,
  moment,
  NOW,
  rules,
} from '#shared/testing/builders.ts';
import { dueEffects, type Effect, nextAt } from './agenda.ts';
import { claimed, mailRecorded, reporterForgotten } from './effects.ts';
import { DESK, memberId, partnerId } from './ids.ts';
import type { Recipient } from './mail-key.ts';
import type { MailRecord } from './mail-record.ts';
import type { Rules } from './settings.ts';
import type { Contact, HistoryLine, Plan, Signal } from './signal.ts';
import { deadlinesFrom, firstStep, followUpStep, stepAfterAttempt, visitStep } from './step.ts';
import { type EpochSeconds, epochSeconds, plusElapsed } from './time.ts';

const FAR = epochSeconds(5_000_000_000);
const MINUTE = 60;
const after = (seconds: number): EpochSeconds => plusElapsed(NOW, seconds);
/** 20:00 in Amsterdam on the day of `NOW`, a Tuesday. */
const TUESDAY_EVENING = moment('2026-03-03T20:00:00+01:00') - NOW;

const nameOf = (effect: Effect): string => (effect.kind === 'mail' ? effect.key : effect.kind);
const due = (signal: Signal, at: EpochSeconds, under: Rules = rules): string[] =>
  dueEffects(signal, under, at).map(nameOf);

/** Every effect with the first second after `NOW` at which it is due, found by looking. */
function schedule(signal: Signal, under: Rules = rules): Record<string, number> {
  const firstSecond = (name: string): number => {
    let [before, from] = [0, Number(FAR)];
    while (from - before > 1) {
      const middle = Math.floor((before + from) / 2);
      if (due(signal, epochSeconds(middle), under).includes(name)) from = middle;
      else before = middle;
    }
    return from - NOW;
  };
  return Object.fromEntries(due(signal, FAR, under).map((name) => [name, firstSecond(name)]));
}

const record = (state: MailRecord['state'], seconds = 0): MailRecord => ({ state, at: after(seconds) });
const unwanted = aReporter({ wantsUpdates: false });
const wanted = aReporter({ wantsUpdates: true });
const visitor: Contact = {
  at: after(2 * HOUR),
  way: 'visit',
  informed: 'handed',
  consent: 'undecided',
  wishes: [],
  referrals: [],
  alarm: false,
};
const { assignment: owned } = anAssignedSignal();
const ownedBy = owned ? { assignment: owned } : {};
const closedSignal = (overrides: Partial<Signal> = {}): Signal => {
  const { step: _over, ...open } = anAssignedSignal();
  return {
    ...open,
    status: 'closed',
    lastActedAt: after(HOUR),
    closing: { at: after(HOUR), outcome: 'seen-well' },
    expiresAt: after(HOUR + 14 * DAY),
    ...overrides,
  };
};

describe('the agenda of a signal', () => {
  it('that just came in is to be routed, and ends 90 days after nobody ever acted', () => {
    expect(schedule(aSignal())).toEqual({ route: 0, expire: 90 * DAY });
  });

  it('that lies with its owner has one mail, one reminder, the escalation, two warnings and an end', () => {
    expect(schedule(anAssignedSignal())).toEqual({
      'notify-1-owner-first': 0,
      'remind-triage-1-owner-first': TUESDAY_EVENING,
      'escalate-triage-1-backup-first': 24 * HOUR,
      'escalate-triage-1-coordinator-first': 24 * HOUR,
      'warn-inform-owner-first': 21 * DAY,
      [`warn-expiry-${after(90 * DAY)}-owner-first`]: 83 * DAY,
      expire: 90 * DAY,
    });
  });

  it('that is held reminds the desk and escalates to the coordinator alone', () => {
    const held = { since: NOW, suspicions: ['hidden-field'] as const };
    const step = firstStep(rules, { held, receivedAt: NOW, deadlines: deadlinesFrom(rules, NOW) });
    const assignment = { number: 1, ownerId: DESK, since: NOW, formerOwners: [] };
    expect(schedule(anAssignedSignal({ held, step, assignment }))).toEqual({
      'notify-1-owner-first': 0,
      'remind-held-1-owner-first': 2 * HOUR,
      'escalate-held-1-coordinator-first': 4 * HOUR,
      'warn-inform-owner-first': 21 * DAY,
      [`warn-expiry-${after(90 * DAY)}-owner-first`]: 83 * DAY,
      expire: 90 * DAY,
    });
  });

  it('that is followed up counts its end from the last act, and tells its owner no more that it is there', () => {
    const lastActedAt = after(HOUR);
    const step = visitStep(rules, 1, lastActedAt, after(48 * HOUR));
    expect(schedule(anAssignedSignal({ status: 'following-up', lastActedAt, step }))).toEqual({
      'remind-visit-1-owner-first': moment('2026-03-04T11:30:00+01:00') - NOW,
      'escalate-visit-1-backup-first': 48 * HOUR,
      'escalate-visit-1-coordinator-first': 48 * HOUR,
      'warn-inform-owner-first': 21 * DAY,
      [`warn-expiry-${plusElapsed(lastActedAt, 90 * DAY)}-owner-first`]: HOUR + 83 * DAY,
      expire: HOUR + 90 * DAY,
    });
  });

  it('that was tried once reminds of the next attempt and escalates when it is not made', () => {
    const step = stepAfterAttempt(rules, 1, NOW);
    const { 'warn-inform-owner-first': _one, expire: _two, ...rest } = schedule(anAssignedSignal({ step }));
    expect(rest).toMatchObject({
      'remind-attempt-1-owner-first': 24 * HOUR,
      'escalate-attempt-1-backup-first': 48 * HOUR,
      'escalate-attempt-1-coordinator-first': 48 * HOUR,
    });
  });

  it('that was tried three times asks the coordinator to choose, at once, and nothing more', () => {
    const lastActedAt = after(1);
    const step = stepAfterAttempt(rules, 3, lastActedAt);
    expect(schedule(anAssignedSignal({ status: 'following-up', lastActedAt, step }))).toEqual({
      'choose-1-coordinator-first': 1,
      'warn-inform-owner-first': 21 * DAY,
      [`warn-expiry-${plusElapsed(lastActedAt, 90 * DAY)}-owner-first`]: 1 + 83 * DAY,
      expire: 1 + 90 * DAY,
    });
  });

  it('in contact asks whether the help began, like every clock, and warns of nothing the resident was told', () => {
    const lastActedAt = after(2 * HOUR);
    const step = followUpStep(rules, 1, lastActedAt);
    const contact = { ...visitor, consent: 'keep' } as const;
    expect(schedule(anAssignedSignal({ status: 'in-contact', contact, lastActedAt, step }))).toEqual({
      'remind-follow-up-1-owner-first': 2 * HOUR + 7 * DAY,
      'escalate-follow-up-1-backup-first': 2 * HOUR + 14 * DAY,
      'escalate-follow-up-1-coordinator-first': 2 * HOUR + 14 * DAY,
      [`warn-expiry-${plusElapsed(lastActedAt, 180 * DAY)}-owner-first`]: 2 * HOUR + 173 * DAY,
      expire: 2 * HOUR + 180 * DAY,
    });
  });

  it('whose resident was met but not yet told still warns on day 21 after receipt', () => {
    const contact: Contact = { ...visitor, informed: 'not-yet', notInformedBecause: 'te moe' };
    const signal = anAssignedSignal({ status: 'in-contact', contact, lastActedAt: after(5 * DAY) });
    expect(schedule(signal)).toMatchObject({ 'warn-inform-owner-first': 21 * DAY });
  });

  it('that is closed and kept, whose resident was met but not told, still warns on day 21', () => {
    const contact: Contact = { ...visitor, consent: 'keep', informed: 'not-yet' };
    expect(schedule(closedSignal({ contact, ...ownedBy }))).toMatchObject({
      'warn-inform-owner-first': 21 * DAY,
    });
    expect(schedule(closedSignal({ ...ownedBy }))).not.toHaveProperty('warn-inform-owner-first');
  });

  it('whose resident heard of it after all warns no more, open or closed', () => {
    const informed = { at: after(3 * DAY), how: 'posted' } as const;
    const contact: Contact = { ...visitor, consent: 'keep', informed: 'not-yet' };
    for (const signal of [
      anAssignedSignal({ status: 'following-up', informed }),
      anAssignedSignal({ status: 'in-contact', contact, informed }),
      closedSignal({ contact, informed, ...ownedBy }),
    ])
      expect(schedule(signal)).not.toHaveProperty('warn-inform-owner-first');
  });

  it('of somebody about themselves warns of nothing that they said themselves', () => {
    const signal = anAssignedSignal({ report: aReport({ about: 'myself' }) });
    expect(schedule(signal)).not.toHaveProperty('warn-inform-owner-first');
  });

  it('whose resident consented ends, unclosed, as late as consent allows', () => {
    const signal = anAssignedSignal({ status: 'in-contact', contact: { ...visitor, consent: 'keep' } });
    expect(schedule(signal)).toMatchObject({
      [`warn-expiry-${after(180 * DAY)}-owner-first`]: 173 * DAY,
      expire: 180 * DAY,
    });
  });

  it('whose resident is thinking it over ends when that time is over, a week after its owner was asked', () => {
    const thinking = { ...visitor, consent: 'undecided' } as const;
    const keptUntil = after(14 * DAY);
    const signal = anAssignedSignal({
      status: 'in-contact',
      contact: thinking,
      keptUntil,
      lastActedAt: after(9 * DAY),
    });
    expect(schedule(signal)).toMatchObject({
      [`warn-undecided-${keptUntil}-owner-first`]: 7 * DAY,
      expire: 14 * DAY,
    });
    const danger = { number: 1, at: NOW };
    expect(schedule({ ...signal, danger })).toMatchObject({ expire: (9 + 90) * DAY });
    const handled = { at: after(10 * DAY), how: 'visited' } as const;
    expect(schedule({ ...signal, danger: { ...danger, handled } })).toMatchObject({ expire: 14 * DAY });
  });

  it('has no reminder that would come with the deadline or after it', () => {
    const step = { ...visitStep(rules, 1, NOW, after(HOUR)), remindAt: after(HOUR) };
    expect(due(anAssignedSignal({ step }), FAR)).not.toContain('remind-visit-1-owner-first');
    expect(due(anAssignedSignal({ step: { ...step, remindAt: after(HOUR - 1) } }), FAR)).toContain(
      'remind-visit-1-owner-first',
    );
  });

  it('asks a week before what a resident who was thinking it over decided, and nobody else', () => {
    const contact = (consent: Contact['consent']): Contact => ({
      at: NOW,
      way: 'visit',
      informed: 'handed',
      consent,
      wishes: [],
      referrals: [],
      alarm: false,
    });
    const ended = (consent: Contact['consent'], days: number) =>
      schedule(closedSignal({ contact: contact(consent), expiresAt: after(days * DAY) }));
    const { closing } = closedSignal({});
    const key = `warn-undecided-${closing?.at}-owner-first`;
    expect(ended('undecided', 14)).toMatchObject({ [key]: 7 * DAY });
    expect(ended('keep', 180)).not.toHaveProperty(key);
    expect(ended('undecided', 7)).not.toHaveProperty(key);
  });

  it('warns anew of the end after every act', () => {
    const mails = { [`warn-expiry-${after(90 * DAY)}-owner-first`]: record('delivered', 83 * DAY) };
    const acted = anAssignedSignal({ mails, lastActedAt: after(84 * DAY) });
    expect(schedule(acted)).toMatchObject({
      [`warn-expiry-${after((84 + 90) * DAY)}-owner-first`]: (84 + 83) * DAY,
      expire: (84 + 90) * DAY,
    });
  });

  it('tells an owner of a signal that somebody else handed over in the same second', () => {
    const assignment = { number: 2, ownerId: DESK, since: after(HOUR), formerOwners: [] };
    const handedOver = anAssignedSignal({ assignment, lastActedAt: after(HOUR) });
    expect(schedule(handedOver)).toMatchObject({ 'notify-2-owner-first': HOUR });
    expect(due({ ...handedOver, lastActedAt: after(HOUR + 1) }, FAR)).not.toContain('notify-2-owner-first');
  });

  it('still tells an owner who was not reached when only others acted', () => {
    const by = (what: 'answer' | 'triage') =>
      anAssignedSignal({
        lastActedAt: after(HOUR),
        history: [{ at: after(HOUR), what, by: { memberId: memberId('anna'), name: 'Anna' } }],
      });
    expect(schedule(by('answer'))).toMatchObject({ 'notify-1-owner-first': 0 });
    expect(due(by('triage'), FAR)).not.toContain('notify-1-owner-first');
  });

  it.each([
    ['object', false],
    ['erase', false],
    ['copy', true],
    ['correct', true],
  ] as const)('sends those who could go to a door behind which somebody asked to %s: %s', (wish, sent) => {
    const request = { id: aSignalId(71), at: NOW, wish, before: after(28 * DAY) };
    const toGo = ['remind-triage-1-owner-first', 'escalate-triage-1-backup-first'];
    const keys = due(anAssignedSignal({ requests: [request] }), FAR);
    expect(toGo.filter((key) => keys.includes(key))).toEqual(sent ? toGo : []);
    expect(keys).toContain('escalate-triage-1-coordinator-first');
    const answered = { ...request, answered: { at: NOW, how: 'refused' } } as const;
    expect(due(anAssignedSignal({ requests: [answered] }), FAR)).toEqual(expect.arrayContaining(toGo));
  });

  it('tells a visitor that a visit is off, also when the signal is closed and gone at once', () => {
    const planEnded = { number: 2, at: after(HOUR), memberId: memberId('bram'), why: 'called-off' } as const;
    const key = 'called-off-2-former-visitor';
    expect(schedule(anAssignedSignal({ planEnded }))).toMatchObject({ [key]: HOUR });
    const gone = closedSignal({
      planEnded,
      expiresAt: after(HOUR),
      closing: { at: after(HOUR), outcome: 'no-help-wanted' },
    });
    expect(schedule(gone)).toMatchObject({ [key]: HOUR, expire: 2 * HOUR });
    expect(schedule({ ...gone, mails: { [key]: record('delivered', HOUR) } })).toMatchObject({ expire: HOUR });
  });

  it('tells the owner of a visitor who cannot go, until somebody does something about it', () => {
    const planEnded = { number: 1, at: after(HOUR), memberId: memberId('bram'), why: 'cannot-go' } as const;
    const signal = anAssignedSignal({ status: 'following-up', planEnded, lastActedAt: after(HOUR) });
    const key = 'cannot-go-1-owner-first';
    expect(schedule(signal)).toMatchObject({ [key]: HOUR });
    const plan = { at: after(DAY), by: { volunteer: 'Vera' } };
    for (const done of [{ plan }, { lastActedAt: after(HOUR + 1) }, { status: 'in-contact' } as const])
      expect(due({ ...signal, ...done }, FAR)).not.toContain(key);
  });

  it('tells the coordinator of a backup that cannot, which is not asked again about the same', () => {
    const { assignment } = anAssignedSignal();
    if (!assignment) throw new Error('nobody has it');
    const declined = { partnerId: partnerId('noord'), at: after(25 * HOUR) };
    const signal = anAssignedSignal({ assignment: { ...assignment, declined }, lastActedAt: after(25 * HOUR) });
    expect(schedule(signal)).toMatchObject({ [`declined-${declined.at}-coordinator-first`]: 25 * HOUR });
    expect(due(signal, FAR)).not.toContain('escalate-triage-1-backup-first');
    const later = visitStep(rules, 1, after(25 * HOUR), after(48 * HOUR));
    expect(due({ ...signal, step: later }, FAR)).toContain('escalate-visit-1-backup-first');
  });

  it('tells whoever is about to go of danger, and of somebody who asks to be left alone', () => {
    const plan = { at: after(DAY), by: { memberId: memberId('bram'), name: 'Bram' } };
    const request = { id: aSignalId(71), at: NOW, wish: 'object', before: after(28 * DAY) } as const;
    const told = due(
      anAssignedSignal({ status: 'following-up', plan, danger: { number: 1, at: NOW }, requests: [request] }),
      NOW,
    );
    expect(told).toEqual(expect.arrayContaining(['alarm-1-visitor', 'request-1-visitor']));
    const himself = { at: NOW, what: 'alarm', by: { memberId: memberId('bram'), name: 'Bram' } } as const;
    const seenByHim = anAssignedSignal({
      status: 'following-up',
      plan,
      danger: { number: 1, at: NOW },
      history: [himself],
    });
    expect(due(seenByHim, NOW)).not.toContain('alarm-1-visitor');
  });

  it('sends no news to a partner that took a signal over: they have it on screen', () => {
    const assignment = { number: 2, ownerId: partnerId('noord'), since: after(HOUR), formerOwners: [] };
    const { history } = anAssignedSignal();
    const taken = anAssignedSignal({
      assignment,
      lastActedAt: after(HOUR),
      history: [...history, { at: after(HOUR), what: 'take-over' }],
    });
    expect(due(taken, FAR).filter((key) => key.startsWith('notify'))).toEqual([]);
    const back = { ...taken, history: [...taken.history, { at: after(HOUR), what: 'hand-over' } as const] };
    expect(due(back, FAR)).toContain('notify-2-owner-first');
  });

  it('comes out in the order in which it came up, but for its end, which waits for no mail', () => {
    const signal = anAssignedSignal({ reporter: wanted, step: stepAfterAttempt(rules, 1, NOW) });
    const [first, ...others] = due(signal, FAR);
    expect(first).toBe('expire');
    const moments = others.map((name) => schedule(signal)[name] ?? Number.NaN);
    expect(moments).toEqual(moments.toSorted((one, other) => one - other));
  });
});

describe('an alarm', () => {
  const at = after(2 * HOUR);

  it('goes to the coordinator and to the owner at once', () => {
    const signal = anAssignedSignal({ danger: { number: 1, at } });
    expect(schedule(signal)).toMatchObject({ 'alarm-1-coordinator-first': 2 * HOUR, 'alarm-1-owner-first': 2 * HOUR });
  });

  it('that is given again is told again', () => {
    const mails = {
      'alarm-1-coordinator-first': record('delivered', HOUR),
      'alarm-1-owner-first': record('sent', HOUR),
    };
    const names = due(anAssignedSignal({ danger: { number: 2, at }, mails }), FAR);
    expect(names.filter((name) => name.startsWith('alarm'))).toEqual([
      'alarm-2-coordinator-first',
      'alarm-2-owner-first',
    ]);
  });

  it('that is handled is told to nobody any more', () => {
    const handled = { at, how: 'visited' } as const;
    const names = due(anAssignedSignal({ danger: { number: 1, at, handled } }), FAR);
    expect(names.filter((name) => name.startsWith('alarm'))).toEqual([]);
  });

  it('on a practice signal goes to nobody but who practises', () => {
    const practice = { partnerId: partnerId('welzijn-noord'), until: after(FAR) };
    const names = due(anAssignedSignal({ practice, danger: { number: 1, at } }), FAR);
    expect(names.filter((name) => name.startsWith('alarm'))).toEqual(['alarm-1-owner-first']);
  });

  it('that was not heard yet keeps a closed signal for an hour, no longer', () => {
    const contact: Contact = { ...visitor, at: after(HOUR), alarm: true, consent: 'not-given' };
    const closed = closedSignal({ contact, danger: { number: 1, at: after(HOUR) }, expiresAt: after(HOUR) });
    const [first, team] = ['alarm-1-coordinator-first', 'alarm-1-owner-first'];
    expect(schedule(closed)).toEqual({ [first]: HOUR, [team]: HOUR, 'forget-reporter': 2 * HOUR, expire: 2 * HOUR });
    const mails = { [first]: record('delivered', HOUR), [team]: record('delivered', HOUR) };
    expect(schedule({ ...closed, mails })).toEqual({ 'forget-reporter': HOUR, expire: HOUR });
  });
});

describe('the reporter', () => {
  it.each([
    ['nothing was asked', unwanted],
    ['there is no address to write to', { mayBeContacted: false, mayBeNamed: false, wantsUpdates: true }],
    ['they are forgotten', undefined],
  ])('hears nothing when %s', (_why, reporter) => {
    const states = [
      anAssignedSignal(),
      anAssignedSignal({ status: 'in-contact', triage: { at: NOW, tested: [], decision: 'follow-up' } }),
      closedSignal(),
    ];
    for (const state of states) {
      const { reporter: _one, ...rest } = state;
      const names = due(reporter ? { ...rest, reporter } : rest, FAR);
      expect(names.filter((name) => name.startsWith('update'))).toEqual([]);
    }
  });

  it('hears that it came in, that it was picked up, and that it was closed', () => {
    const triage = { at: after(HOUR), tested: [], decision: 'follow-up' } as const;
    const updates = (signal: Signal) => Object.entries(schedule(signal)).filter(([name]) => name.startsWith('update'));
    expect(updates(aSignal({ reporter: wanted }))).toEqual([['update-received-reporter', 0]]);
    expect(updates(anAssignedSignal({ reporter: wanted }))).toEqual([['update-received-reporter', 0]]);
    for (const status of ['following-up', 'in-contact'] as const)
      expect(updates(anAssignedSignal({ status, reporter: wanted, triage }))).toEqual([
        ['update-received-reporter', 0],
        ['update-picked-up-reporter', HOUR],
      ]);
    expect(updates(closedSignal({ reporter: wanted, triage }))).toEqual([['update-closed-reporter', HOUR]]);
  });

  it('hears nothing while the signal is held: its sender may be no person', () => {
    const held = { since: NOW, suspicions: ['hidden-field'] as const };
    const names = Object.keys(schedule(anAssignedSignal({ reporter: wanted, held })));
    expect(names.filter((name) => name.startsWith('update'))).toEqual([]);
  });

  it('is forgotten the moment the signal is closed', () => {
    expect(schedule(closedSignal())).toEqual({ 'forget-reporter': HOUR, expire: HOUR + 14 * DAY });
  });

  it('is forgotten when the last message went out, after an hour at the latest', () => {
    const closed = closedSignal({ reporter: wanted });
    expect(schedule(closed)).toEqual({
      'update-closed-reporter': HOUR,
      'forget-reporter': 2 * HOUR,
      expire: HOUR + 14 * DAY,
    });
    for (const state of ['sent', 'delivered', 'failed', 'skipped'] as const)
      expect(schedule({ ...closed, mails: { 'update-closed-reporter': record(state, HOUR) } })).toEqual({
        'forget-reporter': HOUR,
        expire: HOUR + 14 * DAY,
      });
    const waiting = { ...record('waiting', HOUR), retryAt: after(HOUR + 30), tries: 2 };
    expect(schedule({ ...closed, mails: { 'update-closed-reporter': waiting } })).toMatchObject({
      'update-closed-reporter': HOUR + 30,
      'forget-reporter': 2 * HOUR,
    });
  });

  it('holds up the end of what may not be kept, but an hour at most', () => {
    const closed = closedSignal({ reporter: wanted, expiresAt: after(HOUR) });
    expect(schedule(closed)).toMatchObject({ 'forget-reporter': 2 * HOUR, expire: 2 * HOUR });
  });

  it('is forgotten with the poster they came from, and only once', () => {
    const { reporter: _none, ...anonymous } = closedSignal({ report: aReport({ source: 'kapper-jansen' }) });
    expect(due(anonymous, FAR)).toContain('forget-reporter');
    expect(due(reporterForgotten(closedSignal()), FAR)).toEqual(['expire']);
  });

  it('is not forgotten while the signal is open', () => {
    expect(due(anAssignedSignal(), FAR)).not.toContain('forget-reporter');
  });
});

const OWNER_CHAIN: Recipient[] = ['owner-first', 'owner-second', 'backup-first', 'coordinator-first'];
const COORDINATOR_CHAIN: Recipient[] = ['coordinator-first', 'coordinator-second'];
const visitSoon = visitStep(rules, 1, NOW, after(HOUR));
const alarmed = { danger: { number: 1, at: NOW } } as const;
const anna = { memberId: memberId('anna'), name: 'Anna Bakker' };
const bram = { memberId: memberId('bram'), name: 'Bram Visser' };
/** A visit that is planned, and planned again. */
const visitOf = (
  by: Plan['by'],
  ...planners: NonNullable<HistoryLine['by']>[]
): Pick<Signal, 'status' | 'plan' | 'history'> => ({
  status: 'following-up',
  plan: { at: after(HOUR), by },
  history: planners.map((planner, index) => ({ at: after(index), what: 'plan', by: planner })),
});
const CHAINS: [string, Partial<Signal>, Recipient[]][] = [
  ['notify-1', {}, OWNER_CHAIN],
  ['remind-triage-1', {}, OWNER_CHAIN],
  ['warn-inform', {}, OWNER_CHAIN],
  ['planned-1', visitOf(bram, anna), ['visitor', 'owner-first', 'owner-second']],
  [`warn-expiry-${after(90 * DAY)}`, {}, OWNER_CHAIN],
  ['escalate-visit-1', { step: visitSoon }, COORDINATOR_CHAIN],
  ['escalate-visit-1', { step: visitSoon }, ['backup-first', 'backup-second']],
  ['choose-1', { step: stepAfterAttempt(rules, 3, NOW) }, COORDINATOR_CHAIN],
  ['alarm-1', alarmed, COORDINATOR_CHAIN],
  ['alarm-1', alarmed, ['owner-first', 'owner-second']],
  ['update-received', { reporter: wanted }, ['reporter']],
];

describe.each(CHAINS)('the mail %s (%#)', (base, overrides, recipients) => {
  const keys = recipients.map((to) => `${base}-${to}`);
  const signal = anAssignedSignal(overrides);
  /** Those of this chain that are on the agenda once the first ones came to `known`. */
  const next = (...known: MailRecord[]): [string, number][] => {
    const mails = Object.fromEntries(known.map((one, index) => [keys[index] ?? 'none', one]));
    return Object.entries(schedule({ ...signal, mails })).filter(([name]) => keys.includes(name));
  };
  const dueAt = next()[0]?.[1] ?? Number.NaN;
  const sentAt = dueAt + 90;

  it('goes to the first of its line', () => {
    expect(next()).toEqual([[keys[0], dueAt]]);
  });

  it('goes to the next at once when it failed, and so on to the last', () => {
    for (let count = 1; count <= keys.length; count += 1) {
      const known = recipients.slice(0, count).map((_, index) => record('failed', sentAt + index));
      expect(next(...known)).toEqual(keys[count] ? [[keys[count], sentAt + count - 1]] : []);
    }
  });

  it('goes to the next 15 minutes after it was handed over when nothing was heard', () => {
    for (let count = 1; count <= keys.length; count += 1) {
      const known = recipients.slice(0, count).map((_, index) => record('sent', sentAt + index));
      expect(next(...known)).toEqual(keys[count] ? [[keys[count], sentAt + count - 1 + 15 * MINUTE]] : []);
    }
  });

  it('goes to the next as if there had been no mailbox where there is none', () => {
    for (let count = 1; count <= keys.length; count += 1) {
      const known = recipients.slice(0, count).map(() => record('skipped', sentAt));
      expect(next(...known)).toEqual(keys[count] ? [[keys[count], dueAt]] : []);
    }
  });

  it('goes to nobody else once one of them has it', () => {
    for (let count = 1; count <= keys.length; count += 1) {
      const missed = recipients.slice(0, count - 1).map(() => record('failed', sentAt));
      expect(next(...missed, record('delivered', sentAt))).toEqual([]);
    }
  });

  it('is tried again with the same one, when it could not be handed over', () => {
    const waiting = { ...record('waiting', sentAt), retryAt: after(sentAt + 30) };
    for (let count = 1; count <= keys.length; count += 1) {
      const missed = recipients.slice(0, count - 1).map(() => record('failed', sentAt));
      expect(next(...missed, waiting)).toEqual([[keys[count - 1], sentAt + 30]]);
      expect(next(...missed, record('waiting', sentAt))).toEqual([[keys[count - 1], sentAt]]);
    }
  });
});

describe('a planned visit', () => {
  const told = (overrides: Partial<Signal>) =>
    due(anAssignedSignal(overrides), FAR).filter((key) => key.startsWith('planned'));

  it('is told to whoever goes, at once and each time that it is planned anew', () => {
    expect(told(visitOf(bram, anna))).toEqual(['planned-1-visitor']);
    expect(told(visitOf(bram, anna, anna))).toEqual(['planned-2-visitor']);
    expect(schedule(anAssignedSignal(visitOf(bram, anna, anna)))).toMatchObject({ 'planned-2-visitor': 1 });
  });

  it('is no news to whoever planned it, nor to a volunteer without a mailbox', () => {
    expect(told(visitOf(bram, anna, bram))).toEqual([]);
    expect(told(visitOf({ volunteer: 'Piet' }, anna))).toEqual([]);
  });

  it('is told on a practice signal too', () => {
    const practice = { partnerId: partnerId('welzijn-noord'), until: after(FAR) };
    expect(told({ ...visitOf(bram, anna), practice })).toEqual(['planned-1-visitor']);
  });

  it('that is over or called off is not told any more', () => {
    const { plan: _off, ...calledOff } = visitOf(bram, anna);
    expect(told(calledOff)).toEqual([]);
  });
});

describe('a claim', () => {
  const signal = anAssignedSignal();
  const [notify] = dueEffects(signal, rules, NOW);
  const lease = after(MINUTE);

  it('keeps everybody else away until the very second in which its lease ends', () => {
    if (notify?.kind !== 'mail') throw new Error('a mail was expected');
    const busy = claimed(signal, notify, { token: 'token-1', until: lease });
    expect(due(busy, after(MINUTE - 1))).toEqual([]);
    expect(due(busy, lease)).toEqual(['notify-1-owner-first']);
    expect(nextAt(busy, rules)).toBe(lease);
  });

  it('that nobody ended does not hold up the clock once its own effect is moot', () => {
    const left = { effect: 'notify-1-owner-first', token: 'token-1', until: lease };
    const acted = anAssignedSignal({ claim: left, lastActedAt: after(1) });
    expect(nextAt(acted, rules)).toBe(after(TUESDAY_EVENING));
    expect(due(acted, lease)).toEqual([]);
  });
});

/** Any signal, with records of mails that are about what it has to do. */
const anySignalWithMails: fc.Arbitrary<Signal> = anySignal.chain((signal) => {
  const names = dueEffects({ ...signal, mails: {} } as Signal, rules, FAR).flatMap((effect) =>
    effect.kind === 'mail' ? [effect.key.replace(/(owner|backup|coordinator)-(first|second)$/, '')] : [],
  );
  if (names.length === 0) return fc.constant(signal);
  const key = fc
    .tuple(fc.constantFrom(...names), fc.constantFrom(...OWNER_CHAIN, 'backup-second', 'coordinator-second'))
    .map(([base, to]) => (base.endsWith('-') ? base + to : base));
  const mail: fc.Arbitrary<MailRecord> = fc.record(
    {
      state: fc.constantFrom('skipped', 'waiting', 'sent', 'delivered', 'failed'),
      at: fc.integer({ min: 1_700_000_000, max: 2_000_000_000 }).map(epochSeconds),
      retryAt: fc.integer({ min: 1_700_000_000, max: 2_000_000_000 }).map(epochSeconds),
    },
    { requiredKeys: ['state', 'at'] },
  );
  return fc.dictionary(key, mail, { maxKeys: 8, noNullPrototype: true }).map((mails) => ({ ...signal, mails }));
});

describe('for any signal at all', () => {
  it('there is something due exactly from the moment on at which to look again', () => {
    const away = fc.oneof(fc.constant(0), fc.constant(-1), fc.integer({ min: -300_000_000, max: 300_000_000 }));
    fc.assert(
      fc.property(anySignalWithMails, away, (signal, seconds) => {
        const at = nextAt(signal, rules);
        const now = plusElapsed(at, seconds);
        expect(due(signal, now).length > 0).toBe(now >= at);
      }),
      { numRuns: 2_000 },
    );
  });

  it('what is due stays due until it is done', () => {
    fc.assert(
      fc.property(
        anySignalWithMails,
        fc.nat({ max: 400_000_000 }),
        fc.nat({ max: 400_000_000 }),
        (signal, one, two) => {
          const { claim: _none, ...free } = signal;
          const early = due(free, epochSeconds(1_650_000_000 + Math.min(one, two)));
          const late = due(free, epochSeconds(1_650_000_000 + Math.max(one, two)));
          expect(early.filter((name) => !late.includes(name))).toEqual([]);
        },
      ),
    );
  });

  it('every mail has a key of its own, of letters, digits and dashes', () => {
    fc.assert(
      fc.property(anySignalWithMails, (signal) => {
        const keys = dueEffects(signal, rules, FAR).flatMap((effect) => (effect.kind === 'mail' ? [effect.key] : []));
        expect(new Set(keys).size).toBe(keys.length);
        for (const key of keys) expect(key).toMatch(/^[A-Za-z0-9-]+$/);
      }),
    );
  });

  it('a mail that was done never comes back, and doing them all comes to an end', () => {
    const outcomes = fc.infiniteStream(fc.constantFrom('skipped', 'sent', 'delivered', 'failed'));
    fc.assert(
      fc.property(anySignal, outcomes, (start, stream) => {
        let { claim: _none, ...signal } = start as Signal;
        const done = new Set<string>();
        for (let count = 0; count < 60; count += 1) {
          const effect = dueEffects(signal, rules, FAR).find(({ kind }) => kind === 'mail');
          if (effect?.kind !== 'mail') return;
          expect(done).not.toContain(effect.key);
          done.add(effect.key);
          signal = mailRecorded(signal, effect, {
            state: stream.next().value,
            at: epochSeconds(1_800_000_000 + count),
          });
        }
        throw new Error('there is no end to the mails');
      }),
      { numRuns: 300 },
    );
  });
});
