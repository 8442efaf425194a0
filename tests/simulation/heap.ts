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

  const rise = (from: number): void => {
    let place = from;
    while (place > 0) {
      const above = (place - 1) >> 1;
      if (!before(entries[place]!, entries[above]!)) return;
      swap(place, above);
      place = above;
    }
  };
  const sink = (): void => {
    let place = 0;
    for (;;) {
      let least = place;
      for (const below of [2 * place + 1, 2 * place + 2])
        if (below < entries.length && before(entries[below]!, entries[least]!)) least = below;
      if (least === place) return;
      swap(place, least);
      place = least;
    }
  };
  const swap = (one: number, other: number): void => {
    const kept = entries[one]!;
    entries[one] = entries[other]!;
    entries[other] = kept;
  };

  return {
    size: () => entries.length,
    put(at, item) {
      entries.push({ at, order: order++, item });
      rise(entries.length - 1);
    },
    first: () => entries[0]?.at ?? Number.POSITIVE_INFINITY,
    peek: () => entries[0]?.item,
    take() {
      const first = entries[0];
      const last = entries.pop();
      if (first && last && entries.length > 0) {
        entries[0] = last;
        sink();
      }
      return first?.item;
    },
  };
}
