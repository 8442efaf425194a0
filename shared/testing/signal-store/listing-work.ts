import { expect } from 'vitest';
import { erasureOf } from '#shared/domain/erasure.ts';
import { memberId, neighbourhoodId, type PartnerId, partnerId } from '#shared/domain/ids.ts';
import type { ResidentRequest } from '#shared/domain/resident-request.ts';
import type { Signal } from '#shared/domain/signal.ts';
import { plusElapsed } from '#shared/domain/time.ts';
import type { Apart } from '#shared/domain/work-filter.ts';
import type { ListPart, WorkList } from '#shared/ports/signal-lists.ts';
import {
  aReport,
  aSignal,
  aSignalId,
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
  type OpenSignals,
  ownedBy,
} from './signals-at-hand.ts';

export function listingTown(behaves: Behaves, open: OpenSignals): void {
  const owners = ['noord', 'centrum', 'zuid'].map(partnerId);
  const [noord, centrum] = [partnerId('noord'), partnerId('centrum')];
  const all = { open: 'all', now: NOW } as const;
  const town = (part: ListPart | Apart = all): WorkList => ({ of: 'town', part });
  /** Whose list is asked for: that of one owner, of one neighbourhood, or all. */
  const everywhere = [
    (part: ListPart | Apart): WorkList => ({ of: 'owner', id: centrum, part }),
    (part: ListPart | Apart): WorkList => ({ of: 'neighbourhood', id: neighbourhoodId('oude-noorden'), part }),
    town,
  ];

  behaves('lists the signals of all owners as one list, most urgent first', async () => {
    const { signals } = await open();
    const [late, urgent, soon] = await addedAll(signals, [
      ownedBy(centrum, { receivedAt: plusElapsed(NOW, 9 * HOUR) }),
      ownedBy(noord, { receivedAt: plusElapsed(NOW, 8 * HOUR), report: aReport({ sooner: true }) }),
      ownedBy(noord, { receivedAt: plusElapsed(NOW, HOUR) }),
    ]);
    const closed = await added(signals, aClosedSignal());
    await added(signals, aSignal());
    expect(await signals.list(town(), { limit: 10 })).toEqual({ items: ids([urgent, soon, late]) });
    expect(await signals.list(town('closed'), { limit: 10 })).toEqual({ items: [closed.id] });
    expect(await signals.list({ of: 'owner', id: partnerId('oost'), part: all }, { limit: 10 })).toEqual({ items: [] });
  });

  behaves('turns pages over all owners, showing everything once, also when deadlines are equal', async () => {
    const { signals } = await open();
    const made = await addedAll(
      signals,
      Array.from({ length: 23 }, (_, number) =>
        ownedBy(owners[number % 3] ?? noord, {
          receivedAt: plusElapsed(NOW, Math.floor(number / 10) * HOUR),
          report: aReport({ sooner: number % 7 === 0 }),
        }),
      ),
    );
    const urgency = new Map(
      made.map(({ id, step, report }) => [id, Number(step?.before) - (report.sooner ? 1e10 : 0)]),
    );
    const parts = [all, { open: 'today', now: plusElapsed(NOW, 24 * HOUR) }, 'closed'] as const;
    for (const part of parts) {
      for (const limit of [1, 5]) {
        const pages = await allPages((page) => signals.list(town(part), page), limit);
        if (part === 'closed') expect(pages).toEqual([[]]);
        else {
          expect(pages.map((page) => page.length)).toEqual(
            limit === 1 ? Array.from({ length: 23 }, () => 1) : [5, 5, 5, 5, 3],
          );
          expect([...pages.flat()].sort()).toEqual(ids(made).sort());
          const order = pages.flat().map((id) => urgency.get(id) ?? 0);
          expect(order).toEqual([...order].sort((one, other) => one - other));
        }
      }
    }
  });

  behaves('goes on over all owners from a signal that has left the list since', async () => {
    const { signals } = await open();
    await addedAll(signals, [ownedBy(centrum), ownedBy(noord), ownedBy(centrum), ownedBy(noord)]);
    const first = await signals.list(town(), { limit: 1 });
    const [id] = first.items;
    const seen = id && (await signals.find(id));
    if (seen) await signals.erase(seen, erasureOf(seen, rules, NOW), auditAndFactOf(seen));
    const rest = await signals.list(town(), { limit: 5, ...(first.next && { after: first.next }) });
    expect(rest.items).toHaveLength(3);
  });

  behaves('refuses for all owners a page token that it never gave out', async () => {
    const { signals } = await open();
    await addedAll(signals, [ownedBy(centrum), ownedBy(centrum)]);
    const { next = '' } = await signals.listByOwner(centrum, 'open', { limit: 1 });
    for (const token of [...BAD_TOKENS, next]) {
      const asked = signals.list(town(), { limit: 5, after: token });
      await expect(asked, token).rejects.toMatchObject({ name: 'BadPageToken' });
    }
  });

  behaves('lists no more of what is open than can be late, due today, or first', async () => {
    const { signals } = await open();
    const priority = { report: aReport({ sooner: true }) };
    const at = (hours: number, more: Partial<Signal> = {}) =>
      ownedBy(centrum, { receivedAt: plusElapsed(NOW, (hours - 24) * HOUR), ...more });
    const danger = at(400, { danger: { number: 1, at: NOW } });
    const dangerLate = at(-2, { danger: { number: 1, at: NOW } });
    const planned = at(40, { plan: { at: plusElapsed(NOW, 2 * HOUR), by: { volunteer: 'Piet' } } });
    const [late, today, later, firstLate, firstLater] = await addedAll(signals, [
      at(0),
      at(3),
      at(30),
      at(-1, priority),
      at(20, priority),
      danger,
      dangerLate,
      planned,
    ]);
    for (const list of everywhere) {
      const listed = async (part: 'all' | 'late' | 'today' | 'first') =>
        (await signals.list(list({ open: part, now: NOW }), { limit: 10 })).items;
      expect(await listed('late')).toEqual(ids([dangerLate, firstLate, late]));
      expect(await listed('today')).toEqual(ids([dangerLate, firstLate, late, planned, today]));
      expect(await listed('first')).toEqual(ids([dangerLate, danger, firstLate, firstLater]));
      expect(await listed('all')).toEqual(
        ids([dangerLate, danger, firstLate, firstLater, late, planned, today, later]),
      );
    }
  });

  behaves('lists apart what is held or waits for a choice, most urgent first, until it is decided', async () => {
    const { signals } = await open();
    const step = { name: 'choice', number: 1, startedAt: NOW, remindAt: NOW, before: plusElapsed(NOW, HOUR) } as const;
    const held = { since: NOW, suspicions: ['too-fast'] } as const;
    const mails = { 'notify-1-owner-first': { state: 'failed', at: NOW } } as const;
    const [second, first, choice] = await addedAll(signals, [
      ownedBy(centrum, { receivedAt: plusElapsed(NOW, HOUR), held }),
      ownedBy(centrum, { held, mails }),
      ownedBy(centrum, { step }),
      ownedBy(centrum),
    ]);
    const [theirs] = await addedAll(signals, [ownedBy(noord, { receivedAt: plusElapsed(NOW, 9 * HOUR), held })]);
    const listed = async (list: WorkList) => (await signals.list(list, { limit: 10 })).items;
    for (const list of everywhere) {
      const others = list === everywhere[0] ? [] : [theirs.id];
      expect(await listed(list('held'))).toEqual([...ids([first, second]), ...others]);
      expect(await listed(list('choice'))).toEqual([choice.id]);
    }
    const { held: _decided, ...released } = nextOf(first);
    await signals.change(released, auditAndFactOf(released));
    const closed = nextOf(choice, { status: 'closed', expiresAt: plusElapsed(NOW, DAY) });
    await signals.change(closed, auditAndFactOf(closed));
    for (const list of everywhere) {
      expect(await listed(list('held'))).not.toContain(first.id);
      expect(await listed(list('choice'))).toEqual([]);
      expect(await listed(list(all))).toContain(first.id);
    }
  });

  behaves('lists open signals whose mail does not arrive, most urgent first, until it does', async () => {
    const { signals } = await open();
    const failed = { 'notify-1-owner-first': { state: 'failed', at: plusElapsed(NOW, 10 * HOUR) } } as const;
    const [later, , first, closes] = await addedAll(signals, [
      ownedBy(centrum, { receivedAt: plusElapsed(NOW, HOUR), mails: failed }),
      ownedBy(centrum),
      ownedBy(centrum, { mails: failed, held: { since: NOW, suspicions: ['too-fast'] } }),
      ownedBy(centrum, { receivedAt: plusElapsed(NOW, 2 * HOUR), mails: failed }),
    ]);
    const listed = async (list: WorkList, limit = 10) => (await signals.list(list, { limit })).items;
    for (const list of everywhere) {
      expect(await listed(list('mail'))).toEqual(ids([first, later, closes]));
      expect(await listed(list('mail'), 1)).toEqual([first.id]);
    }
    const closed = nextOf(closes, { status: 'closed', expiresAt: plusElapsed(NOW, DAY) });
    await signals.change(closed, auditAndFactOf(closed));
    const arrived = { state: 'delivered', at: plusElapsed(NOW, 11 * HOUR) } as const;
    await signals.replace(nextOf(first, { mails: { ...failed, 'remind-triage-1-owner-first': arrived } }));
    for (const list of everywhere) expect(await listed(list('mail'))).toEqual([later.id]);
  });

  behaves('lists what is to practise on for its owner alone, but tells whose mail it does not reach', async () => {
    const { signals } = await open();
    const before = plusElapsed(NOW, DAY);
    const practice = await added(
      signals,
      ownedBy(centrum, {
        practice: { partnerId: centrum, until: before },
        step: { name: 'choice', number: 1, startedAt: NOW, remindAt: NOW, before },
        mails: { 'notify-1-owner-first': { state: 'failed', at: NOW } },
        requests: [{ id: aSignalId(), at: NOW, wish: 'copy', before }],
        assignment: { ...assignedTo(centrum), backup: { partnerId: noord, invitedAt: NOW } },
      }),
    );
    const [owner, area] = everywhere;
    for (const part of [all, 'choice', 'mail'] as const) {
      expect((await signals.list({ of: 'owner', id: centrum, part }, { limit: 9 })).items).toEqual([practice.id]);
      const elsewhere = [...everywhere].filter((list) => list !== owner && (list === area || part !== 'mail'));
      for (const list of elsewhere) expect((await signals.list(list(part), { limit: 9 })).items).toEqual([]);
    }
    expect((await signals.list(town('mail'), { limit: 9 })).items).toEqual([practice.id]);
    expect((await signals.list({ of: 'requests' }, { limit: 9 })).items).toEqual([]);
    expect((await signals.listByBackup(noord, { limit: 9 })).items).toEqual([]);
  });
}

