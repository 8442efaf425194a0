import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { EpochSeconds } from '#shared/domain/time.ts';
import type { FormKeys } from '#shared/ports/form-keys.ts';
import { formKeyKey } from './keys.ts';

/** Less than this is a mistake that would go unnoticed for years; 32 characters of chance are far more than 128 bits. */
const row = z.object({ secret: z.string().check(z.minLength(32)) });

/** `newKey`: a fresh key. One write for a container and a month; what was read is remembered, what failed is asked for again. */
export function dynamoFormKeys(db: DynamoDBDocumentClient, TableName: string, newKey: () => string): FormKeys {
  const known = new Map<string, Promise<string>>();

  /** One write, so that everybody who asks at once is given the same key. */
  const read = async (month: string, removeAt: EpochSeconds): Promise<string> => {
    const { Attributes } = await db.send(
      new UpdateCommand({
        TableName,
        Key: formKeyKey(month),
        UpdateExpression: 'SET #secret = if_not_exists(#secret, :new), #ttl = :removeAt',
        ExpressionAttributeNames: { '#secret': 'secret', '#ttl': 'ttl' },
        ExpressionAttributeValues: { ':new': newKey(), ':removeAt': removeAt },
        ReturnValues: 'ALL_NEW',
      }),
    );
    return row.parse(Attributes).secret;
  };

  return {
    keyOf(month, removeAt) {
      const asked = known.get(month) ?? read(month, removeAt);
      known.set(month, asked);
      asked.catch(() => {
        if (known.get(month) === asked) known.delete(month);
      });
      return asked;
    },
  };
}
