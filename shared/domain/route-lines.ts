import { MAX_HOUSE_NUMBER, parsePostcode } from './address.ts';
import { type CsvRow, readCsv } from './csv-rows.ts';
import type { Neighbourhood } from './directory.ts';
import type { NeighbourhoodId } from './ids.ts';
import type { PostcodeRoutes } from './routing.ts';

/**
 * Routes as a list that people keep in a spreadsheet: a postcode and a neighbourhood on a line, with a semicolon, a tab or a comma between. A
 * postcode is `3034`, `3021-3029`, `3034 AA-BZ`, `3034AB`, or `3034AB 12` for one house number; the most exact one wins.
 */

/** `line` counts from 1; `other` is the line that it contradicts. */
export type LineProblem = {
  readonly line: number;
  readonly code: 'columns' | 'postcode' | 'backwards' | 'neighbourhood' | 'twice';
  readonly other?: number;
};

export type RouteReading =
  | {
      readonly kind: 'read';
      readonly routes: readonly PostcodeRoutes[];
      /** Four digits without a line of their own: what no line names goes where most of their lines go. */
      readonly assumed: readonly string[];
    }
  | { readonly kind: 'wrong'; readonly problems: readonly LineProblem[] };

type Named = Pick<Neighbourhood, 'id' | 'name'>;
type Whole = { readonly to: NeighbourhoodId; readonly line: number };
type Range = Whole & { readonly from: string; readonly until: string };
type House = Whole & { readonly letters: string; readonly houseNumber: number };
type District = { whole?: Whole; readonly ranges: Range[]; readonly houses: House[] };

/** Says all that is wrong, line by line; nothing of a list with a mistake is used. */
export function readRouteLines(text: string, neighbourhoods: readonly Named[]): RouteReading {
  const named = new Map(neighbourhoods.flatMap(({ id, name }) => [[plain(name), id] as const, [id, id] as const]));
  const districts = new Map<string, District>();
  const problems: LineProblem[] = [];
  for (const { line, cells } of linesOf(text)) {
    const [what, where] = cells;
    if (!what || !where || cells.length !== 2) {
      problems.push({ line, code: 'columns' });
      continue;
    }
    const entry = entryOf(what);
    const to = named.get(plain(where));
    if (typeof entry === 'string') problems.push({ line, code: entry });
    if (!to) problems.push({ line, code: 'neighbourhood' });
    if (typeof entry !== 'string' && to) problems.push(...put(districts, entry, { line, to }));
  }
  for (const { ranges } of districts.values()) problems.push(...overlaps(ranges));
  if (problems.length > 0)
    return { kind: 'wrong', problems: [...problems].sort((one, other) => one.line - other.line) };

  const sorted = [...districts].sort(([one], [other]) => (one < other ? -1 : 1));
  return {
    kind: 'read',
    routes: sorted.map(([fourDigits, district]) => routesOf(fourDigits, district)),
    assumed: sorted.filter(([, { whole }]) => !whole).map(([fourDigits]) => fourDigits),
  };
}

/** The same list again, as short as can be. A neighbourhood that is gone is written by its id. */
export function writeRouteLines(routes: readonly PostcodeRoutes[], neighbourhoods: readonly Named[]): string {
  const names = new Map(neighbourhoods.map(({ id, name }) => [id, name]));
  const line = (what: string, to: NeighbourhoodId): string => `${what};${cellOf(names.get(to) ?? to)}`;
  return routes
    .flatMap(({ fourDigits, neighbourhoodId, ranges = [], exceptions = [] }) => [
      line(fourDigits, neighbourhoodId),
      ...ranges.map(({ from, until, neighbourhoodId: to }) =>
        line(from === until ? `${fourDigits}${from}` : `${fourDigits} ${from}-${until}`, to),
      ),
      ...exceptions.map(({ postcode, houseNumber, neighbourhoodId: to }) => line(`${postcode} ${houseNumber}`, to)),
    ])
    .join('\n');
}