export function listingPlaces(behaves: Behaves, open: OpenSignals): void {
  const [noord, centrum] = [partnerId('noord'), partnerId('centrum')];
  const area = neighbourhoodId('bergpolder');
  const there = (ownerId: PartnerId, changes: Partial<Signal> = {}) =>
    ownedBy(ownerId, { assignment: { ...assignedTo(ownerId), neighbourhoodId: area }, ...changes });

  behaves('lists what is in one neighbourhood, whoever owns it, open and closed apart', async () => {
    const { signals } = await open();
    const [second, first] = await addedAll(signals, [
      there(centrum, { receivedAt: plusElapsed(NOW, HOUR) }),
      there(noord),
      ownedBy(noord),
    ]);
    const closed = await added(signals, aClosedSignal({ assignment: there(noord).assignment ?? assignedTo(noord) }));
    const listed = async (part: ListPart) =>
      (await signals.list({ of: 'neighbourhood', id: area, part }, { limit: 9 })).items;
    expect(await listed({ open: 'all', now: NOW })).toEqual(ids([first, second]));
    expect(await listed({ open: 'late', now: plusElapsed(NOW, 24 * HOUR) })).toEqual([first.id]);
    expect(await listed('closed')).toEqual([closed.id]);
  });

  behaves(
    'lists for a member the contacts that are planned for them, the next one first, until they are recorded',
    async () => {
      const { signals } = await open();
      const planned = (member: string, hours: number) =>
        ownedBy(centrum, {
          status: 'following-up',
          plan: { at: plusElapsed(NOW, hours * HOUR), by: { memberId: memberId(member), name: member } },
        });
      const [second, first] = await addedAll(signals, [
        planned('bram', 5),
        planned('bram', 2),
        planned('anna', 1),
        ownedBy(centrum, { status: 'following-up', plan: { at: NOW, by: { volunteer: 'bram' } } }),
      ]);
      const list = { of: 'visitor', id: memberId('bram') } as const;
      const pages = await allPages((page) => signals.list(list, page), 1);
      expect(pages.flat()).toEqual(ids([first, second]));
      const recorded = nextOf(first, { status: 'in-contact' });
      await signals.change(recorded, auditAndFactOf(recorded));
      await signals.erase(second, erasureOf(second, rules, NOW), auditAndFactOf(second));
      expect(await signals.list(list, { limit: 5 })).toEqual({ items: [] });
    },
  );

  behaves('lists what residents ask, open and closed, first what has to be answered, until it is', async () => {
    const { signals } = await open();
    const asked = (days: number, answered = false): ResidentRequest => ({
      id: aSignalId(),
      at: NOW,
      wish: 'copy',
      before: plusElapsed(NOW, days * DAY),
      ...(answered && { answered: { at: NOW, how: 'done' } }),
    });
    const [second, first] = await addedAll(signals, [
      ownedBy(noord, { requests: [asked(1, true), asked(9), asked(12)] }),
      aClosedSignal({ requests: [asked(3)] }),
      ownedBy(noord, { requests: [asked(2, true)] }),
      ownedBy(centrum),
    ]);
    const list = { of: 'requests' } as const;
    expect((await allPages((page) => signals.list(list, page), 1)).flat()).toEqual(ids([first, second]));
    const answered = nextOf(first, { requests: [asked(3, true)] });
    await signals.change(answered, auditAndFactOf(answered));
    expect(await signals.list(list, { limit: 5 })).toEqual({ items: [second.id] });
  });
}
