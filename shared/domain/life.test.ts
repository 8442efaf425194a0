import { describe, expect, it } from 'vitest';
import { anAssignedSignal, aReport, aSignalId, NOW, rules } from '#shared/testing/builders.ts';
import type { Relation } from './access.ts';
import { ACTS, possibleActs, type Refusal, refusalOf, TRANSITIONS } from './life.ts';
import { type Signal, STATUSES, type Status } from './signal.ts';
import { stepAfterAttempt, visitStep } from './step.ts';
import { plusElapsed } from './time.ts';

const RELATIONS: Relation[] = ['owner', 'planned-visitor', 'backup', 'coordinator', 'former-owner', 'stranger'];

describe('the table of acts', () => {
  it('is the one that was designed', () => {
    const lines = Object.entries(TRANSITIONS).map(
      ([name, { from, to, by }]) => `${name} | ${by.join(' ')} | ${from.join(' ')} → ${to.join(' ')}`,
    );
    expect(lines).toEqual([
      'assign | system | received → assigned',
      'check-registers | system | assigned → assigned closed',
      'free-plan | system | following-up → following-up',
      'pass-to-desk | system | assigned following-up in-contact closed → assigned following-up in-contact closed',
      'request | system | received assigned following-up in-contact closed → received assigned following-up in-contact closed',
      'release | owner | assigned → received',
      'dismiss | owner | assigned → closed',
      'triage | owner | assigned → following-up closed',
      'hand-over | owner coordinator | assigned following-up in-contact → assigned following-up in-contact',
      'take-over | backup | assigned following-up in-contact → assigned following-up in-contact',
      'decline | backup | assigned following-up in-contact → assigned following-up in-contact',
      'plan | owner coordinator | following-up → following-up',
      'cannot-go | planned-visitor | following-up → following-up',
      'attempt | owner planned-visitor coordinator | following-up → following-up',
      'contact | owner planned-visitor | following-up → in-contact closed erased',
      'alarm | owner planned-visitor | assigned following-up in-contact → assigned following-up in-contact',
      'all-clear | owner coordinator | received assigned following-up in-contact closed → received assigned following-up in-contact closed',
      'consent | owner | in-contact closed → in-contact closed',
      'inform | owner | following-up in-contact closed → following-up in-contact closed',
      'follow-up | owner | in-contact → in-contact',
      'close | owner coordinator | following-up in-contact → closed',
      'reopen | owner coordinator | closed → following-up',
      'answer | coordinator | received assigned following-up in-contact closed → received assigned following-up in-contact closed',
      'erase | owner planned-visitor coordinator | received assigned following-up in-contact closed → erased',
      'expire | system | received assigned following-up in-contact closed → erased',
    ]);
  });
});

type Situation = 'usual' | 'held' | 'choice' | 'asked';

/** Who may do what, when, and in which situation: written down once more, the other way round. */
const MAY: Record<Situation, Partial<Record<Relation, Partial<Record<Status, string>>>>> = {
  usual: {
    owner: {
      received: 'erase',
      assigned: 'triage hand-over alarm erase',
      'following-up': 'hand-over plan attempt contact alarm inform close erase',
      'in-contact': 'hand-over alarm inform follow-up close erase',
      closed: 'reopen erase',
    },
    'planned-visitor': {
      received: 'erase',
      assigned: 'alarm erase',
      'following-up': 'cannot-go attempt contact alarm erase',
      'in-contact': 'alarm erase',
      closed: 'erase',
    },
    backup: { assigned: 'take-over decline', 'following-up': 'take-over decline', 'in-contact': 'take-over decline' },
    coordinator: {
      received: 'erase',
      assigned: 'hand-over erase',
      'following-up': 'hand-over plan close erase',
      'in-contact': 'hand-over close erase',
      closed: 'reopen erase',
    },
  },
  held: {
    owner: {
      received: 'erase',
      assigned: 'release dismiss alarm erase',
      'following-up': 'plan attempt contact alarm inform close erase',
      'in-contact': 'alarm inform follow-up close erase',
      closed: 'reopen erase',
    },
    'planned-visitor': {
      received: 'erase',
      assigned: 'alarm erase',
      'following-up': 'cannot-go attempt contact alarm erase',
      'in-contact': 'alarm erase',
      closed: 'erase',
    },
    backup: { assigned: 'take-over decline', 'following-up': 'take-over decline', 'in-contact': 'take-over decline' },
    coordinator: {
      received: 'erase',
      assigned: 'erase',
      'following-up': 'plan close erase',
      'in-contact': 'close erase',
      closed: 'reopen erase',
    },
  },
  choice: {
    owner: { 'following-up': 'contact alarm inform erase' },
    'planned-visitor': { 'following-up': 'cannot-go contact alarm erase' },
    backup: { 'following-up': 'take-over decline' },
    coordinator: { 'following-up': 'hand-over plan attempt close erase' },
  },
  asked: {
    owner: {
      received: 'erase',
      assigned: 'triage hand-over alarm erase',
      'following-up': 'hand-over plan attempt contact alarm inform close erase',
      'in-contact': 'hand-over alarm inform follow-up close erase',
      closed: 'reopen erase',
    },
    'planned-visitor': {
      received: 'erase',
      assigned: 'alarm erase',
      'following-up': 'cannot-go attempt contact alarm erase',
      'in-contact': 'alarm erase',
      closed: 'erase',
    },
    backup: { assigned: 'take-over decline', 'following-up': 'take-over decline', 'in-contact': 'take-over decline' },
    coordinator: {
      received: 'answer erase',
      assigned: 'hand-over answer erase',
      'following-up': 'hand-over plan close answer erase',
      'in-contact': 'hand-over close answer erase',
      closed: 'reopen answer erase',
    },
  },
};

