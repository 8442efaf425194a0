import { expect } from 'vitest';
import { erasureOf } from '#shared/domain/erasure.ts';
import { partnerId } from '#shared/domain/ids.ts';
import type { IncomingRequest } from '#shared/domain/resident-request.ts';
import { plusElapsed } from '#shared/domain/time.ts';
import {
  anAssignedSignal,
  aSignal,
  aSignalId,
  auditAndFactOf,
  DAY,
  NOW,
  nextOf,
  rules,
} from '#shared/testing/builders.ts';
import type { Behaves } from '#shared/testing/contract.ts';
import { aClosedSignal, added, addedAll, assignedTo, type OpenSignals, plain } from './signals-at-hand.ts';

export function takingRequests(behaves: Behaves, open: OpenSignals): void {
  const request: IncomingRequest = {
    id: aSignalId(71),
    letterHash: 'c'.repeat(64),
    at: NOW,
    wish: 'copy',
    contact: '0612345678',
  };

  behaves('keeps a request until it is taken away, and shows it as nothing else', async () => {
    const { signals, requests, dump } = await open();
    await requests.drop(request);
    expect(await signals.incoming(request.id)).toStrictEqual(request);
    expect(await signals.find(request.id)).toBeUndefined();
    expect(await signals.findAll([request.id])).toEqual([]);
    expect(await signals.due(NOW, 10)).toEqual([request.id]);
    await signals.purge(request.id, plusElapsed(NOW, 99 * DAY));
    expect(await signals.incoming(request.id)).toStrictEqual(request);
    await signals.removeIncoming(request.id);
    await signals.removeIncoming(request.id);
    expect((await dump()).signals).toEqual([]);
  });

  behaves('takes no signal away in the place of a request', async () => {
    const { signals } = await open();
    const signal = anAssignedSignal();
    await signals.add(signal);
    await signals.removeIncoming(signal.id);
    expect(await signals.incoming(signal.id)).toBeUndefined();
    expect(await signals.find(signal.id)).toStrictEqual(plain(signal));
  });

  behaves('finds the signal of a letter, not the request that asks for it, and nothing once it is erased', async () => {
    const { signals, requests } = await open();
    const signal = anAssignedSignal({ letterHash: request.letterHash });
    await requests.drop(request);
    expect(await signals.findByLetter(request.letterHash)).toBeUndefined();
    await signals.add(signal);
    expect(await signals.findByLetter(request.letterHash)).toBe(signal.id);
    await signals.erase(signal, erasureOf(signal, rules, NOW), auditAndFactOf(signal));
    expect(await signals.findByLetter(request.letterHash)).toBeUndefined();
  });
}

export function readingStatus(behaves: Behaves, open: OpenSignals): void {
  behaves('tells the public the status of a signal', async () => {
    const { signals, statuses } = await open();
    const signal = await added(signals, aSignal());
    expect(await statuses.statusOf(signal.id, NOW)).toBe('received');
    const assigned = nextOf(signal, { status: 'assigned', assignment: assignedTo(partnerId('centrum')) });
    await signals.change(assigned, auditAndFactOf(assigned));
    expect(await statuses.statusOf(signal.id, NOW)).toBe('assigned');
  });

  behaves('keeps what the registers said, and tells the public of an end by them no sooner than it may', async () => {
    const { signals, statuses } = await open();
    const registers = { state: 'answered', at: NOW, answer: 'nobody-registered' } as const;
    const quietUntil = plusElapsed(NOW, 60);
    const waiting = { state: 'waiting', at: NOW, tries: 2, retryAt: quietUntil } as const;
    const [ended, asked] = await addedAll(signals, [
      aClosedSignal({ registers, quietUntil, closing: { at: NOW, outcome: 'ended-by-registers' } }),
      aSignal({ registers: waiting }),
    ]);
    expect(await signals.find(ended.id)).toEqual(ended);
    expect(await signals.find(asked.id)).toEqual(asked);
    expect(await statuses.statusOf(ended.id, plusElapsed(quietUntil, -1))).toBe('assigned');
    expect(await statuses.statusOf(ended.id, quietUntil)).toBe('closed');
  });

  behaves('tells the public the same of what is erased, over or unknown: nothing', async () => {
    const { signals, statuses } = await open();
    const [erased, over] = await addedAll(signals, [aSignal(), aClosedSignal({ expiresAt: NOW })]);
    await signals.erase(erased, erasureOf(erased, rules, NOW), auditAndFactOf(erased));
    expect(await statuses.statusOf(erased.id, NOW)).toBeUndefined();
    expect(await statuses.statusOf(over.id, plusElapsed(NOW, -1))).toBe('closed');
    expect(await statuses.statusOf(over.id, NOW)).toBeUndefined();
    expect(await statuses.statusOf(aSignalId(), NOW)).toBeUndefined();
  });
}
