import * as z from 'zod/mini';
import { DERIVED_ATTRIBUTES, SIGNAL_ATTRIBUTES, signalFromRow } from '#shared/adapters/dynamo/signal-from-row.ts';
import type { Row } from '#shared/adapters/memory/memory-table.ts';

type Found = ReturnType<typeof signalFromRow>;
type Values = Record<string, unknown>;
type Read = { readonly row: Row; readonly found: Found };

/** Told by no signal. The first row of a signal is read whole, these included. */
const BESIDE: ReadonlySet<string> = new Set(['pk', 'kind', ...Object.keys(DERIVED_ATTRIBUTES)]);
const SCHEMAS: Readonly<Record<string, z.core.$ZodType>> = SIGNAL_ATTRIBUTES;

/**
 * Reads rows as the stores do, but nothing twice: neither a row that was read before, nor the parts of it that the row before it had too. Rows
 * are never changed, only replaced; what the parser gave is what the parser would give of it.
 */
export function readOnce(): typeof signalFromRow {
  const known = new WeakMap<object, Found>();
  const before = new Map<unknown, Read>();
  return (given) => {
    if (typeof given !== 'object' || given === null) return signalFromRow(given);
    const there = known.get(given);
    if (there) return there;
    const row = given as Row;
    const last = before.get(row['pk']);
    const found = row['kind'] === 'signal' && last?.found.kind === 'signal' ? readAgain(row, last) : signalFromRow(row);
    known.set(row, found);
    if (found.kind === 'signal') before.set(row['pk'], { row, found });
    else before.delete(row['pk']);
    return found;
  };
}

function readAgain(row: Row, last: Read): Found {
  if (last.found.kind !== 'signal') return signalFromRow(row);
  const signal = last.found.signal as unknown as Values;
  const values: Values = { id: row['pk'] };
  for (const name of Object.keys(row)) {
    if (BESIDE.has(name)) continue;
    const schema = SCHEMAS[name];
    // An attribute that no signal has: the whole parser says so.
    if (!schema) return signalFromRow(row);
    const [value, known] = [row[name], signal[name]];
    values[name] =
      known !== undefined && (value === known || value === last.row[name]) ? known : readPart(schema, value, known);
  }
  return { kind: 'signal', signal: values } as unknown as Found;
}

/** Of a list that grew, what was added; of a collection, what is another than before. */
function readPart(schema: z.core.$ZodType, value: unknown, known: unknown): unknown {
  if (Array.isArray(value) && Array.isArray(known)) {
    const same = value.findIndex((one, place) => one !== known[place]);
    if (same > 0) return [...known.slice(0, same), ...(z.parse(schema, value.slice(same)) as unknown[])];
  } else if (schema === SIGNAL_ATTRIBUTES.mails && typeof value === 'object' && value !== null) {
    const [mails, had] = [value as Values, known as Values];
    const other = Object.fromEntries(Object.entries(mails).filter(([key, one]) => one !== had[key]));
    return { ...mails, ...(z.parse(schema, other) as Values) };
  }
  return z.parse(schema, value);
}