function inSituation(situation: Situation, status: Status): Signal {
  const { step: _triage, ...signal } = anAssignedSignal({ status });
  if (situation === 'held') return { ...signal, held: { since: NOW, suspicions: ['hidden-field'] } };
  if (situation === 'choice') return { ...signal, step: stepAfterAttempt(rules, 3, NOW) };
  const usual = { ...signal, step: visitStep(rules, 1, NOW, plusElapsed(NOW, 1_000)) };
  if (situation !== 'asked') return usual;
  return { ...usual, requests: [{ id: aSignalId(), at: NOW, wish: 'copy', before: plusElapsed(NOW, 2_000) }] };
}

const CASES = (['usual', 'held', 'choice', 'asked'] as const).flatMap((situation) =>
  STATUSES.filter((status) => situation !== 'choice' || status === 'following-up').flatMap((status) =>
    RELATIONS.map((relation) => ({ situation, status, relation })),
  ),
);

describe.each(CASES)('$relation, status $status, $situation', ({ situation, status, relation }) => {
  const signal = inSituation(situation, status);
  const allowed = (MAY[situation][relation]?.[status] ?? '').split(' ').filter(Boolean);

  it(`may ${allowed.join(', ') || 'do nothing'}`, () => {
    expect(ACTS.filter((act) => refusalOf(act, relation, signal) === undefined)).toEqual(allowed);
  });

  it('is offered exactly that', () => {
    expect(possibleActs(relation, signal)).toEqual(allowed);
  });
});