/** Only a name that would be read as more than one cell, or as another name, needs quotes. */
const cellOf = (name: string): string => (/[\t;"]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name);
const plain = (name: string): string => name.trim().toLowerCase();

/** A first line without a digit before the separator is a heading. Empty cells at the end of a line are none. */
function linesOf(text: string): readonly CsvRow[] {
  const [first, ...others] = readCsv(text).map(({ line, cells }) => ({ line, cells: withoutEnd(cells) }));
  if (!first) return [];
  return /\d/.test(first.cells[0] ?? '') ? [first, ...others] : others;
}

const withoutEnd = (cells: readonly string[]): readonly string[] =>
  cells.length > 2 && cells.at(-1) === '' ? withoutEnd(cells.slice(0, -1)) : cells;

type Entry =
  | { readonly kind: 'whole'; readonly from: number; readonly until: number }
  | { readonly kind: 'range'; readonly fourDigits: string; readonly from: string; readonly until: string }
  | { readonly kind: 'house'; readonly fourDigits: string; readonly letters: string; readonly houseNumber: number };

const DISTRICTS = /^([1-9]\d{3})(?: ?- ?([1-9]\d{3}))?$/;
const LETTERS = /^([1-9]\d{3}) ?([A-Z]{2})(?: ?- ?(?:([1-9]\d{3}) ?)?([A-Z]{2}))?$/;
const HOUSE = /^([1-9]\d{3} ?[A-Z]{2}) +(\d{1,5})$/;

function entryOf(typed: string): Entry | 'postcode' | 'backwards' {
  const text = typed.toUpperCase();
  const [, first, last] = DISTRICTS.exec(text) ?? [];
  if (first) {
    const [from, until] = [Number(first), Number(last ?? first)];
    return from > until ? 'backwards' : { kind: 'whole', from, until };
  }
  const [, digits, from, sameDigits, until] = LETTERS.exec(text) ?? [];
  if (digits && from) {
    if (sameDigits && sameDigits !== digits) return 'postcode';
    return from > (until ?? from) ? 'backwards' : { kind: 'range', fourDigits: digits, from, until: until ?? from };
  }
  const [, house = '', number] = HOUSE.exec(text) ?? [];
  const postcode = parsePostcode(house);
  const houseNumber = Number(number);
  if (!postcode || houseNumber < 1 || houseNumber > MAX_HOUSE_NUMBER) return 'postcode';
  return { kind: 'house', fourDigits: postcode.slice(0, 4), letters: postcode.slice(4), houseNumber };
}

function put(districts: Map<string, District>, entry: Entry, { line, to }: Whole): LineProblem[] {
  const district = (fourDigits: string): District => {
    const known = districts.get(fourDigits) ?? { ranges: [], houses: [] };
    districts.set(fourDigits, known);
    return known;
  };
  switch (entry.kind) {
    case 'whole': {
      const problems: LineProblem[] = [];
      for (let digits = entry.from; digits <= entry.until; digits += 1) {
        const known = district(String(digits));
        if (known.whole) problems.push({ line, code: 'twice', other: known.whole.line });
        else known.whole = { line, to };
      }
      return problems.slice(0, 1);
    }
    case 'range':
      district(entry.fourDigits).ranges.push({ line, to, from: entry.from, until: entry.until });
      return [];
    case 'house': {
      const { houses } = district(entry.fourDigits);
      const { letters, houseNumber } = entry;
      const before = houses.find((one) => one.letters === letters && one.houseNumber === houseNumber);
      if (before) return [{ line, code: 'twice', other: before.line }];
      houses.push({ line, to, letters, houseNumber });
      return [];
    }
  }
}

const inOrder = (ranges: readonly Range[]): Range[] =>
  [...ranges].sort((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : one.line - other.line));

function overlaps(ranges: readonly Range[]): LineProblem[] {
  const problems: LineProblem[] = [];
  let widest: Range | undefined;
  for (const range of inOrder(ranges)) {
    if (widest && range.from <= widest.until) {
      const [early, late] = [Math.min(widest.line, range.line), Math.max(widest.line, range.line)];
      problems.push({ line: late, code: 'twice', other: early });
    }
    if (!widest || range.until > widest.until) widest = range;
  }
  return problems;
}

function routesOf(fourDigits: string, { whole, ranges, houses }: District): PostcodeRoutes {
  const neighbourhoodId = whole?.to ?? mostOf([...ranges, ...houses]);
  const exact = joined(inOrder(ranges)).filter(({ to }) => to !== neighbourhoodId);
  const exceptions = houses.flatMap(({ letters, houseNumber, to }) => {
    const postcode = parsePostcode(fourDigits + letters);
    return postcode ? [{ postcode, houseNumber, neighbourhoodId: to }] : [];
  });
  return {
    fourDigits,
    neighbourhoodId,
    ...(exact.length > 0 && { ranges: exact.map(({ from, until, to }) => ({ from, until, neighbourhoodId: to })) }),
    ...(exceptions.length > 0 && { exceptions }),
  };
}

/** A list of single postcodes becomes one of ranges: neighbours that go the same way are one. */
function joined(ranges: readonly Range[]): Range[] {
  const all: Range[] = [];
  for (const range of ranges) {
    const before = all.at(-1);
    if (before && before.to === range.to && next(before.until) === range.from)
      all[all.length - 1] = { ...before, until: range.until };
    else all.push(range);
  }
  return all;
}

const A = 65;
/** `AZ` → `BA`. */
function next(letters: string): string {
  const value = (letters.charCodeAt(0) - A) * 26 + (letters.charCodeAt(1) - A) + 1;
  return String.fromCharCode(A + Math.floor(value / 26), A + (value % 26));
}

/** Of two that are named as often, the first. */
function mostOf([first, ...rest]: readonly Whole[]): NeighbourhoodId {
  if (!first) throw new RangeError('a district without a line');
  const counts = new Map<NeighbourhoodId, number>();
  for (const { to } of [first, ...rest]) counts.set(to, (counts.get(to) ?? 0) + 1);
  return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most), [first.to, 0] as const)[0];
}
