import { describe, expect, it } from 'vitest';
import { DESK, partnerId } from '#shared/domain/ids.ts';
import type { Signal } from '#shared/domain/signal.ts';
import { plusElapsed } from '#shared/domain/time.ts';
import { anAssignedSignal, DAY, NOW } from '#shared/testing/builders.ts';
import { aTown, type Town } from '../../tests/support/memory-town.ts';
import { handOverAll } from './hand-over-all.ts';

const [centrum, noord] = [partnerId('centrum'), partnerId('noord')];
const of = (owner: string, more: Partial<Signal> = {}) =>
  anAssignedSignal({ assignment: { number: 1, ownerId: partnerId(owner), since: NOW, formerOwners: [] }, ...more });

async function everything(town: Town, to = noord) {
  const carla = await town.member('carla');
  const pages = [];
  let after: string | undefined;
  do {
    const page = await handOverAll(town.acting, carla, { from: centrum, to, ...(after && { after }) });
    if (page.kind !== 'done') throw new Error(`no ${page.field}`);
    pages.push(page);
    after = page.next;
  } while (after);
  return { handedOver: pages.flatMap((page) => page.handedOver), stayed: pages.flatMap((page) => page.stayed), pages };
}

describe('handing over all that a partner has', () => {
  it('leaves the partner nothing, page by page, each with its own line in the audit trail', async () => {
    const town = await aTown();
    const mine = Array.from({ length: 45 }, (_, number) => of('centrum', { receivedAt: plusElapsed(NOW, number) }));
    for (const signal of [...mine, of('desk')]) await town.keep(signal);
    const { handedOver, stayed, pages } = await everything(town);
    expect([handedOver.length, stayed, pages.length]).toEqual([45, [], 3]);
    expect((await town.signals.listByOwner(centrum, 'open', { limit: 50 })).items).toEqual([]);
    expect((await town.signals.listByOwner(noord, 'open', { limit: 50 })).items).toHaveLength(45);
    expect((await town.signals.listByOwner(DESK, 'open', { limit: 50 })).items).toHaveLength(1);
    for (const { id } of mine) expect(town.auditOf(id)).toMatchObject([{ event: 'hand-over', by: 'carla' }]);
  });

  it('names what stayed, and does what was left when it is done again', async () => {
    const town = await aTown();
    const [waits, goes] = [of('centrum', { held: { since: NOW, suspicions: ['too-fast'] } }), of('centrum')];
    for (const signal of [waits, goes]) await town.keep(signal);
    expect(await everything(town)).toMatchObject({ handedOver: [goes.id], stayed: [waits.id] });
    expect(await everything(town)).toMatchObject({ handedOver: [], stayed: [waits.id] });
  });

  it('leaves practice where it is, and does not say that it stayed', async () => {
    const town = await aTown();
    const practice = await town.keep(
      of('centrum', { practice: { partnerId: centrum, until: plusElapsed(NOW, 7 * DAY) } }),
    );
    expect(await everything(town)).toMatchObject({ handedOver: [], stayed: [] });
    expect((await town.read(practice.id)).assignment).toEqual(practice.assignment);
  });

  it('goes on after a failure half-way', async () => {
    const town = await aTown();
    const both = [of('centrum'), of('centrum')];
    for (const signal of both) await town.keep(signal);
    let changes = 0;
    const signals: typeof town.signals = {
      ...town.elsewhere,
      change: async (...given) => {
        changes += 1;
        if (changes === 2) throw new Error('no connection');
        return town.elsewhere.change(...given);
      },
    };
    const carla = await town.member('carla');
    await expect(handOverAll({ ...town.acting, signals }, carla, { from: centrum, to: noord })).rejects.toThrow();
    expect((await everything(town)).handedOver).toHaveLength(1);
    expect((await town.signals.listByOwner(noord, 'open', { limit: 5 })).items).toHaveLength(2);
  });

  it('needs somebody to hand over to, who is somebody else', async () => {
    const town = await aTown();
    const carla = await town.member('carla');
    const ask = (from: string, to: string) =>
      handOverAll(town.acting, carla, { from: partnerId(from), to: partnerId(to) });
    expect(await ask('centrum', 'centrum')).toEqual({ kind: 'unknown', field: 'to' });
    expect(await ask('centrum', 'nobody')).toEqual({ kind: 'unknown', field: 'to' });
    expect(await ask('nobody', 'centrum')).toEqual({ kind: 'unknown', field: 'from' });
    expect(await ask('centrum', 'desk')).toMatchObject({ kind: 'done' });
  });
});