describe('a refusal', () => {
  const everyCase = CASES.flatMap((one) => ACTS.map((act) => ({ ...one, act })));
  const refusals = (relation: Relation): (Refusal | undefined)[] =>
    everyCase
      .filter((one) => one.relation === relation)
      .map(({ act, situation, status }) => refusalOf(act, relation, inSituation(situation, status)));

  it('tells a stranger nothing, whatever the signal is like', () => {
    expect(new Set(refusals('stranger').map((refusal) => JSON.stringify(refusal)))).toEqual(
      new Set(['{"kind":"not-found"}']),
    );
  });

  it('tells a former owner only where the signal went', () => {
    expect(new Set(refusals('former-owner').map((refusal) => JSON.stringify(refusal)))).toEqual(
      new Set(['{"kind":"handed-over","owner":"centrum","takenOver":false}']),
    );
  });

  it.each([
    ['triage', 'planned-visitor'],
    ['triage', 'coordinator'],
    ['triage', 'backup'],
    ['take-over', 'owner'],
    ['release', 'coordinator'],
    ['dismiss', 'coordinator'],
    ['plan', 'planned-visitor'],
    ['close', 'planned-visitor'],
    ['attempt', 'coordinator'],
    ['contact', 'backup'],
    ['erase', 'backup'],
    ['reopen', 'planned-visitor'],
    ['inform', 'planned-visitor'],
    ['inform', 'coordinator'],
  ] as const)('of %s says to a %s, in any status, that it is not theirs', (act, relation) => {
    for (const status of STATUSES)
      expect(refusalOf(act, relation, inSituation('usual', status))).toEqual({ kind: 'not-allowed' });
  });

  it.each(STATUSES)('of an all-clear follows when there is no danger, or none any more (%s)', (status) => {
    const refused = { kind: 'not-now', status, because: 'status' };
    const danger = { number: 1, at: NOW };
    const handled = { at: NOW, how: 'visited' } as const;
    for (const relation of ['owner', 'coordinator'] as const) {
      expect(refusalOf('all-clear', relation, inSituation('usual', status))).toEqual(refused);
      const over = { ...inSituation('usual', status), danger: { ...danger, handled } };
      expect(refusalOf('all-clear', relation, over)).toEqual(refused);
      expect(refusalOf('all-clear', relation, { ...inSituation('usual', status), danger })).toBeUndefined();
    }
    expect(refusalOf('all-clear', 'planned-visitor', { ...inSituation('usual', status), danger })).toEqual({
      kind: 'not-allowed',
    });
  });

  it.each([
    ['keep', 'in-contact', true],
    ['undecided', 'in-contact', true],
    ['keep', 'closed', true],
    ['undecided', 'closed', true],
    ['not-given', 'closed', false],
    ['keep', 'following-up', false],
  ] as const)('of what is said later follows on %s, %s: %s', (consent, status, may) => {
    const contact = { at: NOW, way: 'visit', informed: 'handed', wishes: [], referrals: [], alarm: false } as const;
    const signal = { ...inSituation('usual', status), contact: { ...contact, consent } };
    expect(refusalOf('consent', 'owner', signal) === undefined).toBe(may);
  });

  it.each([
    ['in-contact', 'not-yet', {}, true],
    ['closed', 'not-yet', {}, true],
    ['in-contact', 'posted', {}, false],
    ['closed', 'handed', {}, false],
    ['in-contact', 'not-yet', { informed: { at: NOW, how: 'posted' } }, false],
    ['following-up', undefined, {}, true],
    ['following-up', undefined, { informed: { at: NOW, how: 'posted' } }, false],
    ['following-up', undefined, { report: aReport({ about: 'myself' }) }, false],
    ['closed', undefined, {}, false],
  ] as const)(
    'of what the resident heard later, %s and told %s at the contact, with %o: %s',
    (status, told, more, may) => {
      const contact = { at: NOW, way: 'visit', consent: 'keep', wishes: [], referrals: [], alarm: false } as const;
      const signal = {
        ...inSituation('usual', status),
        ...(told && { contact: { ...contact, informed: told } }),
        ...more,
      };
      expect(refusalOf('inform', 'owner', signal)).toEqual(
        may ? undefined : { kind: 'not-now', status, because: 'status' },
      );
    },
  );

  it.each([
    ['triage', 'owner', 'usual', 'following-up', 'status'],
    ['triage', 'owner', 'held', 'assigned', 'held'],
    ['hand-over', 'coordinator', 'held', 'assigned', 'held'],
    ['release', 'owner', 'usual', 'assigned', 'not-held'],
    ['dismiss', 'owner', 'usual', 'assigned', 'not-held'],
    ['release', 'owner', 'held', 'following-up', 'status'],
    ['plan', 'owner', 'choice', 'following-up', 'choice-of-coordinator'],
    ['attempt', 'owner', 'choice', 'following-up', 'choice-of-coordinator'],
    ['attempt', 'planned-visitor', 'choice', 'following-up', 'choice-of-coordinator'],
    ['hand-over', 'owner', 'choice', 'following-up', 'choice-of-coordinator'],
    ['close', 'owner', 'choice', 'following-up', 'choice-of-coordinator'],
    ['reopen', 'owner', 'usual', 'in-contact', 'status'],
    ['take-over', 'backup', 'usual', 'received', 'status'],
  ] as const)('of %s by a %s (%s, %s) says why it is not now: %s', (act, relation, situation, status, because) => {
    expect(refusalOf(act, relation, inSituation(situation, status))).toEqual({ kind: 'not-now', status, because });
  });
});
