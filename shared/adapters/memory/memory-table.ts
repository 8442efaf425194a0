/** A row as a table gives it back: plain data. */
export type Row = Readonly<Record<string, unknown>>;
export type RowKey = { readonly pk: string; readonly sk?: string };

export type MemoryTable = {
  get(key: RowKey): Row | undefined;
  put(row: RowKey & Row): void;
  remove(key: RowKey): void;
  rows(): readonly Row[];
};

/** DynamoDB limit. JSON is longer than what DynamoDB counts, so this errs on the safe side. */
const MAX_ROW_BYTES = 400 * 1_024;

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
      const text = JSON.stringify(row);
      if (Buffer.byteLength(text) > MAX_ROW_BYTES) throw new RangeError('the row is larger than a row may be');
      rows.set(place(row), text);
    },
    remove(key) {
      rows.delete(place(key));
    },
    rows: () => [...rows.values()].map(read),
  };
}
