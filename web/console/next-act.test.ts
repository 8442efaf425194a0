import { describe, expect, it } from 'vitest';
import type { SignalView } from '#shared/contracts/console.ts';
import type { Act } from '#shared/domain/life.ts';
import { signals } from './fixtures.ts';
import { nextAct } from './next-act.ts';

const NOW = new Date('2026-03-03T10:00:00Z');
const next = (name: keyof typeof signals) => nextAct(signals[name], NOW);

describe('the biggest button', () => {
  it.each([
    ['toTriage', 'triage', 'triage'],
    ['late', 'triage', 'triage'],
    ['myself', 'asked', 'triage'],
    ['toPlan', 'plan', 'plan'],
    ['planned', 'ahead', 'contact'],
    ['tried', 'again', 'plan'],
    ['helpAsked', 'help', 'follow-up'],
    ['helpStarted', 'wrap-up', 'close'],
    ['held', 'held', 'release'],
    ['atDesk', 'locate', 'hand-over'],
    ['asBackup', 'take-over', 'take-over'],
    ['asVisitor', 'ahead', 'contact'],
    ['coordinatorChooses', 'choose', 'plan'],
    ['coordinatorEscalated', 'escalated', 'hand-over'],
  ] as const)('of %s', (name, situation, primary) => {
    expect(next(name)).toMatchObject({ situation, primary });
  });

  it('is absent when there is nothing to do', () => {
    for (const name of ['helpLater', 'closed', 'coordinatorReads'] as const)
      expect(next(name)).not.toHaveProperty('primary');
  });
});

describe('a coordinator who was mailed', () => {
  it('is asked to act when a signal is late, also when its owner has no backup', () => {
    const late = { ...signals.coordinatorReads, escalated: false, overdue: true };
    expect(nextAct(late, NOW)).toMatchObject({ situation: 'escalated', primary: 'hand-over' });
  });
});

describe('danger that somebody saw', () => {
  const inDanger = (name: keyof typeof signals, more: Partial<SignalView> = {}) =>
    nextAct({ ...signals[name], alarm: true, acts: [...signals[name].acts, 'all-clear'], ...more }, NOW);

  it('comes before all else, for its owner and for the coordinator', () => {
    for (const name of ['late', 'toPlan', 'tried', 'helpLater', 'closed'] as const)
      expect(inDanger(name)).toMatchObject({ situation: 'danger', primary: 'all-clear' });
    for (const name of ['coordinatorReads', 'coordinatorChooses', 'coordinatorEscalated'] as const)
      expect(inDanger(name)).toMatchObject({ situation: 'alarm', primary: 'all-clear' });
    expect(inDanger('coordinatorReads').blocked).toBeUndefined();
  });

  it('leaves a visitor with the visit', () => {
    expect(inDanger('asVisitor', { acts: signals.asVisitor.acts })).toMatchObject({ primary: 'contact' });
  });
});

it('asks how it went once the visit should have been', () => {
  const after = new Date(signals.planned.plan?.at ?? '');
  expect(nextAct(signals.planned, after).situation).toBe('planned');
});

it('offers everything that the server allows, once, and nothing else', () => {
  for (const signal of Object.values(signals)) {
    const { primary, alongside, others } = nextAct(signal, NOW);
    const offered = [...(primary ? [primary] : []), ...alongside, ...others];
    expect(offered.toSorted()).toEqual(signal.acts.toSorted());
  }
});

it('keeps what somebody says at the door next to what they came for', () => {
  expect(next('asVisitor')).toMatchObject({ primary: 'contact', alongside: ['attempt', 'alarm'], others: ['erase'] });
});

it('offers to record that the resident was told, next to the first act once it was put off at the contact', () => {
  const { contact, acts } = signals.helpAsked;
  if (!contact) throw new Error('the fixture has a contact');
  const putOff: SignalView = {
    ...signals.helpAsked,
    contact: { ...contact, informed: 'not-yet' },
    acts: [...acts, 'inform'],
  };
  expect(nextAct(putOff, NOW)).toMatchObject({ primary: 'follow-up', alongside: ['inform'] });
  const later = { ...signals.helpLater, contact: putOff.contact, acts: putOff.acts };
  expect(nextAct(later, NOW)).toMatchObject({ situation: 'inform', primary: 'inform' });
  expect(next('toPlan').others).toContain('inform');
});

it('says why something cannot be done', () => {
  expect(next('toTriage').blocked).toBe('triage-first');
  expect(next('threeTimes').blocked).toBe('choice');
  expect(next('held').blocked).toBe('held-first');
  expect(next('asVisitor').blocked).toBeUndefined();
});

it('asks for help in the last two days only', () => {
  const before = new Date(Date.parse(signals.helpLater.step?.before ?? '') - 2 * 86_400_000);
  expect(nextAct(signals.helpLater, new Date(before.getTime() - 1)).situation).toBe('help-later');
  expect(nextAct(signals.helpLater, before).situation).toBe('help');
});

describe('a request of the resident', () => {
  const asking = (name: keyof typeof signals, wish: 'copy' | 'erase' | 'object', more: readonly Act[] = []) =>
    nextAct(
      {
        ...signals[name],
        requests: [{ wish, at: NOW.toISOString(), before: NOW.toISOString() }],
        acts: [...signals[name].acts, ...more],
      },
      NOW,
    );

  it('is what the coordinator is to answer, with the erasure beside it where that was asked', () => {
    for (const name of ['coordinatorReads', 'coordinatorEscalated', 'coordinatorChooses'] as const)
      expect(asking(name, 'erase', ['answer'])).toMatchObject({ primary: 'answer', alongside: ['erase'] });
    expect(asking('coordinatorReads', 'copy', ['answer'])).toMatchObject({ primary: 'answer', alongside: [] });
    expect(asking('coordinatorChooses', 'copy', ['answer'])).toMatchObject({ situation: 'choose', primary: 'plan' });
  });

  it('to erase, or not to go on, makes everybody wait with going there', () => {
    for (const wish of ['erase', 'object'] as const)
      for (const name of ['toTriage', 'toPlan', 'tried', 'asVisitor'] as const) {
        const next = asking(name, wish);
        expect(next).toMatchObject({ situation: 'request-waits', alongside: [], blocked: 'request' });
        expect(next).not.toHaveProperty('primary');
        expect(next.others.toSorted()).toEqual(signals[name].acts.toSorted());
      }
    expect(asking('toPlan', 'copy')).toMatchObject({ situation: 'plan', primary: 'plan' });
  });
});

it('does not say of somebody who was spoken to before that there was no contact', () => {
  const { contact } = signals.helpLater;
  if (!contact) throw new Error('the fixture has a contact');
  const reopened: SignalView = { ...signals.tried, contact, step: { name: 'visit', before: NOW.toISOString() } };
  expect(nextAct(reopened, NOW)).toMatchObject({ situation: 'reopened', primary: 'plan' });
  const triedSince: SignalView = { ...reopened, step: { name: 'attempt', before: NOW.toISOString() } };
  expect(nextAct(triedSince, NOW).situation).toBe('again');
});
