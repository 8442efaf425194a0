import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { publicStatusOf, STATUSES } from '#shared/domain/signal.ts';
import type { StatusReader } from '#shared/ports/signal-store.ts';
import { signalKey } from './keys.ts';
import { instant, signalId } from './row-fields.ts';
import { TABLES } from './table-schema.ts';

/**
 * IAM compares `dynamodb:Attributes` with the attributes that a request names, and without a projection it names none: so the projection
 * is what makes the grant hold, and must be exactly this list.
 */
const PROJECTION = Object.fromEntries(TABLES.signals.statusAttributes.map((name) => [`#${name}`, name]));

const projected = z.discriminatedUnion('kind', [
  z.object({
    pk: signalId,
    kind: z.literal('signal'),
    status: z.enum(STATUSES),
    expiresAt: z.exactOptional(instant),
    quietUntil: z.exactOptional(instant),
  }),
  z.object({ pk: signalId, kind: z.literal('erased') }),
]);

export const dynamoStatusReader = (db: DynamoDBDocumentClient, TableName: string): StatusReader => ({
  async statusOf(id, now) {
    const { Item } = await db.send(
      new GetCommand({
        TableName,
        Key: signalKey(id),
        ConsistentRead: true,
        ProjectionExpression: Object.keys(PROJECTION).join(', '),
        ExpressionAttributeNames: PROJECTION,
      }),
    );
    const found = Item && projected.parse(Item);
    if (found?.kind !== 'signal') return undefined;
    return found.expiresAt === undefined || now < found.expiresAt ? publicStatusOf(found, now) : undefined;
  },
});
