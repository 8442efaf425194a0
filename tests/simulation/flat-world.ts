import { factFromRow } from '#shared/adapters/dynamo/fact-row.ts';
import { idFromKeys } from '#shared/adapters/dynamo/index-rows.ts';
import { factMonth, ledgerOf } from '#shared/adapters/dynamo/keys.ts';
import { endedFromRow } from '#shared/adapters/dynamo/statistics-rows.ts';
import { placeOf } from '#shared/adapters/dynamo/work-lists.ts';
import { memorySignalLists } from '#shared/adapters/memory/memory-signal-lists.ts';
import { memorySignalStore } from '#shared/adapters/memory/memory-signal-store.ts';
import { memoryStatisticsReader } from '#shared/adapters/memory/memory-statistics-reader.ts';
import type { MemoryTable, Row, RowKey } from '#shared/adapters/memory/memory-table.ts';
import type { MemoryWorld } from '#shared/adapters/memory/memory-world.ts';
import type { Fact } from '#shared/domain/fact.ts';
import type { ErasureLedger } from '#shared/ports/erasure-ledger.ts';
import type { SignalCensus } from '#shared/ports/signal-census.ts';
import type { SignalLists } from '#shared/ports/signal-lists.ts';
import type { SignalStore } from '#shared/ports/signal-store.ts';
import type { StatisticsReader } from '#shared/ports/statistics-reader.ts';
import { heap } from './heap.ts';
import { readOnce } from './read-once.ts';

/** Told of every write, at the table itself: below the stores, so that no store can hide one. */
export type Watcher = {
  signalPut(before: Row | undefined, row: Row): void;
  signalRemoved(before: Row): void;
  auditPut(row: Row): void;
  statisticsPut(row: Row): void;
};

export type FlatWorld = {
  readonly world: MemoryWorld;
  /** The memory store, with indexes, so that a list or a sweep costs what it finds and not what the table holds. */
  readonly signals: SignalStore & SignalLists;
  /** What the index of next moments knows of, late as it is. */
  readonly census: SignalCensus;
  /** Of which a look costs what is new under the keys that are asked for. */
  readonly books: { readonly statistics: StatisticsReader; readonly ledger: ErasureLedger };
  /** Seconds since 1970 of the first moment on the index of what is due. `Infinity` when the table is empty. */
  firstDue(): number;
};

/** Rows are handed in and out as they are: the stores parse what they read into new objects, and the domain changes none. */
function flatTable(onPut: (row: Row, before: Row | undefined) => void, onRemove: (before: Row) => void): MemoryTable {
  const rows = new Map<string, Row>();
  const place = ({ pk, sk }: RowKey): string => (sk === undefined ? pk : `${pk} ${sk}`);
  return {
    get: (key) => rows.get(place(key)),
    put(row) {
      const key = place(row);
      const before = rows.get(key);
      rows.set(key, row);
      onPut(row, before);
    },
    remove(key) {
      const before = rows.get(place(key));
      rows.delete(place(key));
      if (before) onRemove(before);
    },
    rows: () => [...rows.values()],
  };
}

const nothing = (): void => {};
const rowsOf = (row: Row | undefined): Row[] => (row ? [row] : []);

