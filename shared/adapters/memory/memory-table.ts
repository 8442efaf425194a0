/** A row as a table gives it back: plain data. */
export type Row = Readonly<Record<string, unknown>>;
export type RowKey = { readonly pk: string; readonly sk?: string };

export type MemoryTable = {
  get(key: RowKey): Row | undefined;
  put(row: RowKey & Row): void;
  remove(key: RowKey): void;
  rows(): readonly Row[];
};

/**
 * A table that forgets who wrote what: rows go in and out as copies, so nobody can change one by holding on to it. Fields without a
 * value are dropped, as the document client does.
 */
export function memoryTable(): MemoryTable {
  const rows = new Map<string, string>();
  const place = ({ pk, sk }: RowKey): string => JSON.stringify(sk === undefined ? [pk] : [pk, sk]);
  const read = (text: string): Row => JSON.parse(text);
  return {
    get(key) {
      const text = rows.get(place(key));
      return text === undefined ? undefined : read(text);
    },
    put(row) {
      rows.set(place(row), JSON.stringify(row));
    },
    remove(key) {
      rows.delete(place(key));
    },
    rows: () => [...rows.values()].map(read),
  };
}
