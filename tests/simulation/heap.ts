/** What comes first leaves first; of what comes at once, what was put in first. */
export type Heap<Item> = {
  readonly size: () => number;
  put(at: number, item: Item): void;
  /** The moment of the first one. `Infinity` when empty. */
  first(): number;
  peek(): Item | undefined;
  take(): Item | undefined;
};

type Entry<Item> = { readonly at: number; readonly order: number; readonly item: Item };

export function heap<Item>(): Heap<Item> {
  const entries: Entry<Item>[] = [];
  let order = 0;
  const before = (one: Entry<Item>, other: Entry<Item>): boolean =>
    one.at < other.at || (one.at === other.at && one.order < other.order);

  const rise = (from: number, entry: Entry<Item>): void => {
    let place = from;
    while (place > 0) {
      const above = entries[(place - 1) >> 1]!;
      if (!before(entry, above)) break;
      entries[place] = above;
      place = (place - 1) >> 1;
    }
    entries[place] = entry;
  };
  const sink = (entry: Entry<Item>): void => {
    let place = 0;
    for (;;) {
      let below = 2 * place + 1;
      if (below >= entries.length) break;
      if (below + 1 < entries.length && before(entries[below + 1]!, entries[below]!)) below += 1;
      const lesser = entries[below]!;
      if (!before(lesser, entry)) break;
      entries[place] = lesser;
      place = below;
    }
    entries[place] = entry;
  };

  return {
    size: () => entries.length,
    put(at, item) {
      const entry = { at, order: order++, item };
      entries.push(entry);
      rise(entries.length - 1, entry);
    },
    first: () => entries[0]?.at ?? Number.POSITIVE_INFINITY,
    peek: () => entries[0]?.item,
    take() {
      const first = entries[0];
      const last = entries.pop();
      if (last && entries.length > 0) sink(last);
      return first?.item;
    },
  };
}
