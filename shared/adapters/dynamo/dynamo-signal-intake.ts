import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { Deadlines } from '#shared/domain/signal.ts';
import type { RequestIntake, SignalIntake, Taken } from '#shared/ports/signal-intake.ts';
import { putIf } from './conditional-write.ts';
import { type FieldsOf, instant } from './row-fields.ts';
import { rowOfIncoming, rowOfSignal } from './signal-row.ts';

/** Of the row that stands there, only this is looked at: nothing else of it leaves the adapter. */
const row = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('signal'),
    contentDigest: z.exactOptional(z.string()),
    deadlines: z.object({
      rulesVersion: z.string(),
      triageBefore: instant,
      visitPreferredBefore: instant,
      visitBefore: instant,
    } satisfies FieldsOf<Deadlines>),
  }),
  z.object({ kind: z.literal('erased') }),
]);
export const takenBy = (item: unknown): Taken => row.parse(item);

export const dynamoSignalIntake = (db: DynamoDBDocumentClient, TableName: string): SignalIntake => ({
  async add(signal) {
    const outcome = await putIf(db, {
      TableName,
      Item: rowOfSignal(signal),
      ConditionExpression: 'attribute_not_exists(pk)',
    });
    return outcome.kind === 'written' ? { kind: 'added' } : { kind: 'taken', by: takenBy(outcome.there) };
  },
});

export const dynamoRequestIntake = (db: DynamoDBDocumentClient, TableName: string): RequestIntake => ({
  async drop(request) {
    const Item = rowOfIncoming(request);
    await db.send(new PutCommand({ TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' }));
  },
});
