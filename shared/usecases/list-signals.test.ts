import { describe, expect, it } from 'vitest';
import { memberId, neighbourhoodId, partnerId } from '#shared/domain/ids.ts';
import type { Settled } from '#shared/domain/settle.ts';
import type { Signal } from '#shared/domain/signal.ts';
import { plusElapsed } from '#shared/domain/time.ts';
import { anAssignedSignal, aSignalId, HOUR, NOW, nextOf } from '#shared/testing/builders.ts';
import { aTown, type Town } from '../../tests/support/memory-town.ts';
import { type ListRequest, listRequests, listSignals } from './list-signals.ts';
import { mailTrouble } from './mail-trouble.ts';

const of = (owner: string, more: Partial<Signal> = {}): Settled =>
  anAssignedSignal({ assignment: { number: 1, ownerId: partnerId(owner), since: NOW, formerOwners: [] }, ...more });
const offeredTo = (backup: string): Settled =>
  anAssignedSignal({
    assignment: {
      number: 1,
      ownerId: partnerId('centrum'),
      since: NOW,
      backup: { partnerId: partnerId(backup), invitedAt: NOW },
      formerOwners: [],
    },
  });
const closedOf = (owner: string): Settled =>
  of(owner, {
    status: 'closed',
    closing: { at: NOW, outcome: 'not-reached' },
    expiresAt: plusElapsed(NOW, 100 * HOUR),
  });

const list = async (
  town: Town,
  who: string,
  which: 'open' | 'closed' = 'open',
  after?: string,
  more: Partial<ListRequest> = {},
) => listSignals(town.reading, await town.member(who), { which, filter: 'all', ...(after && { after }), ...more });
const relations = (items: Awaited<ReturnType<typeof list>>['items']) =>
  items.map(({ signal, relation }) => [signal.id, relation]);

async function allPages(town: Town, who: string, more: Partial<ListRequest> = {}) {
  const seen: string[] = [];
  const sizes: number[] = [];
  let after: string | undefined;
  do {
    const page = await list(town, who, 'open', after, more);
    seen.push(...page.items.map(({ signal }) => signal.id));
    sizes.push(page.items.length);
    after = page.next;
  } while (after);
  return { seen, sizes };
}

