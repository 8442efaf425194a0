/**
 * What keeps small numbers from being told (docs/adr/0008). Every number is rounded down to a multiple of five, and under five it is not
 * said at all; so a number that is shown stands for five possible ones. Where totals and rows together would leave fewer than three
 * possible values for a number under five, the table that it stands in is not shown.
 */
const STEP = 5;

/** A number as it may be shown. `not-shown`: its table would give away a number under five. */
export type Shown = number | 'under-5' | 'not-shown';

export const shown = (count: number): Exclude<Shown, 'not-shown'> =>
  count < STEP ? 'under-5' : count - (count % STEP);

export type Cell = {
  /** What is shown or withheld together with it. */
  readonly table: string;
  readonly count: number;
};
/** `total` is the sum of `parts`; all of them places in the list of cells. */
export type Sum = { readonly total: number; readonly parts: readonly number[] };

/** Values that a number under five has to keep, whatever is worked out from the others. */
const VALUES_KEPT = 3;

/** The tables that have to be withheld. `sums`: every way in which the cells add up to each other. */
export function tablesToWithhold(cells: readonly Cell[], sums: readonly Sum[]): ReadonlySet<string> {
  const withheld = new Set<string>();
  for (;;) {
    const told = toldIn(cells, sums, withheld);
    if (told.size === 0) return withheld;
    for (const table of choices(cells, sums, told, withheld)) withheld.add(table);
  }
}

/** One table for each sum that tells too much: without it the others of that sum may be safe. */
function choices(
  cells: readonly Cell[],
  sums: readonly Sum[],
  told: ReadonlySet<number>,
  withheld: ReadonlySet<string>,
): ReadonlySet<string> {
  const chosen = new Set<string>();
  const tableAt = (place: number): string => cells[place]?.table ?? '';
  for (const { total, parts } of sums) {
    const here = [...parts, total];
    if (!here.some((place) => told.has(place)) || here.some((place) => chosen.has(tableAt(place)))) continue;
    const open = here.filter((place) => !withheld.has(tableAt(place)));
    const place = open.find((each) => told.has(each)) ?? open[0];
    if (place !== undefined) chosen.add(tableAt(place));
  }
  return chosen;
}

/** The places of numbers under five of which somebody who adds and subtracts would know nearly everything, shown or not. */
function toldIn(cells: readonly Cell[], sums: readonly Sum[], withheld: ReadonlySet<string>): ReadonlySet<number> {
  const { low, high } = worldOf(cells, sums, withheld);
  const told = new Set<number>();
  cells.forEach(({ count }, place) => {
    const values = (high[place] ?? 0) - (low[place] ?? 0) + 1;
    if (count < STEP && values < VALUES_KEPT) told.add(place);
  });
  return told;
}

type World = { readonly low: Float64Array; readonly high: Float64Array };

/** The least and the most that each number can be for a reader who has every table, and works out all that follows from the sums. */
function worldOf(cells: readonly Cell[], sums: readonly Sum[], withheld: ReadonlySet<string>): World {
  const low = new Float64Array(cells.length);
  const high = new Float64Array(cells.length);
  cells.forEach(({ table, count }, place) => {
    const known = !withheld.has(table);
    low[place] = known ? count - (count % STEP) : 0;
    high[place] = known ? count - (count % STEP) + STEP - 1 : Number.POSITIVE_INFINITY;
  });
  let moved = true;
  while (moved) {
    moved = false;
    for (const sum of sums) moved = narrow({ low, high }, sum) || moved;
  }
  return { low, high };
}

/** One subtraction of every kind: the total from its parts, and each part from the total and the other parts. */
function narrow({ low, high }: World, { total, parts }: Sum): boolean {
  let least = 0;
  let most = 0;
  let unbounded = 0;
  for (const part of parts) {
    least += low[part] ?? 0;
    const end = high[part] ?? 0;
    if (end === Number.POSITIVE_INFINITY) unbounded += 1;
    else most += end;
  }
  let moved = raise(low, total, least);
  if (unbounded === 0) moved = lower(high, total, most) || moved;
  const [from, until] = [low[total] ?? 0, high[total] ?? 0];
  for (const part of parts) {
    const end = high[part] ?? 0;
    const othersUnbounded = unbounded - (end === Number.POSITIVE_INFINITY ? 1 : 0);
    const start = low[part] ?? 0;
    if (othersUnbounded === 0) {
      const others = end === Number.POSITIVE_INFINITY ? most : most - end;
      moved = raise(low, part, from - others) || moved;
    }
    moved = lower(high, part, until - (least - start)) || moved;
  }
  return moved;
}

function raise(low: Float64Array, place: number, to: number): boolean {
  if (to <= (low[place] ?? 0)) return false;
  low[place] = to;
  return true;
}

function lower(high: Float64Array, place: number, to: number): boolean {
  if (to >= (high[place] ?? 0)) return false;
  high[place] = to;
  return true;
}
