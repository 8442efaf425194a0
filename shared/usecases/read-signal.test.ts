import { describe, expect, it } from 'vitest';
import { memberId, partnerId, type SignalId } from '#shared/domain/ids.ts';
import type { Settled } from '#shared/domain/settle.ts';
import { plusElapsed } from '#shared/domain/time.ts';
import { anAssignedSignal, aSignal, aSignalId, DAY, NOW, rules } from '#shared/testing/builders.ts';
import { aTown, type Town } from '../../tests/support/memory-town.ts';
import { readSignal } from './read-signal.ts';

const ofCentrum = { number: 1, ownerId: partnerId('centrum'), since: NOW, formerOwners: [] };
const planFor = (id: string) => ({ at: NOW, by: { memberId: memberId(id), name: 'Bram Visser' } });
const read = async (town: Town, who: string, id: SignalId, reason?: Parameters<typeof readSignal>[3]) =>
  readSignal(town.reading, await town.member(who), id, reason);

const fresh = () => anAssignedSignal({ assignment: ofCentrum });
const offered = () =>
  anAssignedSignal({ assignment: { ...ofCentrum, backup: { partnerId: partnerId('noord'), invitedAt: NOW } } });
const handedOver = () =>
  anAssignedSignal({ assignment: { ...ofCentrum, ownerId: partnerId('noord'), formerOwners: [partnerId('centrum')] } });
const ofDesk = () => anAssignedSignal({ assignment: { ...ofCentrum, ownerId: partnerId('desk') } });
const planned = () => anAssignedSignal({ assignment: ofCentrum, status: 'following-up', plan: planFor('bram') });
const forAnna = () => anAssignedSignal({ assignment: ofCentrum, status: 'following-up', plan: planFor('anna') });
const chosen = () => {
  const { step } = fresh();
  return anAssignedSignal({
    assignment: ofCentrum,
    status: 'following-up',
    ...(step && { step: { ...step, name: 'choice' } }),
  });
};
const over = () =>
  anAssignedSignal({
    assignment: ofCentrum,
    status: 'closed',
    closing: { at: NOW, outcome: 'not-reached' },
    expiresAt: NOW,
  });

describe('one signal', () => {
  const CASES: readonly (readonly [string, string, () => Settled, string])[] = [
    ['its owner', 'anna', fresh, 'owner'],
    ['the desk, of its own', 'daan', ofDesk, 'owner'],
    ['a backup that was asked to step in', 'noor', offered, 'backup'],
    ['a backup that was not asked', 'noor', fresh, 'not-found'],
    ['another partner', 'noor', ofDesk, 'not-found'],
    ['the desk, of a partner', 'daan', fresh, 'not-found'],
    ['the partner that handed it over', 'anna', handedOver, 'handed-over'],
    ['the visitor for whom a contact is planned', 'bram', planned, 'planned-visitor'],
    ['a visitor when somebody else goes', 'bram', forAnna, 'not-found'],
    ['a visitor of whom nothing is planned', 'bram', fresh, 'not-found'],
    ['the coordinator, without a reason', 'carla', fresh, 'reason-needed'],
    ['the coordinator, of the desk’s', 'carla', ofDesk, 'coordinator'],
    ['the coordinator, once it was escalated', 'carla', offered, 'coordinator'],
    ['the coordinator who has to choose', 'carla', chosen, 'coordinator'],
    ['anybody, before it is assigned', 'anna', aSignal, 'not-found'],
    ['its owner, when its time is over', 'anna', over, 'not-found'],
  ];
  it.each(CASES)('for %s', async (_reader, who, make, expected) => {
    const town = await aTown();
    const signal = await town.keep(make());
    const outcome = await read(town, who, signal.id);
    expect(outcome.kind === 'read' ? outcome.relation : outcome.kind).toBe(expected);
    expect(town.auditOf(signal.id)).toEqual(outcome.kind === 'read' ? [{ event: 'read', by: who, at: NOW }] : []);
  });

  it('opens for a coordinator with a reason, which goes to the audit trail', async () => {
    const town = await aTown();
    const { id } = await town.keep(fresh());
    expect(await read(town, 'carla', id, 'complaint')).toMatchObject({ kind: 'read', relation: 'coordinator' });
    expect(town.auditOf(id)).toEqual([{ event: 'read', by: 'carla', at: NOW, reason: 'complaint' }]);
  });

  it('asks a coordinator for no reason once its deadline has passed', async () => {
    const town = await aTown();
    const { id } = await town.keep(fresh());
    town.clock.advance(rules.durations.triage - 1);
    expect((await read(town, 'carla', id)).kind).toBe('reason-needed');
    town.clock.advance(1);
    expect((await read(town, 'carla', id)).kind).toBe('read');
  });

  it('is not shown when the reading cannot be written down', async () => {
    const town = await aTown();
    const { id } = await town.keep(fresh());
    const audit = {
      write: async () => {
        throw new Error('no audit table');
      },
    };
    await expect(readSignal({ ...town.reading, audit }, await town.member('anna'), id)).rejects.toThrow(
      'no audit table',
    );
  });

  it('that does not exist cannot be told from one of others', async () => {
    const town = await aTown();
    const { id } = await town.keep(fresh());
    expect(await read(town, 'noor', aSignalId(404))).toEqual(await read(town, 'noor', id));
  });

  it('leaves an audit line that stays a year', async () => {
    const town = await aTown();
    const { id } = await town.keep(fresh());
    await read(town, 'anna', id);
    expect(town.world.dump().audit).toMatchObject([{ pk: id, ttl: plusElapsed(NOW, 365 * DAY) }]);
  });
});
