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

export type RowEntry = { readonly row: SignalRow; readonly id: SignalId; readonly order: number };

export function rowEntryFrom(item: unknown): RowEntry {
  const { pk, listOrder, practice, ...rest } = listRow.parse(item);
  return { row: { id: pk, ...rest, ...(practice !== undefined && { practice: true }) }, id: pk, order: listOrder };
}

const keysOnly = z.object({ pk: signalId });

/** An entry of an index that holds keys only. */
export const idFromKeys = (item: unknown): SignalId => keysOnly.parse(item).pk;

/** An entry of a list: which partition it lies in, by name, and where. */
export type ListEntry = { readonly id: SignalId; readonly order: number; readonly partition: string };

/** `item`: a row with at least its keys and the sort key of the index. */
export const listEntryFrom = (item: Record<string, unknown>, sortKey: string, partition: string): ListEntry => ({
  id: idFromKeys(item),
  order: z.int().parse(item[sortKey]),
  partition,
});

/** More signals at one address than this are no signals. */
export const MOST_AT_ADDRESS = 50;
