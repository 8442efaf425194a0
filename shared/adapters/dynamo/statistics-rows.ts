import * as z from 'zod/mini';
import type { ErasureOf } from '#shared/domain/erasure.ts';
import type { Fact } from '#shared/domain/fact.ts';
import type { SignalId } from '#shared/domain/ids.ts';
import type { Count } from '#shared/ports/counter-store.ts';
import { countedUnder, factKey, ledgerKey, proofKey } from './keys.ts';
import { key, signalId } from './row-fields.ts';

/** Rows of the table that outlives the signals: facts that belong to nobody, what was erased when, and proofs of erasure. */

export const rowOfFact = ({ id, ...fact }: Fact) => ({ ...factKey({ id, month: fact.month }), kind: 'fact', ...fact });

export const rowOfLedger = ({ id, day, removeAt }: ErasureOf['ledger']) => ({
  ...ledgerKey(day, id),
  kind: 'ledger',
  day,
  ttl: removeAt,
});

const ledgerRow = z.object({ sk: signalId });
export const endedFromRow = (item: unknown): SignalId => ledgerRow.parse(item).sk;

export const rowOfProof = ({ hash, day, removeAt }: NonNullable<ErasureOf['proof']>) => ({
  ...proofKey(hash),
  kind: 'proof',
  day,
  ttl: removeAt,
});

const counterRow = z.strictObject({ pk: key, sk: key, kind: z.literal('counter'), count: z.int() });
export function countFromRow(item: unknown): Count {
  const { sk, count } = counterRow.parse(item);
  const what = countedUnder(sk);
  if (!what) throw new RangeError('a counter counts something unknown');
  return { what, count };
}
