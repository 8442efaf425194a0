import { describe, expect, it } from 'vitest';
import { aMember, anAssignedSignal, aSignal, HOUR, NOW, rules } from '#shared/testing/builders.ts';
import { asksReason, type Relation, relationOf } from './access.ts';
import { ROLES } from './directory.ts';
import { DESK, memberId, partnerId } from './ids.ts';
import { type Assignment, STATUSES } from './signal.ts';
import { stepAfterAttempt } from './step.ts';
import { plusElapsed } from './time.ts';

const centrum = partnerId('centrum');
const noord = partnerId('noord');
const zuid = partnerId('zuid');
const west = partnerId('west');
const assignment: Assignment = {
  number: 2,
  ownerId: centrum,
  since: NOW,
  backup: { partnerId: noord, invitedAt: NOW },
  formerOwners: [zuid],
};
const planFor = (name: string) => ({
  plan: { at: NOW, by: { memberId: memberId(name), name } },
});

describe('what somebody is to a signal', () => {
  const byPartner: [string, ReturnType<typeof partnerId>, Relation][] = [
    ['its owner', centrum, 'owner'],
    ['the invited backup', noord, 'backup'],
    ['a former owner', zuid, 'former-owner'],
    ['another partner', west, 'stranger'],
    ['the desk, which does not own it', DESK, 'stranger'],
  ];

  it.each(byPartner)('for a member of %s (%s) is %s while it is open', (_who, partner, relation) => {
    for (const role of ['member', 'desk'] as const)
      for (const status of STATUSES.filter((one) => one !== 'closed'))
        expect(relationOf(aMember({ partnerId: partner, role }), anAssignedSignal({ status, assignment }))).toBe(
          relation,
        );
  });

  it.each(byPartner)(
    'for a member of %s (%s) is %s once it is closed, but no backup any more',
    (_who, partner, relation) => {
      expect(relationOf(aMember({ partnerId: partner }), anAssignedSignal({ status: 'closed', assignment }))).toBe(
        relation === 'backup' ? 'stranger' : relation,
      );
    },
  );

  it('is coordinator for a coordinator, whoever owns it', () => {
    for (const ownerId of [centrum, DESK])
      for (const status of STATUSES)
        expect(
          relationOf(
            aMember({ role: 'coordinator', partnerId: DESK }),
            anAssignedSignal({ status, assignment: { ...assignment, ownerId } }),
          ),
        ).toBe('coordinator');
  });

  it('is owner for the desk when the desk owns it', () => {
    const signal = anAssignedSignal({ assignment: { ...assignment, ownerId: DESK } });
    expect(relationOf(aMember({ role: 'desk', partnerId: DESK }), signal)).toBe('owner');
  });

  it('is nothing but for a coordinator as long as nobody owns it', () => {
    const { assignment: _none, ...signal } = anAssignedSignal({ status: 'received' });
    const relations = ROLES.map((role) => relationOf(aMember({ role }), signal));
    expect(relations).toEqual(['stranger', 'stranger', 'coordinator', 'stranger']);
  });

  it('is backup rather than former owner for a former owner that was asked to step in', () => {
    const signal = anAssignedSignal({ assignment: { ...assignment, formerOwners: [noord] } });
    expect(relationOf(aMember({ partnerId: noord }), signal)).toBe('backup');
    expect(relationOf(aMember({ partnerId: noord }), { ...signal, status: 'closed' })).toBe('former-owner');
  });

  it('is owner rather than former owner for an owner that got it back', () => {
    const signal = anAssignedSignal({ assignment: { ...assignment, formerOwners: [centrum] } });
    expect(relationOf(aMember({ partnerId: centrum }), signal)).toBe('owner');
  });
});

describe('a visitor', () => {
  const bram = aMember({ id: memberId('bram'), role: 'visitor', partnerId: centrum });

  it.each(STATUSES)('sees a signal that is %s only if a contact is planned for them and to be made', (status) => {
    const planned = anAssignedSignal({ status, assignment, ...planFor('bram') });
    expect(relationOf(bram, planned)).toBe(status === 'following-up' ? 'planned-visitor' : 'stranger');
  });

  it('sees nothing when no contact is planned', () => {
    expect(relationOf(bram, anAssignedSignal({ status: 'following-up', assignment }))).toBe('stranger');
  });

  it('sees nothing of what is planned for a colleague or for a volunteer by name', () => {
    const following = anAssignedSignal({ status: 'following-up', assignment });
    expect(relationOf(bram, { ...following, ...planFor('anna') })).toBe('stranger');
    expect(relationOf(bram, { ...following, plan: { at: NOW, by: { volunteer: 'bram' } } })).toBe('stranger');
  });

  it.each([noord, zuid, west])('of %s sees nothing, though the plan names them', (partner) => {
    const planned = anAssignedSignal({ status: 'following-up', assignment, ...planFor('bram') });
    expect(relationOf({ ...bram, partnerId: partner }, planned)).toBe('stranger');
  });
});

describe('a coordinator who opens a signal', () => {
  const { backup: _invited, ...atPartner } = assignment;
  const running = anAssignedSignal({ assignment: atPartner });
  const deadline = plusElapsed(NOW, 24 * HOUR);

  it('says why as long as its step runs in time', () => {
    expect(asksReason(running, NOW)).toBe(true);
    expect(asksReason(running, plusElapsed(deadline, -1))).toBe(true);
  });

  it.each([
    ['from the deadline on', running, deadline],
    ['when the backup was asked', anAssignedSignal({ assignment }), NOW],
    ['of the desk', anAssignedSignal({ assignment: { ...atPartner, ownerId: DESK } }), NOW],
    ['that is theirs to choose about', { ...running, step: stepAfterAttempt(rules, 3, NOW) }, NOW],
    ['that nobody owns yet', aSignal(), NOW],
    ['in which somebody saw danger', { ...running, danger: { number: 1, at: NOW } }, NOW],
  ])('need not say why %s', (_when, signal, now) => {
    expect(asksReason(signal, now)).toBe(false);
  });

  it('says why once the danger is handled', () => {
    const handled = { at: NOW, how: 'visited' } as const;
    expect(asksReason({ ...running, danger: { number: 1, at: NOW, handled } }, NOW)).toBe(true);
  });

  it('says why when nothing is to be done about it any more', () => {
    const { step: _over, ...closed } = anAssignedSignal({ status: 'closed', assignment: atPartner });
    expect(asksReason(closed, plusElapsed(deadline, 365 * HOUR))).toBe(true);
  });
});
