import * as z from 'zod/mini';
import type { SignalId } from '#shared/domain/ids.ts';
import { STATUSES } from '#shared/domain/signal.ts';
import type { SignalRow } from '#shared/ports/signal-store.ts';
import { instant, neighbourhoodId, partnerId, signalId } from './row-fields.ts';

/** A row of `by-owner` or `by-backup`. Not strict: a projection that is still being rebuilt may hold more. */
const listRow = z.object({
  pk: signalId,
  status: z.enum(STATUSES),
  ownerId: partnerId,
  neighbourhoodId: z.exactOptional(neighbourhoodId),
  deadline: instant,
  listOrder: z.number(),
  practice: z.exactOptional(z.unknown()),
});

export type ListEntry = { readonly row: SignalRow; readonly listOrder: number };

export function listEntryFrom(item: unknown): ListEntry {
  const { pk, listOrder, practice, ...rest } = listRow.parse(item);
  return { row: { id: pk, ...rest, ...(practice !== undefined && { practice: true }) }, listOrder };
}

const keysOnly = z.object({ pk: signalId });

/** An entry of `due` `by-address` or `by-mail-trouble`, which hold keys only. */
export const idFromKeys = (item: unknown): SignalId => keysOnly.parse(item).pk;

/** More signals at one address than this are no signals. */
export const MOST_AT_ADDRESS = 50;

/** Several owners' lists as one: by urgency, then by owner; what one owner's list says is equal stays in that list's order. */
export const merged = (lists: readonly (readonly ListEntry[])[]): ListEntry[] =>
  lists
    .flat()
    .sort(
      (one, other) =>
        one.listOrder - other.listOrder ||
        (one.row.ownerId === other.row.ownerId ? 0 : one.row.ownerId < other.row.ownerId ? -1 : 1),
    );
