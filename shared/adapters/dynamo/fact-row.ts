import * as z from 'zod/mini';
import type { Fact } from '#shared/domain/fact.ts';
import { STATUSES } from '#shared/domain/signal.ts';
import { ABOUT, CONSENTS, REASONS, REFERRALS, REPORTER_KINDS } from '#shared/domain/words.ts';
import { count, type FieldsOf, factId, neighbourhoodId, partnerId } from './row-fields.ts';

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
      keptUntil: z.exactOptional(z.string()),
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
