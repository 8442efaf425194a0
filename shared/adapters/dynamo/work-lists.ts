import type { Apart } from '#shared/domain/work-filter.ts';
import type { ListPart, WorkList } from '#shared/ports/signal-lists.ts';
import { areaListKey, attentionKey, MAIL_TROUBLE, ownerListKey, REQUESTS, townListKey, visitorKey } from './keys.ts';
import { kindsOf, townKindsOf } from './kinds.ts';
import { type Span, spansOf, WHOLE } from './list-order.ts';
import { SHARDS, TABLES } from './table-schema.ts';

const { byOwner, byTown, byArea, byAttention, byMailTrouble, byVisitor, byRequest } = TABLES.signals.indexes;

/** One partition of an index. `name` tells it from the other partitions of the same list: a page token says in which one it ended. */
export type Partition = { readonly name: string; readonly key: string };
/** Where a list lies: in which stretches of which partitions of an index. */
export type Place = {
  readonly index:
    | typeof byOwner
    | typeof byTown
    | typeof byArea
    | typeof byAttention
    | typeof byMailTrouble
    | typeof byVisitor
    | typeof byRequest;
  readonly partitions: readonly Partition[];
  readonly spans: readonly Span[];
};

export function placeOf(list: WorkList): Place {
  switch (list.of) {
    case 'owner':
      return placeOfOwner(list);
    case 'neighbourhood': {
      const partitions = kindsOf(list.part).map((kind) => ({ name: kind, key: areaListKey(list.id, kind) }));
      return { index: byArea, partitions, spans: spansIn(list.part) };
    }
    case 'town':
      return placeOfTown(list);
    case 'visitor':
      return { index: byVisitor, partitions: [{ name: list.id, key: visitorKey(list.id) }], spans: [WHOLE] };
    case 'requests':
      return { index: byRequest, partitions: [itself(REQUESTS)], spans: [WHOLE] };
  }
}

/** What an owner has open is one partition: the list that is opened most is one query. */
function placeOfOwner({ id, part }: Extract<WorkList, { of: 'owner' }>): Place {
  if (part === 'closed' || typeof part === 'object') {
    const key = ownerListKey(id, part === 'closed' ? 'closed' : 'open');
    return { index: byOwner, partitions: [{ name: id, key }], spans: spansOf(part) };
  }
  const partitions = kindsOf(part).map((kind) => ({ name: kind, key: attentionKey(id, kind) }));
  return { index: byAttention, partitions, spans: [WHOLE] };
}

function placeOfTown({ part }: Extract<WorkList, { of: 'town' }>): Place {
  if (part === 'mail') return { index: byMailTrouble, partitions: [itself(MAIL_TROUBLE)], spans: [WHOLE] };
  const keys = townKindsOf(part).flatMap((kind) => SHARDS.map((shard) => townListKey(kind, shard)));
  return { index: byTown, partitions: [...new Set(keys)].map(itself), spans: spansIn(part) };
}

const spansIn = (part: ListPart | Apart): readonly Span[] =>
  part === 'closed' || typeof part === 'object' ? spansOf(part) : [WHOLE];

const itself = (key: string): Partition => ({ name: key, key });
