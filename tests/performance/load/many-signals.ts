import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { putOf, writeAll } from '#shared/adapters/dynamo/batch.ts';
import { rowOfSignal } from '#shared/adapters/dynamo/signal-row.ts';
import { partnerId } from '#shared/domain/ids.ts';
import { plusElapsed } from '#shared/domain/time.ts';
import { now } from '#shared/runtime/now.ts';
import { anAssignedSignal, aSignalId, HOUR } from '#shared/testing/builders.ts';

const BATCH = 25;
const AT_ONCE = 4;

/** Open signals of thirty partners that nothing is due for, straight into the table. */
export async function addSignals(db: DynamoDBDocumentClient, TableName: string, count: number): Promise<void> {
  const receivedAt = now();
  let next = 0;
  const fill = async () => {
    while (next < count) {
      const from = next;
      next = Math.min(count, from + BATCH);
      const rows = Array.from({ length: next - from }, (_, offset) => {
        const number = from + offset;
        const signal = anAssignedSignal({
          id: aSignalId(number),
          receivedAt,
          assignment: { number: 1, ownerId: partnerId(`partner-${number % 30}`), since: receivedAt, formerOwners: [] },
        });
        // Days away: these are there to be many.
        return putOf(rowOfSignal({ ...signal, nextAt: plusElapsed(receivedAt, 24 * HOUR) }));
      });
      await writeAll(db, TableName, rows);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, fill));
}
