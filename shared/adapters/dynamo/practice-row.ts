import * as z from 'zod/mini';
import type { Fact } from '#shared/domain/fact.ts';
import { type Practice, practiceOf } from '#shared/domain/practice.ts';
import type { Signal } from '#shared/domain/signal.ts';
import type { AuditLine } from '#shared/ports/audit-trail.ts';
import { practiceKey } from './keys.ts';
import { type FieldsOf, instant, partnerId, signalId } from './row-fields.ts';
import { rowOfFact } from './statistics-rows.ts';

const practiceRow = z.pipe(
  z.object({
    kind: z.literal('practice'),
    ...({
      signalId,
      partnerId,
      sentAt: instant,
      before: instant,
      reactedAt: z.exactOptional(instant),
      mail: z.enum(['arrived', 'failed', 'under-way']),
    } satisfies FieldsOf<Omit<Practice, 'removeAt'>>),
    ttl: instant,
  }),
  z.transform(({ kind: _kind, ttl, ...practice }): Practice => ({ ...practice, removeAt: ttl })),
);
export const practiceFromRow = (item: unknown): Practice => practiceRow.parse(item);

const rowOfPractice = ({ removeAt, ...practice }: Practice) => ({
  ...practiceKey(practice),
  kind: 'practice',
  ...practice,
  ttl: removeAt,
});

/** What a change leaves in the statistics: the fact of a real signal; of a practice how the partner did, so that no figure can count it. */
export function rowOfFactOrPractice(signal: Signal, { by, at }: AuditLine, fact: Fact) {
  const practice = practiceOf(signal, by === 'system' ? undefined : at);
  return practice ? rowOfPractice(practice) : rowOfFact(fact);
}