/** `indexLag`: how long a write takes to reach the indexes, by running what it is given when it does. */
export function flatWorld(watch: Watcher, indexLag: (update: () => void) => void): FlatWorld {
  const due = dueIndex();
  const lists = {
    ownerList: listIndex(),
    backupList: listIndex(),
    addressHash: listIndex(),
    letterHash: listIndex(),
    mailTrouble: listIndex(),
    attention: listIndex(),
    townList: listIndex(),
    areaList: listIndex(),
    visitorId: listIndex(),
    requestList: listIndex(),
  };
  const signals = flatTable(
    (row, before) => {
      watch.signalPut(before, row);
      const id = String(row['pk']);
      indexLag(() => reindex(id));
    },
    (before) => {
      watch.signalRemoved(before);
      const id = String(before['pk']);
      indexLag(() => reindex(id));
    },
  );
  /** Updates may be late but keep their order: what arrives is never older than what is there. */
  const reindex = (id: string): void => {
    const row = signals.get({ pk: id });
    if (row) due.move(id, Number(row['nextAt']));
    else due.remove(id);
    for (const [attribute, list] of Object.entries(lists)) list.move(id, row?.[attribute]);
  };
  const plain = (onPut: (row: Row) => void = nothing) => flatTable(onPut, nothing);
  const underKey = new Map<unknown, Map<unknown, Row>>();
  const statistics = plain((row) => {
    const rows = underKey.get(row['pk']) ?? new Map<unknown, Row>();
    underKey.set(row['pk'], rows.set(row['sk'], row));
    watch.statisticsPut(row);
  });
  const tables = {
    signals,
    directory: plain(),
    access: plain(),
    statistics,
    audit: plain(watch.auditPut),
  };
  const world: MemoryWorld = {
    ...tables,
    dump: () => ({
      signals: tables.signals.rows(),
      directory: tables.directory.rows(),
      access: tables.access.rows(),
      statistics: tables.statistics.rows(),
      audit: tables.audit.rows(),
    }),
    removeExpired() {
      throw new Error('the simulation has a time to live of its own');
    },
  };

  // The store itself decides what is due and listed; it is only shown no more than what an index would have shown it.
  const read = readOnce();
  let shown: readonly string[] = [];
  const part = {
    ...world,
    signals: { ...signals, rows: () => shown.flatMap((pk): Row[] => rowsOf(signals.get({ pk }))) },
  };
  const seen = { ...memorySignalStore(part, read), ...memorySignalLists(part) };
  const plainStore = memorySignalStore(world, read);
  return {
    world,
    signals: {
      ...plainStore,
      async due(now, limit) {
        shown = due.until(now);
        return seen.due(now, limit);
      },
      async listByOwner(ownerId, which, page) {
        shown = lists.ownerList.under(`${ownerId}#${which}`);
        return seen.listByOwner(ownerId, which, page);
      },
      async list(list, page) {
        const { index, partitions } = placeOf(list);
        shown = partitions.flatMap(({ key }) => lists[index.partitionKey].under(key));
        return seen.list(list, page);
      },
      async listByBackup(partnerId, page) {
        shown = lists.backupList.under(partnerId);
        return seen.listByBackup(partnerId, page);
      },
      async findByLetter(letterHash) {
        shown = lists.letterHash.under(letterHash);
        return seen.findByLetter(letterHash);
      },
      async listAtAddress(addressHash) {
        shown = lists.addressHash.under(addressHash);
        return seen.listAtAddress(addressHash);
      },
    },
    firstDue: due.first,
    census: { everyId: async () => due.all().map((pk) => idFromKeys({ pk })) },
    books: booksOf(world, underKey),
  };
}

/** Rows are never changed, only replaced: what was read of one is what it says. Nothing is removed here but after the longest of times. */
function booksOf(world: MemoryWorld, underKey: ReadonlyMap<unknown, ReadonlyMap<unknown, Row>>): FlatWorld['books'] {
  const known = new WeakMap<Row, Fact>();
  const factOf = (row: Row): Fact => {
    const fact = known.get(row) ?? factFromRow(row);
    known.set(row, fact);
    return fact;
  };
  const under = (pk: string): readonly Row[] => [...(underKey.get(pk)?.values() ?? [])];
  return {
    statistics: {
      ...memoryStatisticsReader(world),
      factsOf: async (months) => months.flatMap((month) => under(factMonth(month)).map(factOf)),
    },
    ledger: { endedOn: async (days) => days.flatMap((day) => under(ledgerOf(day)).map(endedFromRow)) },
  };
}

function dueIndex() {
  const moments = new Map<string, number>();
  const waiting = heap<{ readonly id: string; readonly at: number }>();
  const ripe = new Set<string>();
  const dropStale = (): void => {
    for (let top = waiting.peek(); top && moments.get(top.id) !== top.at; top = waiting.peek()) waiting.take();
  };
  const ripen = (now: number): void => {
    for (dropStale(); waiting.first() <= now; dropStale()) {
      const top = waiting.take();
      if (top) ripe.add(top.id);
    }
  };
  return {
    move(id: string, at: number) {
      moments.set(id, at);
      ripe.delete(id);
      waiting.put(at, { id, at });
    },
    remove(id: string) {
      moments.delete(id);
      ripe.delete(id);
    },
    all: (): readonly string[] => [...moments.keys()],
    until(now: number): readonly string[] {
      ripen(now);
      return [...ripe];
    },
    first(): number {
      dropStale();
      return ripe.size > 0 ? 0 : waiting.first();
    },
  };
}

function listIndex() {
  const lists = new Map<unknown, Set<string>>();
  const places = new Map<string, unknown>();
  return {
    move(id: string, to: unknown) {
      const from = places.get(id);
      if (from === to) return;
      lists.get(from)?.delete(id);
      places.delete(id);
      if (to === undefined) return;
      places.set(id, to);
      const list = lists.get(to) ?? new Set();
      lists.set(to, list.add(id));
    },
    under: (key: string): readonly string[] => [...(lists.get(key) ?? [])],
  };
}
