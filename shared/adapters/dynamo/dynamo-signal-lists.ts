import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { SignalLists } from '#shared/ports/signal-lists.ts';
import { type ListEntry, listEntryFrom } from './index-rows.ts';
import { signalKey } from './keys.ts';
import { pageAmong, spanAfter } from './list-order.ts';
import { type PositionAmong, positionAmongIn } from './page-token.ts';
import { type Partition, type Place, placeOf } from './work-lists.ts';

/** Apart from the store of signals: only who signs in opens lists. `TableName`: that of the signals. */
export function dynamoSignalLists(db: DynamoDBDocumentClient, TableName: string): SignalLists {
  /** Of one partition of a list, at most `limit` of its stretches together, after the place where a page ended. */
  const entriesOf = async (
    { index, spans }: Place,
    partition: Partition,
    limit: number,
    from: PositionAmong | undefined,
  ): Promise<readonly ListEntry[]> => {
    const entries: ListEntry[] = [];
    for (const span of spans) {
      const rest = from ? spanAfter(span, partition, from) : span;
      if (!rest || entries.length >= limit) continue;
      const own = from?.[2] === partition.name && from[0] >= span.from;
      const { Items = [] } = await db.send(
        new QueryCommand({
          TableName,
          IndexName: index.name,
          KeyConditionExpression: '#list = :list AND #order BETWEEN :from AND :until',
          ExpressionAttributeNames: { '#list': index.partitionKey, '#order': index.sortKey },
          ExpressionAttributeValues: { ':list': partition.key, ':from': rest.from, ':until': rest.until },
          ProjectionExpression: `pk, #order`,
          Limit: limit - entries.length,
          ...(own && {
            ExclusiveStartKey: {
              ...signalKey(from[1]),
              [index.partitionKey]: partition.key,
              [index.sortKey]: from[0],
            },
          }),
        }),
      );
      entries.push(...Items.map((item) => listEntryFrom(item, index.sortKey, partition.name)));
    }
    return entries;
  };

  return {
    async list(list, { limit, after }) {
      const place = placeOf(list);
      const from = after === undefined ? undefined : positionAmongIn(after);
      // One row more than asked for says whether there is a next page.
      return pageAmong(
        await Promise.all(place.partitions.map((partition) => entriesOf(place, partition, limit + 1, from))),
        limit,
      );
    },
  };
}
