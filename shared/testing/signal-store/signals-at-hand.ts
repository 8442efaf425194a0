import { expect } from 'vitest';
import { neighbourhoodId, type PartnerId, partnerId, type SignalId } from '#shared/domain/ids.ts';
import type { Settled } from '#shared/domain/settle.ts';
import type { Assignment, Signal } from '#shared/domain/signal.ts';
import { plusElapsed } from '#shared/domain/time.ts';
import type { Page, PageRequest } from '#shared/ports/page.ts';
import type { RequestIntake } from '#shared/ports/signal-intake.ts';
import type { SignalLists } from '#shared/ports/signal-lists.ts';
import type { SignalStore, StatusReader } from '#shared/ports/signal-store.ts';
import { anAssignedSignal, aSignal, DAY, NOW } from '#shared/testing/builders.ts';
import type { RawTables } from '#shared/testing/contract.ts';

export type OpenSignals = () => Promise<{
  readonly signals: SignalStore & SignalLists;
  readonly statuses: StatusReader;
  readonly requests: RequestIntake;
  /** All rows of Signals, Statistics and Audit. */
  dump(): Promise<Pick<RawTables, 'signals' | 'statistics' | 'audit'>>;
}>;

export const CANARY = 'Kanarie-Vogelzang';

export const BAD_TOKENS = [
  '',
  'nonsense',
  '%%%',
  ...[[], {}, null, 7, [1], ['1', 'x'], [1, 'x'], [1.5, '0123456789ABCDEF'], [1, '0123456789ABCDEF', 2]].map(
    (content) => Buffer.from(JSON.stringify(content)).toString('base64url'),
  ),
];

export const digest = (number: number): string => String(number).padStart(64, '0');

/** Without the mark of a settled state, which is a type only: what a store gives back. */
export const plain = (signal: Settled): Signal => signal;
export const byId = <T extends { readonly id: string }>(items: readonly T[]): T[] =>
  [...items].sort((one, other) => (one.id < other.id ? -1 : 1));
export const ids = (items: readonly { readonly id: SignalId }[]): SignalId[] => items.map(({ id }) => id);
export const isSooner = (signals: readonly Signal[], id: SignalId): boolean =>
  signals.some((signal) => signal.id === id && signal.report.sooner);

export const sorted = (tables: object) =>
  Object.entries(tables).map(([name, rows]) => [name, rows.map((row: unknown) => JSON.stringify(row)).sort()]);

export async function added(signals: SignalStore, signal: Settled): Promise<Settled> {
  expect(await signals.add(signal)).toEqual({ kind: 'added' });
  return signal;
}

export async function addedAll<const Signals extends readonly Settled[]>(
  signals: SignalStore,
  all: Signals,
): Promise<Signals> {
  for (const signal of all) await added(signals, signal);
  return all;
}

export const assignedTo = (ownerId: PartnerId): Assignment => ({
  number: 1,
  ownerId,
  neighbourhoodId: neighbourhoodId('oude-noorden'),
  since: NOW,
  formerOwners: [],
});
export const ownedBy = (ownerId: PartnerId, changes: Partial<Signal> = {}): Settled =>
  anAssignedSignal({ assignment: assignedTo(ownerId), ...changes });
export function aClosedSignal(changes: Partial<Signal> = {}): Settled {
  const { step: _over, ...rest } = ownedBy(partnerId('centrum'));
  return aSignal({
    ...rest,
    status: 'closed',
    closing: { at: NOW, outcome: 'moved' },
    expiresAt: plusElapsed(NOW, DAY),
    ...changes,
  });
}
/** Due, owned, and open to a backup. */
export const inEveryList = (changes: Partial<Signal> = {}): Settled =>
  anAssignedSignal({
    assignment: {
      ...assignedTo(partnerId('centrum')),
      backup: { partnerId: partnerId('noord'), invitedAt: NOW },
    },
    nextAt: NOW,
    ...changes,
  });
export const everyList = async (signals: SignalStore): Promise<unknown[]> => [
  ...(await signals.listByOwner(partnerId('centrum'), 'open', { limit: 10 })).items,
  ...(await signals.listByOwner(partnerId('centrum'), 'closed', { limit: 10 })).items,
  ...(await signals.listByBackup(partnerId('noord'), { limit: 10 })).items,
];

export async function allPages<Item>(
  list: (page: PageRequest) => Promise<Page<Item>>,
  limit: number,
): Promise<(readonly Item[])[]> {
  const pages: (readonly Item[])[] = [];
  let after: string | undefined;
  do {
    const { items, next } = await list({ limit, ...(after && { after }) });
    pages.push(items);
    after = next;
  } while (after && pages.length < 100);
  return pages;
}