describe('the list', () => {
  it('of a member has the partner’s own, and on top what it was asked to take over; rows with an address are audited', async () => {
    const town = await aTown();
    const [mine, offered, theirs] = [of('noord'), offeredTo('noord'), of('centrum')];
    for (const signal of [mine, offered, theirs]) await town.keep(signal);
    const { items } = await list(town, 'noor');
    expect(relations(items)).toEqual([
      [offered.id, 'backup'],
      [mine.id, 'owner'],
    ]);
    expect(town.auditOf(mine.id)).toEqual([{ event: 'list', by: 'noor', at: NOW }]);
    expect(town.world.dump().audit).toHaveLength(1);
  });

  it('of the desk has the desk’s', async () => {
    const town = await aTown();
    const [mine, theirs] = [of('desk'), of('noord')];
    for (const signal of [mine, theirs]) await town.keep(signal);
    expect(relations((await list(town, 'daan')).items)).toEqual([[mine.id, 'owner']]);
  });

  it('of a visitor has the contacts planned for that visitor alone', async () => {
    const town = await aTown();
    const plan = (id: string) => ({ at: NOW, by: { memberId: memberId(id), name: id } });
    const [mine, annas] = [
      of('centrum', { status: 'following-up', plan: plan('bram') }),
      of('centrum', { status: 'following-up', plan: plan('anna') }),
    ];
    for (const signal of [mine, annas, of('centrum')]) await town.keep(signal);
    expect(relations((await list(town, 'bram')).items)).toEqual([[mine.id, 'planned-visitor']]);
    expect(town.auditOf(mine.id)).toEqual([{ event: 'list', by: 'bram', at: NOW }]);
    expect((await list(town, 'bram', 'closed')).items).toEqual([]);
  });

  it('of a coordinator has everybody’s, most urgent first, and opens none of them', async () => {
    const town = await aTown();
    const later = of('centrum', { receivedAt: plusElapsed(NOW, HOUR) });
    const first = of('noord');
    const desk = of('desk', { receivedAt: plusElapsed(NOW, 2 * HOUR) });
    for (const signal of [later, first, desk]) await town.keep(signal);
    expect(relations((await list(town, 'carla')).items)).toEqual([
      [first.id, 'coordinator'],
      [later.id, 'coordinator'],
      [desk.id, 'coordinator'],
    ]);
    expect(town.world.dump().audit).toEqual([]);
  });

  it('keeps open and closed apart', async () => {
    const town = await aTown();
    const [open, closed] = [of('centrum'), closedOf('centrum')];
    for (const signal of [open, closed]) await town.keep(signal);
    expect(relations((await list(town, 'anna', 'open')).items)).toEqual([[open.id, 'owner']]);
    expect(relations((await list(town, 'anna', 'closed')).items)).toEqual([[closed.id, 'owner']]);
    expect(relations((await list(town, 'carla', 'closed')).items)).toEqual([[closed.id, 'coordinator']]);
  });

  it('shows nothing whose time is over, though it was not purged yet', async () => {
    const town = await aTown();
    await town.keep(closedOf('centrum'));
    town.clock.advance(100 * HOUR);
    expect((await list(town, 'anna', 'closed')).items).toEqual([]);
    expect(town.world.dump().audit).toEqual([]);
  });

  it('believes the signal and not the index, which may be seconds behind', async () => {
    const town = await aTown();
    const signal = await town.keep(of('centrum'));
    const open = { of: 'owner', id: partnerId('centrum'), part: { open: 'all', now: NOW } } as const;
    const stale = await town.signals.list(open, { limit: 25 });
    expect(stale.items).toEqual([signal.id]);
    const gone = nextOf(signal, {
      assignment: { number: 2, ownerId: partnerId('noord'), since: NOW, formerOwners: [partnerId('centrum')] },
    });
    await town.elsewhere.replace(gone);
    const signals = { ...town.elsewhere, list: async () => stale };
    const { items } = await listSignals({ ...town.reading, signals }, await town.member('anna'), {
      which: 'open',
      filter: 'all',
    });
    expect(items).toEqual([]);
  });

  it('goes on where the page before ended, and has every signal once', async () => {
    const town = await aTown();
    const made = Array.from({ length: 60 }, (_, number) => of('centrum', { receivedAt: plusElapsed(NOW, number) }));
    for (const signal of made) await town.keep(signal);
    const { seen, sizes } = await allPages(town, 'anna');
    expect(seen).toEqual(made.map(({ id }) => id));
    expect(sizes).toEqual([25, 25, 10]);
  });

  it('of a coordinator comes in pages too, over all owners, and has every signal once', async () => {
    const town = await aTown();
    const made = Array.from({ length: 60 }, (_, number) =>
      of(['centrum', 'noord', 'desk'][number % 3] ?? '', { receivedAt: plusElapsed(NOW, number) }),
    );
    for (const signal of made) await town.keep(signal);
    const { seen, sizes } = await allPages(town, 'carla');
    expect(seen).toEqual(made.map(({ id }) => id));
    expect(sizes).toEqual([25, 25, 10]);
  });

  it('has a practice signal for the partner that practises, and for nobody else', async () => {
    const town = await aTown();
    const asked = { id: aSignalId(), at: NOW, wish: 'copy', before: plusElapsed(NOW, HOUR) } as const;
    const step = { name: 'choice', number: 1, startedAt: NOW, remindAt: NOW, before: plusElapsed(NOW, HOUR) } as const;
    const mails = { 'notify-1-owner-first': { state: 'failed', at: NOW } } as const;
    const practice = { partnerId: partnerId('centrum'), until: plusElapsed(NOW, 100 * HOUR) };
    const made = await town.keep(of('centrum', { practice, step, mails, requests: [asked] }));
    for (const filter of ['all', 'today', 'choice', 'mail'] as const) {
      expect(relations((await list(town, 'anna', 'open', undefined, { filter })).items)).toEqual([[made.id, 'owner']]);
      for (const who of ['carla', 'noor', 'daan'])
        expect((await list(town, who, 'open', undefined, { filter })).items).toEqual([]);
    }
    expect(await listRequests(town.reading, await town.member('carla'))).toEqual({ items: [] });
  });

  it('of what residents ask has open and closed signals, first what has to be answered, whatever is due', async () => {
    const town = await aTown();
    const asking = (hours: number) => ({
      requests: [{ id: aSignalId(), at: NOW, wish: 'copy', before: plusElapsed(NOW, hours * HOUR) } as const],
    });
    const made = [of('centrum', asking(9)), { ...closedOf('noord'), ...asking(5) }, of('desk', asking(7)), of('noord')];
    for (const signal of made) await town.keep(signal);
    const { items, next } = await listRequests(town.reading, await town.member('carla'));
    expect([items.map(({ signal }) => signal.id), next]).toEqual([[made[1]?.id, made[2]?.id, made[0]?.id], undefined]);
  });

  it('asks for what was offered on the first page only', async () => {
    const town = await aTown();
    for (let number = 0; number < 26; number += 1) await town.keep(of('noord'));
    await town.keep(offeredTo('noord'));
    const first = await list(town, 'noor');
    const second = await list(town, 'noor', 'open', first.next);
    expect([first.items.length, second.items.length]).toEqual([26, 1]);
  });
});

