import type { SignalLists } from '#shared/ports/signal-lists.ts';
import { type ListEntry, listEntryFrom } from '../dynamo/index-rows.ts';
import { pageAmong } from '../dynamo/list-order.ts';
import { type PositionAmong, positionAmongIn } from '../dynamo/page-token.ts';
import { placeOf } from '../dynamo/work-lists.ts';
import type { MemoryWorld } from './memory-world.ts';

/** Finds by the very attributes that DynamoDB indexes. */
export const memorySignalLists = ({ signals }: Pick<MemoryWorld, 'signals'>): SignalLists => ({
  async list(list, { limit, after }) {
    const { index, partitions, spans } = placeOf(list);
    const from = after === undefined ? undefined : positionAmongIn(after);
    const keyed = new Map(partitions.map(({ name, key }) => [key, name]));
    const entries = signals.rows().flatMap((row) => {
      const name = keyed.get(String(row[index.partitionKey]));
      return name === undefined ? [] : [listEntryFrom(row, index.sortKey, name)];
    });
    const within = entries.filter(({ order }) => spans.some(({ from, until }) => from <= order && order <= until));
    return pageAmong([within.filter((entry) => !from || isAfter(entry, from)).sort(byOrderThenId)], limit);
  },
});

const byOrderThenId = (one: ListEntry, other: ListEntry): number =>
  one.order - other.order || (one.id < other.id ? -1 : 1);

function isAfter({ id, order, partition }: ListEntry, [lastOrder, lastId, last]: PositionAmong): boolean {
  if (order !== lastOrder) return order > lastOrder;
  return partition === last ? id > lastId : partition > last;
}
