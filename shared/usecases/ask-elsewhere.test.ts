import { describe, expect, it } from 'vitest';
import { memberId, partnerId, type SignalId } from '#shared/domain/ids.ts';
import type { Settled } from '#shared/domain/settle.ts';
import type { Signal } from '#shared/domain/signal.ts';
import { plusElapsed } from '#shared/domain/time.ts';
import { anAssignedSignal, aSignalId, DAY, HOUR, NOW } from '#shared/testing/builders.ts';
import { aTown, type Town } from '../../tests/support/memory-town.ts';
import { actOnSignal } from './act-on-signal.ts';

const START = plusElapsed(NOW, HOUR);
const HERE = 'a'.repeat(64);
const of = (owner: string) => ({ number: 1, ownerId: partnerId(owner), since: NOW, formerOwners: [] });
const atAddress = (more: Partial<Signal> = {}): Settled => anAssignedSignal({ addressHash: HERE, ...more });
const closing = { status: 'closed', closing: { at: NOW, outcome: 'seen-well' } } as const;

async function townWith(...signals: Settled[]): Promise<Town> {
  const town = await aTown({ start: START });
  for (const signal of signals) await town.keep(signal);
  return town;
}
const erased = async (town: Town, who: string, id: SignalId, elsewhere: boolean, deps = town.acting) =>
  actOnSignal(deps, await town.member(who), {
    id,
    seenVersion: 1,
    command: { act: 'erase', asked: 'at-door', elsewhere },
  });

describe('an erasure that is asked of others too', () => {
  it('is filed as a request of the resident on what another partner has there, open or closed, and says who was told', async () => {
    const asked = atAddress();
    const theirs = [
      atAddress({ assignment: of('noord') }),
      atAddress({ assignment: of('noord'), ...closing, expiresAt: plusElapsed(NOW, 9 * DAY) }),
    ];
    const town = await townWith(asked, ...theirs);
    expect(await erased(town, 'anna', asked.id, true)).toMatchObject({ kind: 'erased', askedElsewhere: true });
    for (const { id, version } of theirs) {
      const now = await town.read(id);
      expect(now.version).toBe(version);
      expect(now.requests).toMatchObject([
        { at: START, wish: 'erase', before: plusElapsed(START, 28 * DAY), toldTo: { name: 'Anna Bakker' } },
      ]);
      expect(now.history.at(-1)).toEqual({ at: START, what: 'request' });
      expect(town.auditOf(id)).toEqual([{ event: 'request', by: 'anna', at: START }]);
    }
  });

  it('reaches the coordinator by mail, with the clock of every request', async () => {
    const [asked, theirs] = [atAddress(), atAddress({ assignment: of('noord') })];
    const town = await townWith(asked, theirs);
    await erased(town, 'anna', asked.id, true);
    await town.advance(theirs.id);
    expect(Object.keys((await town.read(theirs.id)).mails)).toContain('request-1-coordinator-first');
  });

  it('lets a volunteer ask it of everybody, their own partner included, without seeing any', async () => {
    const plan = { at: NOW, by: { memberId: memberId('bram'), name: 'Bram Visser' } };
    const asked = atAddress({ status: 'following-up', plan });
    const [own, theirs] = [atAddress(), atAddress({ assignment: of('noord') })];
    const town = await townWith(asked, own, theirs);
    await erased(town, 'bram', asked.id, true);
    for (const { id } of [own, theirs])
      expect((await town.read(id)).requests).toMatchObject([{ wish: 'erase', toldTo: { memberId: 'bram' } }]);
  });

  it.each<[string, Partial<Signal>]>([
    ['at another address', { assignment: of('noord'), addressHash: 'b'.repeat(64) }],
    ['that they could erase themselves and did not choose', {}],
    ['whose time is over', { assignment: of('noord'), ...closing, expiresAt: START }],
    [
      'of which it was asked already',
      {
        assignment: of('noord'),
        requests: [{ id: aSignalId(8), at: NOW, before: plusElapsed(NOW, DAY), wish: 'erase' }],
      },
    ],
  ])('leaves one %s as it is', async (_what, more) => {
    const [asked, other] = [atAddress(), atAddress(more)];
    const town = await townWith(asked, other);
    expect((await erased(town, 'anna', asked.id, true)).kind).toBe('erased');
    expect(await town.signals.find(other.id)).toEqual(other);
  });

  it('is not done unless it was asked', async () => {
    const [asked, theirs] = [atAddress(), atAddress({ assignment: of('noord') })];
    const town = await townWith(asked, theirs);
    expect(await erased(town, 'anna', asked.id, false)).toMatchObject({ kind: 'erased', askedElsewhere: false });
    expect(await town.read(theirs.id)).toEqual(theirs);
  });

  it('answers the same whether there is any or not', async () => {
    const alone = atAddress();
    const withTheirs = atAddress();
    const [one, two] = [await townWith(alone), await townWith(withTheirs, atAddress({ assignment: of('noord') }))];
    expect(await erased(one, 'anna', alone.id, true)).toEqual(await erased(two, 'anna', withTheirs.id, true));
  });

  it('keeps the signal until it could be asked of all: the same again goes on, and files nothing twice', async () => {
    const [asked, one, two] = [
      atAddress(),
      atAddress({ assignment: of('noord') }),
      atAddress({ assignment: of('noord') }),
    ];
    const town = await townWith(asked, one, two);
    const failing = {
      ...town.acting,
      signals: {
        ...town.signals,
        change: async (...given: Parameters<Town['signals']['change']>) => {
          if (given[0].id === one.id) throw new Error('DynamoDB is away');
          return town.signals.change(...given);
        },
      },
    };
    expect(await erased(town, 'anna', asked.id, true, failing)).toEqual({
      kind: 'partly-erased',
      remaining: [asked.id],
    });
    expect(town.eraseFailures).toMatchObject([{ id: one.id }]);
    expect((await erased(town, 'anna', asked.id, true)).kind).toBe('erased');
    for (const { id } of [one, two]) expect((await town.read(id)).requests).toHaveLength(1);
  });
});