describe('the list of what was asked for', () => {
  const lateSignal = (owner: string) => of(owner, { receivedAt: plusElapsed(NOW, -30 * HOUR) });
  const held = () => of('desk', { held: { since: NOW, suspicions: ['too-fast'] } });

  it('has what fits, and audits no other row', async () => {
    const town = await aTown();
    const [late, early] = [lateSignal('centrum'), of('centrum')];
    for (const signal of [late, early]) await town.keep(signal);
    expect(relations((await list(town, 'anna', 'open', undefined, { filter: 'late' })).items)).toEqual([
      [late.id, 'owner'],
    ]);
    expect(town.world.dump().audit).toHaveLength(1);
    expect((await list(town, 'anna', 'open', undefined, { filter: 'choice' })).items).toEqual([]);
  });

  it('of a coordinator can be that of one partner or one neighbourhood', async () => {
    const town = await aTown();
    const [centrum, noord] = [of('centrum'), of('noord')];
    const placed = of('noord', {
      assignment: {
        number: 1,
        ownerId: partnerId('noord'),
        neighbourhoodId: neighbourhoodId('bergpolder'),
        since: NOW,
        formerOwners: [],
      },
    });
    for (const signal of [centrum, noord, placed]) await town.keep(signal);
    const found = async (more: Partial<ListRequest>) => (await allPages(town, 'carla', more)).seen.sort();
    expect(await found({ ownerId: partnerId('noord') })).toEqual([noord.id, placed.id].sort());
    expect(await found({ neighbourhoodId: neighbourhoodId('bergpolder') })).toEqual([placed.id]);
    expect(await found({ ownerId: partnerId('centrum'), neighbourhoodId: neighbourhoodId('bergpolder') })).toEqual([]);
  });

  it('of anybody else is their own, whatever partner they ask for', async () => {
    const town = await aTown();
    const [mine, theirs] = [of('noord'), of('centrum')];
    for (const signal of [mine, theirs]) await town.keep(signal);
    const { items } = await list(town, 'noor', 'open', undefined, { ownerId: partnerId('centrum') });
    expect(relations(items)).toEqual([[mine.id, 'owner']]);
  });

  it('has held signals wherever they are in the list, and every one of them once', async () => {
    const town = await aTown();
    const wanted = Array.from({ length: 30 }, held);
    for (let number = 0; number < 230; number += 1)
      await town.keep(of('desk', { receivedAt: plusElapsed(NOW, -number) }));
    for (const signal of wanted) await town.keep(signal);
    const { seen } = await allPages(town, 'daan', { filter: 'held' });
    expect(seen.sort()).toEqual(wanted.map(({ id }) => id).sort());
  });

  it('reads no further than some hundreds at once, and then says that there may be more', async () => {
    const town = await aTown();
    const inArea = (owner: string, hours = 0) =>
      of(owner, {
        receivedAt: plusElapsed(NOW, hours * HOUR),
        assignment: {
          number: 1,
          ownerId: partnerId(owner),
          neighbourhoodId: neighbourhoodId('bergpolder'),
          since: NOW,
          formerOwners: [],
        },
      });
    for (let number = 0; number < 330; number += 1) await town.keep(inArea('centrum'));
    const last = await town.keep(inArea('noord', 1));
    const asked = { ownerId: partnerId('noord'), neighbourhoodId: neighbourhoodId('bergpolder') } as const;
    const first = await list(town, 'carla', 'open', undefined, asked);
    expect([first.items.length, typeof first.next]).toEqual([0, 'string']);
    const second = await list(town, 'carla', 'open', first.next, asked);
    expect([relations(second.items), second.next]).toEqual([[[last.id, 'coordinator']], undefined]);
  });

  it('finds at once what is rare among much that is not', async () => {
    const town = await aTown();
    for (let number = 0; number < 400; number += 1) await town.keep(of('centrum'));
    const step = { name: 'choice', number: 1, startedAt: NOW, remindAt: NOW, before: plusElapsed(NOW, HOUR) } as const;
    const rare = await town.keep(of('centrum', { receivedAt: plusElapsed(NOW, HOUR), step }));
    for (const who of ['anna', 'carla']) {
      const { items, next } = await list(town, who, 'open', undefined, { filter: 'choice' });
      expect([items.map(({ signal }) => signal.id), next]).toEqual([[rare.id], undefined]);
    }
  });

  it('ends at the first that is not late', async () => {
    const town = await aTown();
    const late = await town.keep(lateSignal('centrum'));
    for (let number = 0; number < 110; number += 1) await town.keep(of('centrum'));
    const page = await list(town, 'anna', 'open', undefined, { filter: 'late' });
    expect([relations(page.items), page.next]).toEqual([[[late.id, 'owner']], undefined]);
  });

  it('finds for a coordinator all whose mail fails, and says whose mail that is', async () => {
    const town = await aTown();
    const failed = (mailbox: string) => ({ [`notify-1-${mailbox}`]: { state: 'failed', at: NOW } as const });
    const [owner, backup, desk, fine] = [
      of('noord', { mails: failed('owner-first') }),
      of('centrum', { mails: { ...failed('backup-first'), ...failed('coordinator-first') } }),
      of('desk', { mails: failed('owner-second') }),
      of('noord', { mails: { 'notify-1-owner-first': { state: 'delivered', at: NOW } } }),
    ];
    for (const signal of [owner, backup, desk, fine]) await town.keep(signal);
    const found = await list(town, 'carla', 'open', undefined, { filter: 'mail' });
    expect(found.items.map(({ signal }) => signal.id).sort()).toEqual([owner.id, backup.id, desk.id].sort());
    expect(await mailTrouble(town.reading)).toEqual({
      partners: new Set([partnerId('noord'), partnerId('desk')]),
      coordinator: true,
      mailboxes: new Map(),
    });
  });

  it('says of no mailbox that it fails when all mail arrives', async () => {
    const town = await aTown();
    await town.keep(of('centrum', { mails: { 'notify-1-owner-first': { state: 'delivered', at: NOW } } }));
    expect(await mailTrouble(town.reading)).toEqual({
      partners: new Set(),
      coordinator: false,
      mailboxes: new Map(),
    });
  });
});
