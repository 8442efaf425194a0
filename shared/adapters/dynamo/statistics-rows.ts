import type { ErasureOf } from '#shared/domain/erasure.ts';
import type { Fact } from '#shared/domain/fact.ts';
import { factKey, ledgerKey, proofKey } from './keys.ts';

/** Rows of the table that outlives the signals: facts that belong to nobody, what was erased when, and proofs of erasure. */

export const rowOfFact = ({ id, ...fact }: Fact) => ({ ...factKey({ id, month: fact.month }), kind: 'fact', ...fact });

export const rowOfLedger = ({ id, day, removeAt }: ErasureOf['ledger']) => ({
  ...ledgerKey(day, id),
  kind: 'ledger',
  day,
  ttl: removeAt,
});

export const rowOfProof = ({ hash, day, removeAt }: NonNullable<ErasureOf['proof']>) => ({
  ...proofKey(hash),
  kind: 'proof',
  day,
  ttl: removeAt,
});
