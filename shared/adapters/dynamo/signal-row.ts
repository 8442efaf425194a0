import type { IncomingRequest } from '#shared/domain/resident-request.ts';
import type { ErasureRecord, Signal } from '#shared/domain/signal.ts';
import { dueEntryOf, indexEntriesOf } from './index-entries.ts';
import { signalKey } from './keys.ts';

export function rowOfSignal(signal: Signal) {
  const { id, ...attributes } = signal;
  return { ...signalKey(id), kind: 'signal' as const, ...attributes, ...indexEntriesOf(signal) };
}

/** A day, and when even that goes. Nothing of a list remains, so the signal leaves every list in the same write. */
export const rowOfErasure = ({ id, day, removeAt }: ErasureRecord) => ({
  ...signalKey(id),
  kind: 'erased' as const,
  day,
  ...dueEntryOf(id, removeAt),
});

/** The sweep finds it at once, as the stream does: it is due when it comes. */
export const rowOfIncoming = ({ id, letterHash, at, wish, contact }: IncomingRequest) => ({
  ...signalKey(id),
  kind: 'request' as const,
  code: letterHash,
  at,
  wish,
  ...(contact !== undefined && { contact }),
  ...dueEntryOf(id, at),
});
