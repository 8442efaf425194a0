import * as z from 'zod/mini';
import type { ErasureOf } from '#shared/domain/erasure.ts';
import type { Fact } from '#shared/domain/fact.ts';
import { STATUSES } from '#shared/domain/signal.ts';
import { ABOUT, CONSENTS, REASONS, REFERRALS, REPORTER_KINDS } from '#shared/domain/words.ts';
import type { Count } from '#shared/ports/counter-store.ts';
import { countedUnder, factKey, ledgerKey, proofKey } from './keys.ts';
import { count, type FieldsOf, factId, key, neighbourhoodId, partnerId } from './row-fields.ts';

/** Rows of the table that outlives the signals: facts that belong to nobody, what was erased when, and proofs of erasure. */

export const rowOfFact = ({ id, ...fact }: Fact) => ({ ...factKey({ id, month: fact.month }), kind: 'fact', ...fact });

const hours = z.exactOptional(count);
const yesOrNo = z.exactOptional(z.boolean());
/** Not strict: facts stay for good and are only read, so one of a newer version may hold more than this one knows. */
const factRow = z.pipe(
  z.object({
    sk: factId,
    ...({
      month: z.string(),
      neighbourhoodId: z.exactOptional(neighbourhoodId),
      ownerId: z.exactOptional(partnerId),
      about: z.enum(ABOUT),
      reporterKind: z.enum([...REPORTER_KINDS, 'resident']),
      reasons: z.array(z.enum(REASONS)),
      status: z.enum([...STATUSES, 'erased', 'expired']),
      outcome: z.exactOptional(z.string()),
      hoursToTriage: hours,
      hoursToFirstAttempt: hours,
      triagedInTime: yesOrNo,
      visitedPreferred: yesOrNo,
      visitedInTime: yesOrNo,
      attempts: count,
      consent: z.exactOptional(z.enum(CONSENTS)),
      referrals: z.array(z.enum(REFERRALS)),
    } satisfies FieldsOf<Omit<Fact, 'id'>>),
  }),
  z.transform(({ sk, ...fact }): Fact => ({ id: sk, ...fact })),
);
export const factFromRow = (item: unknown): Fact => factRow.parse(item);

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

const counterRow = z.strictObject({ pk: key, sk: key, kind: z.literal('counter'), count: z.int() });
export function countFromRow(item: unknown): Count {
  const { sk, count } = counterRow.parse(item);
  const what = countedUnder(sk);
  if (!what) throw new RangeError('a counter counts something unknown');
  return { what, count };
}
