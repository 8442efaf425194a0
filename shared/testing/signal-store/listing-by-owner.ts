import { expect } from 'vitest';
import { erasureOf } from '#shared/domain/erasure.ts';
import { neighbourhoodId, partnerId } from '#shared/domain/ids.ts';
import { plusElapsed } from '#shared/domain/time.ts';
import {
  anAssignedSignal,
  aReport,
  aSignal,
  auditAndFactOf,
  DAY,
  HOUR,
  NOW,
  nextOf,
  rules,
} from '#shared/testing/builders.ts';
import type { Behaves } from '#shared/testing/contract.ts';
import {
  aClosedSignal,
  added,
  addedAll,
  allPages,
  assignedTo,
  BAD_TOKENS,
  ids,
  isSooner,
  type OpenSignals,
  ownedBy,
} from './signals-at-hand.ts';

export function listingOwners(behaves: Behaves, open: OpenSignals): void {
  const centrum = partnerId('centrum');
  const noord = partnerId('noord');

  behaves('lists the open signals of one owner, with nothing personal', async () => {
    const { signals } = await open();
    const mine = await added(signals, ownedBy(centrum));
    await addedAll(signals, [ownedBy(noord), aSignal(), aClosedSignal()]);
    expect(await signals.listByOwner(centrum, 'open', { limit: 10 })).toEqual({
      items: [
        {
          id: mine.id,
          status: 'assigned',
          ownerId: centrum,
          neighbourhoodId: neighbourhoodId('oude-noorden'),
          deadline: mine.step?.before,
        },
      ],
    });
  });

  behaves('lists a signal without a neighbourhood, too', async () => {
    const { signals } = await open();
    const { neighbourhoodId: _nowhere, ...assignment } = assignedTo(centrum);
    const lost = await added(signals, anAssignedSignal({ assignment }));
    const { items } = await signals.listByOwner(centrum, 'open', { limit: 10 });
    expect(items).toEqual([{ id: lost.id, status: 'assigned', ownerId: centrum, deadline: lost.step?.before }]);
  });

  behaves('lists urgent signals first, then by deadline', async () => {
    const { signals } = await open();
    const [late, soon, urgentLate, urgentSoon] = await addedAll(signals, [
      ownedBy(centrum, { receivedAt: plusElapsed(NOW, 9 * HOUR) }),
      ownedBy(centrum, { receivedAt: plusElapsed(NOW, HOUR) }),
      ownedBy(centrum, { receivedAt: plusElapsed(NOW, 8 * HOUR), report: aReport({ sooner: true }) }),
      ownedBy(centrum, { receivedAt: plusElapsed(NOW, 7 * HOUR), report: aReport({ sooner: true }) }),
    ]);
    const { items } = await signals.listByOwner(centrum, 'open', { limit: 10 });
    expect(ids(items)).toEqual(ids([urgentSoon, urgentLate, soon, late]));
  });

  behaves('lists those in danger before all others, closed or not, until it is handled', async () => {
    const { signals } = await open();
    const danger = { number: 1, at: NOW };
    const handled = { at: NOW, how: 'visited' } as const;
    const [calm, urgent, dangerous] = await addedAll(signals, [
      ownedBy(centrum, { danger: { ...danger, handled } }),
      ownedBy(centrum, { receivedAt: plusElapsed(NOW, HOUR), report: aReport({ sooner: true }) }),
      ownedBy(centrum, { receivedAt: plusElapsed(NOW, 9 * HOUR), danger }),
    ]);
    const listed = async (which: 'open' | 'closed') =>
      ids((await signals.listByOwner(centrum, which, { limit: 9 })).items);
    expect(await listed('open')).toEqual(ids([dangerous, urgent, calm]));
    const [goesFirst, closedInDanger] = await addedAll(signals, [
      aClosedSignal({ expiresAt: plusElapsed(NOW, 2 * DAY) }),
      aClosedSignal({ expiresAt: plusElapsed(NOW, 9 * DAY), danger }),
    ]);
    expect(await listed('closed')).toEqual(ids([closedInDanger, goesFirst]));
  });

  behaves('lists closed signals apart, those that go first on top, urgent or not', async () => {
    const { signals } = await open();
    const [goesLater, goesFirst] = await addedAll(signals, [
      aClosedSignal({ expiresAt: plusElapsed(NOW, 9 * DAY), report: aReport({ sooner: true }) }),
      aClosedSignal({ expiresAt: plusElapsed(NOW, 2 * DAY) }),
    ]);
    const { items } = await signals.listByOwner(centrum, 'closed', { limit: 10 });
    expect(items.map(({ id, deadline }) => [id, deadline])).toEqual([
      [goesFirst.id, goesFirst.expiresAt],
      [goesLater.id, goesLater.expiresAt],
    ]);
    expect(await signals.listByOwner(centrum, 'open', { limit: 10 })).toEqual({ items: [] });
  });

  behaves('moves a signal from list to list as it changes hands, closes and goes', async () => {
    const { signals } = await open();
    const where = async () => ({
      centrum: (await signals.listByOwner(centrum, 'open', { limit: 10 })).items.length,
      noord: (await signals.listByOwner(noord, 'open', { limit: 10 })).items.length,
      closed: (await signals.listByOwner(noord, 'closed', { limit: 10 })).items.length,
    });
    const received = await added(signals, aSignal());
    expect(await where()).toEqual({ centrum: 0, noord: 0, closed: 0 });
    const assigned = nextOf(received, { status: 'assigned', assignment: assignedTo(centrum) });
    await signals.change(assigned, auditAndFactOf(assigned));
    expect(await where()).toEqual({ centrum: 1, noord: 0, closed: 0 });
    const handedOver = nextOf(assigned, { assignment: assignedTo(noord) });
    await signals.change(handedOver, auditAndFactOf(handedOver));
    expect(await where()).toEqual({ centrum: 0, noord: 1, closed: 0 });
    const closed = nextOf(handedOver, { status: 'closed', expiresAt: plusElapsed(NOW, DAY) });
    await signals.change(closed, auditAndFactOf(closed));
    expect(await where()).toEqual({ centrum: 0, noord: 0, closed: 1 });
    await signals.erase(closed, erasureOf(closed, rules, NOW), auditAndFactOf(closed));
    expect(await where()).toEqual({ centrum: 0, noord: 0, closed: 0 });
  });

  behaves('turns pages in order, showing everything once, also when deadlines are equal', async () => {
    const { signals } = await open();
    const all = await addedAll(
      signals,
      Array.from({ length: 23 }, (_, number) =>
        ownedBy(centrum, {
          receivedAt: plusElapsed(NOW, Math.floor(number / 5) * HOUR),
          report: aReport({ sooner: number % 7 === 0 }),
        }),
      ),
    );
    const pages = await allPages((page) => signals.listByOwner(centrum, 'open', page), 5);
    expect(pages.map((page) => page.length)).toEqual([5, 5, 5, 5, 3]);
    expect(ids(pages.flat()).sort()).toEqual(ids(all).sort());
    const urgency = pages.flat().map(({ id, deadline }) => deadline - (isSooner(all, id) ? 1e10 : 0));
    expect(urgency).toEqual([...urgency].sort((one, other) => one - other));
  });

  behaves('has no next page when the last one is full', async () => {
    const { signals } = await open();
    await addedAll(signals, [ownedBy(centrum), ownedBy(centrum), ownedBy(centrum), ownedBy(centrum)]);
    const pages = await allPages((page) => signals.listByOwner(centrum, 'open', page), 2);
    expect(pages.map((page) => page.length)).toEqual([2, 2]);
  });

  behaves('goes on from a signal that has left the list since', async () => {
    const { signals } = await open();
    await addedAll(
      signals,
      [1, 2, 3].map((hour) => ownedBy(centrum, { receivedAt: plusElapsed(NOW, hour * HOUR) })),
    );
    const first = await signals.listByOwner(centrum, 'open', { limit: 1 });
    const [row] = first.items;
    const seen = row && (await signals.find(row.id));
    if (seen) await signals.erase(seen, erasureOf(seen, rules, NOW), auditAndFactOf(seen));
    const rest = await signals.listByOwner(centrum, 'open', { limit: 5, ...(first.next && { after: first.next }) });
    expect(rest.items).toHaveLength(2);
  });

  behaves('leads into no other list with a token', async () => {
    const { signals } = await open();
    const [, , , theirs] = await addedAll(signals, [
      ownedBy(centrum),
      ownedBy(centrum),
      ownedBy(noord, { receivedAt: plusElapsed(NOW, -HOUR) }),
      ownedBy(noord, { receivedAt: plusElapsed(NOW, HOUR) }),
    ]);
    const { next = '' } = await signals.listByOwner(centrum, 'open', { limit: 1 });
    const { items } = await signals.listByOwner(noord, 'open', { limit: 5, after: next });
    expect(ids(items)).toEqual([theirs.id]);
  });

  behaves('refuses a page token that it never gave out', async () => {
    const { signals } = await open();
    await added(signals, ownedBy(centrum));
    for (const token of BAD_TOKENS) {
      const asked = signals.listByOwner(centrum, 'open', { limit: 5, after: token });
      await expect(asked, token).rejects.toThrow(RangeError);
      await expect(asked, token).rejects.toMatchObject({ name: 'BadPageToken' });
    }
  });

  behaves('says nothing about anybody in a page token', async () => {
    const { signals } = await open();
    await addedAll(signals, [ownedBy(centrum), ownedBy(centrum)]);
    const { next = '' } = await signals.listByOwner(centrum, 'open', { limit: 1 });
    expect(next).toMatch(/^[A-Za-z0-9_-]+$/);
    expect(Buffer.from(next, 'base64url').toString()).not.toMatch(/centrum|noorden|3034/);
  });
}
