import { expect } from 'vitest';
import { erasureOf } from '#shared/domain/erasure.ts';
import { neighbourhoodId, partnerId } from '#shared/domain/ids.ts';
import type { Settled } from '#shared/domain/settle.ts';
import type { Signal } from '#shared/domain/signal.ts';
import { plusElapsed } from '#shared/domain/time.ts';
import { anAssignedSignal, aReport, auditAndFactOf, DAY, NOW, nextOf, rules } from '#shared/testing/builders.ts';
import type { Behaves } from '#shared/testing/contract.ts';
import { added, addedAll, allPages, assignedTo, ids, type OpenSignals, ownedBy } from './signals-at-hand.ts';

export function listingBackups(behaves: Behaves, open: OpenSignals): void {
  const noord = partnerId('noord');
  const invited = (changes: Partial<Signal> = {}) =>
    ownedBy(partnerId('centrum'), {
      assignment: { ...assignedTo(partnerId('centrum')), backup: { partnerId: noord, invitedAt: NOW } },
      ...changes,
    });

  behaves('lists for a backup what it was asked to take over, until it is taken over', async () => {
    const { signals } = await open();
    const list = async () => ids((await signals.listByBackup(noord, { limit: 10 })).items);
    const alone = await added(signals, ownedBy(partnerId('centrum')));
    expect(await list()).toEqual([]);
    const asked = nextOf(alone, { assignment: invited().assignment ?? assignedTo(noord) });
    await signals.replace(asked);
    expect(await list()).toEqual([alone.id]);
    const taken = nextOf(asked, { assignment: assignedTo(noord) });
    await signals.change(taken, auditAndFactOf(taken));
    expect(await list()).toEqual([]);
  });

  behaves('shows a backup whose signal it is, and nothing personal', async () => {
    const { signals } = await open();
    const signal = await added(signals, invited());
    expect(await signals.listByBackup(noord, { limit: 10 })).toEqual({
      items: [
        {
          id: signal.id,
          status: 'assigned',
          ownerId: partnerId('centrum'),
          neighbourhoodId: neighbourhoodId('oude-noorden'),
          deadline: signal.step?.before,
        },
      ],
    });
  });

  behaves('has nothing left for a backup when a signal is closed or erased', async () => {
    const { signals } = await open();
    const [closes, goes] = await addedAll(signals, [invited(), invited()]);
    const closed = nextOf(closes, { status: 'closed', expiresAt: plusElapsed(NOW, DAY) });
    await signals.change(closed, auditAndFactOf(closed));
    await signals.erase(goes, erasureOf(goes, rules, NOW), auditAndFactOf(goes));
    expect(await signals.listByBackup(noord, { limit: 10 })).toEqual({ items: [] });
  });

  behaves('turns pages for a backup as for an owner', async () => {
    const { signals } = await open();
    const all = await addedAll(signals, [invited(), invited({ report: aReport({ sooner: true }) }), invited()]);
    const pages = await allPages((page) => signals.listByBackup(noord, page), 2);
    expect(pages.map((page) => page.length)).toEqual([2, 1]);
    expect(pages[0]?.[0]?.id).toBe(all[1].id);
    expect(ids(pages.flat()).sort()).toEqual(ids(all).sort());
    await expect(signals.listByBackup(noord, { limit: 2, after: 'nonsense' })).rejects.toThrow(RangeError);
  });
}

export function listingAddresses(behaves: Behaves, open: OpenSignals): void {
  const hash = 'a'.repeat(64);
  const at = (minutes: number, addressHash?: string): Settled =>
    anAssignedSignal({ receivedAt: plusElapsed(NOW, minutes * 60), ...(addressHash && { addressHash }) });

  behaves('finds what is at one address, newest first, open and closed alike', async () => {
    const { signals } = await open();
    const [first, second, closed] = [at(1, hash), at(2, hash), { ...at(3, hash), status: 'closed' as const }];
    for (const signal of [second, closed, first, at(4, 'b'.repeat(64)), at(5)]) await signals.add(signal);
    expect(await signals.listAtAddress(hash)).toEqual([closed.id, second.id, first.id]);
    expect(await signals.listAtAddress('c'.repeat(64))).toEqual([]);
  });

  behaves('finds a signal at its address once that is known, and no more when it is erased', async () => {
    const { signals } = await open();
    const signal = at(1);
    await signals.add(signal);
    const known = nextOf(signal, { addressHash: hash });
    await signals.replace(known);
    expect(await signals.listAtAddress(hash)).toEqual([signal.id]);
    await signals.erase(known, erasureOf(known, rules, NOW), auditAndFactOf(known));
    expect(await signals.listAtAddress(hash)).toEqual([]);
  });

  behaves('stops at fifty at one address', async () => {
    const { signals } = await open();
    for (let minutes = 0; minutes < 51; minutes += 1) await signals.add(at(minutes, hash));
    expect(await signals.listAtAddress(hash)).toHaveLength(50);
  });
}
