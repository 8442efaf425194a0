import { describe, expect, it } from 'vitest';
import type { Command } from '#shared/domain/acts.ts';
import { memberId, partnerId, type SignalId } from '#shared/domain/ids.ts';
import type { Settled } from '#shared/domain/settle.ts';
import type { Signal } from '#shared/domain/signal.ts';
import { plusElapsed } from '#shared/domain/time.ts';
import { anAssignedSignal, aSignalId, HOUR, NOW } from '#shared/testing/builders.ts';
import { aTown, type Town } from '../../tests/support/memory-town.ts';
import { actOnSignal } from './act-on-signal.ts';

const HERE = 'a'.repeat(64);
const of = (owner: string) => ({ number: 1, ownerId: partnerId(owner), since: NOW, formerOwners: [] });
const atAddress = (more: Partial<Signal> = {}): Settled => anAssignedSignal({ addressHash: HERE, ...more });

async function townWith(...signals: Settled[]): Promise<Town> {
  const town = await aTown({ start: plusElapsed(NOW, HOUR) });
  for (const signal of signals) await town.keep(signal);
  return town;
}
const erased = async (town: Town, who: string, id: SignalId, also: readonly SignalId[], deps = town.acting) =>
  actOnSignal(deps, await town.member(who), { id, seenVersion: 1, command: { act: 'erase', asked: 'by-phone', also } });
const kinds = (town: Town) => town.world.dump().signals.map(({ kind }) => kind);
const facts = (town: Town) => town.world.dump().statistics.filter(({ kind }) => kind === 'fact');

describe('an erasure with the others at the address', () => {
  it('erases each by itself, with its own record, audit line, ledger entry and fact, under one proof', async () => {
    const [asked, other, closed] = [
      atAddress(),
      atAddress({ status: 'following-up', attempts: [{ at: NOW, way: 'visit', result: 'nobody-home' }] }),
      atAddress({
        status: 'closed',
        closing: { at: NOW, outcome: 'seen-well' },
        expiresAt: plusElapsed(NOW, 9 * HOUR),
      }),
    ];
    const town = await townWith(asked, other, closed);
    const outcome = await erased(town, 'anna', asked.id, [other.id, closed.id]);
    expect(outcome).toEqual({ kind: 'erased', proofCode: 'PROF-PROF-0001', signals: 3, askedElsewhere: false });
    expect(kinds(town)).toEqual(['erased', 'erased', 'erased']);
    for (const { id } of [asked, other, closed])
      expect(town.auditOf(id)).toMatchObject([{ event: 'erase', by: 'anna', reason: 'by-phone' }]);
    const { statistics } = town.world.dump();
    expect(statistics.filter(({ kind }) => kind === 'ledger')).toHaveLength(3);
    expect(statistics.filter(({ kind }) => kind === 'proof')).toHaveLength(1);
    expect(facts(town).map(({ sk, hoursToFirstAttempt }) => [sk, hoursToFirstAttempt])).toEqual([
      [other.factId, 0],
      [closed.factId, undefined],
      [asked.factId, undefined],
    ]);
  });

  it('goes on where it stopped: what could not be erased is named, and the same request does the rest', async () => {
    const [asked, one, two] = [atAddress(), atAddress(), atAddress()];
    const town = await townWith(asked, one, two);
    const failing = {
      ...town.acting,
      signals: {
        ...town.signals,
        erase: async (...given: Parameters<Town['signals']['erase']>) => {
          if (given[0].id === one.id) throw new Error('DynamoDB is away');
          return town.signals.erase(...given);
        },
      },
    };
    expect(await erased(town, 'anna', asked.id, [one.id, two.id], failing)).toEqual({
      kind: 'partly-erased',
      remaining: [one.id, asked.id],
    });
    expect(town.eraseFailures).toMatchObject([{ id: one.id }]);
    expect((await town.read(asked.id)).version).toBe(1);
    expect(await erased(town, 'anna', asked.id, [one.id, two.id])).toMatchObject({ kind: 'erased' });
    expect(kinds(town)).toEqual(['erased', 'erased', 'erased']);
    expect(town.auditOf(two.id)).toHaveLength(1);
  });

  it('tells the operator of one that others write to all the time, and goes on with the rest', async () => {
    const [asked, busy, two] = [atAddress(), atAddress(), atAddress()];
    const town = await townWith(asked, busy, two);
    const signals = {
      ...town.signals,
      erase: async (...given: Parameters<Town['signals']['erase']>) =>
        given[0].id === busy.id ? ('conflict' as const) : town.signals.erase(...given),
    };
    expect(await erased(town, 'anna', asked.id, [busy.id, two.id], { ...town.acting, signals })).toEqual({
      kind: 'partly-erased',
      remaining: [busy.id, asked.id],
    });
    expect(town.eraseFailures).toMatchObject([{ id: busy.id }]);
    expect(town.auditOf(two.id)).toHaveLength(1);
  });

  it.each<[string, string, Omit<Partial<Signal>, 'addressHash'> & { addressHash?: string | undefined }]>([
    ['at another address', 'anna', { addressHash: 'b'.repeat(64) }],
    ['whose address is not known', 'anna', { addressHash: undefined }],
    ['of another partner', 'anna', { assignment: of('noord') }],
    ['that a visitor was not sent to', 'bram', {}],
  ])('refuses one %s, and erases nothing', async (_what, who, more) => {
    const plan = { at: NOW, by: { memberId: memberId('bram'), name: 'Bram Visser' } };
    const asked = atAddress({ status: 'following-up', plan });
    const { addressHash, ...others } = { addressHash: HERE, ...more };
    const other = anAssignedSignal({ ...others, ...(addressHash && { addressHash }) });
    const town = await townWith(asked, other);
    const before = town.world.dump();
    expect(await erased(town, who, asked.id, [other.id])).toEqual({
      kind: 'invalid',
      errors: [{ field: 'also', code: 'choice' }],
    });
    expect(town.world.dump()).toEqual(before);
  });

  it('refuses itself among the others', async () => {
    const asked = atAddress();
    const town = await townWith(asked);
    expect(await erased(town, 'anna', asked.id, [asked.id])).toMatchObject({ kind: 'invalid' });
  });

  it('takes one that is gone for done, as after an answer that got lost', async () => {
    const asked = atAddress();
    const town = await townWith(asked);
    expect(await erased(town, 'anna', asked.id, [aSignalId(404)])).toMatchObject({ kind: 'erased' });
  });

  it('lets a coordinator erase those of every partner', async () => {
    const [asked, theirs] = [atAddress(), atAddress({ assignment: of('noord') })];
    const town = await townWith(asked, theirs);
    expect(await erased(town, 'carla', asked.id, [theirs.id])).toMatchObject({ kind: 'erased' });
    expect(kinds(town)).toEqual(['erased', 'erased']);
  });

  it('asked for at the door is a contact of the one signal, and of the others only what it was', async () => {
    const [asked, other] = [atAddress({ status: 'following-up' }), atAddress()];
    const town = await townWith(asked, other);
    const command: Command = { act: 'contact', consent: 'erase-now', at: town.clock.now(), also: [other.id] };
    await actOnSignal(town.acting, await town.member('anna'), { id: asked.id, seenVersion: 1, command });
    expect(facts(town).map(({ sk, consent, hoursToFirstAttempt }) => [sk, consent, hoursToFirstAttempt])).toEqual([
      [other.factId, undefined, undefined],
      [asked.factId, 'erase-now', 1],
    ]);
  });
});
