import { describe, expect, it } from 'vitest';
import { partnerId } from '#shared/domain/ids.ts';
import type { Signal } from '#shared/domain/signal.ts';
import { plusElapsed } from '#shared/domain/time.ts';
import { anAssignedSignal, aReport, aSignal, HOUR, NOW } from '#shared/testing/builders.ts';
import { aTown, type Town } from '../../tests/support/memory-town.ts';
import { othersAtAddress } from './others-at-address.ts';

const HERE = 'a'.repeat(64);
const of = (owner: string) => ({ number: 1, ownerId: partnerId(owner), since: NOW, formerOwners: [] });
const atAddress = (more: Partial<Signal> = {}) => anAssignedSignal({ addressHash: HERE, ...more });
const seenBy = async (town: Town, who: string, signal: Signal) => {
  const { known, elsewhere } = await othersAtAddress(town.reading, await town.member(who), signal);
  return { known: known.map(({ id }) => id), elsewhere };
};

describe('what else is at an address', () => {
  it('is told to the owner as their own signals, newest first, and the names of others who have an open one', async () => {
    const town = await aTown();
    const signal = await town.keep(atAddress());
    const older = await town.keep(atAddress({ receivedAt: plusElapsed(NOW, -HOUR) }));
    const closed = await town.keep(atAddress({ status: 'closed', receivedAt: plusElapsed(NOW, -2 * HOUR) }));
    for (const owner of ['noord', 'noord', 'desk']) await town.keep(atAddress({ assignment: of(owner) }));
    await town.keep(atAddress({ addressHash: 'b'.repeat(64) }));
    expect(await seenBy(town, 'anna', signal)).toEqual({ known: [older.id, closed.id], elsewhere: ['desk', 'noord'] });
  });

  it('is told to a coordinator whole', async () => {
    const town = await aTown();
    const signal = await town.keep(atAddress());
    const theirs = await town.keep(atAddress({ assignment: of('noord') }));
    expect(await seenBy(town, 'carla', signal)).toEqual({ known: [theirs.id], elsewhere: [] });
  });

  it('leaves out what others have closed, what has expired and what nobody has yet', async () => {
    const town = await aTown();
    const signal = await town.keep(atAddress());
    await town.keep(atAddress({ status: 'closed', assignment: of('noord') }));
    await town.keep(atAddress({ status: 'closed', expiresAt: plusElapsed(NOW, -1) }));
    await town.keep(aSignal({ addressHash: HERE }));
    expect(await seenBy(town, 'anna', signal)).toEqual({ known: [], elsewhere: [] });
  });

  it('reads nothing of a signal whose address has no key', async () => {
    const town = await aTown();
    const signal = await town.keep(anAssignedSignal());
    town.calls.length = 0;
    expect(await seenBy(town, 'anna', signal)).toEqual({ known: [], elsewhere: [] });
    expect(town.calls).toEqual([]);
  });
});

describe('the key of an address', () => {
  it('comes with the routing, the same for the same address and nothing like it', async () => {
    const town = await aTown();
    const [one, other] = [await town.keep(aSignal()), await town.keep(aSignal())];
    await town.advance(one.id);
    await town.advance(other.id);
    const { addressHash } = await town.read(one.id);
    expect(addressHash).toMatch(/^[0-9a-f]{64}$/);
    expect((await town.read(other.id)).addressHash).toBe(addressHash);
    expect(await seenBy(town, 'anna', await town.read(one.id))).toEqual({ known: [other.id], elsewhere: [] });
  });

  it('holds nobody up when the secret cannot be read, and comes at the next moment', async () => {
    const town = await aTown();
    const { id } = await town.keep(aSignal({ report: aReport() }));
    const addressKey = () => Promise.reject(new Error('no secret'));
    await town.advance(id, { addressKey });
    expect(await town.read(id)).toMatchObject({ status: 'assigned' });
    expect(await town.read(id)).not.toHaveProperty('addressHash');
    expect(town.keyFailures.length).toBeGreaterThan(0);
    expect(town.mailer.sent).toHaveLength(1);
    town.clock.advance(20 * HOUR);
    await town.advance(id);
    expect(await town.read(id)).toHaveProperty('addressHash');
  });
});
