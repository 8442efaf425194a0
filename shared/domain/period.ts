/**
 * Statistics are about whole calendar quarters and years (`2026-Q3`, `2026`): periods that never overlap by a part, so that no two of them
 * differ by a month or a week. See docs/adr/0008.
 */
export type Period = { readonly year: number; readonly quarter?: Quarter };

const QUARTERS = [1, 2, 3, 4] as const;
type Quarter = (typeof QUARTERS)[number];

const SHAPE = /^(20\d{2})(?:-Q([1-4]))?$/;

export function parsePeriod(text: string): Period | undefined {
  const [, year, quarter] = SHAPE.exec(text) ?? [];
  if (year === undefined) return undefined;
  const known = QUARTERS.find((each) => String(each) === quarter);
  return { year: Number(year), ...(known && { quarter: known }) };
}

export const periodId = ({ year, quarter }: Period): string => (quarter ? `${year}-Q${quarter}` : String(year));

/** `2026-07` lies in `2026-Q3`. */
export const quarterOf = (month: string): string => `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5, 7)) / 3)}`;

/** The months of a year that have begun when it is `thisMonth` (`2026-11`). */
export function monthsBegun(year: number, thisMonth: string): readonly string[] {
  const all = Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`);
  return all.filter((month) => month <= thisMonth);
}

/** The newest first: `thisMonth` (`2026-11`) and those before it, `count` in all. */
export function lastMonths(thisMonth: string, count: number): string[] {
  const [year = 0, month = 1] = thisMonth.split('-').map(Number);
  return Array.from({ length: count }, (_, back) => {
    const months = year * 12 + month - 1 - back;
    return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
  });
}

/** Whether nothing new comes in any more: the last month of the period is over. */
export function isOver({ year, quarter = 4 }: Period, thisMonth: string): boolean {
  return `${year}-${String(quarter * 3).padStart(2, '0')}` < thisMonth;
}

/** How many years a coordinator can look back, this one included. */
const YEARS_BACK = 5;

/** What can be asked for in `thisMonth`, the newest first: each year after its quarters. */
export function periodsUntil(thisMonth: string): readonly Period[] {
  const thisYear = Number(thisMonth.slice(0, 4));
  return Array.from({ length: YEARS_BACK }, (_, back) => thisYear - back).flatMap((year) => [
    { year },
    ...[...QUARTERS].reverse().flatMap((quarter) => {
      const begins = `${year}-${String(quarter * 3 - 2).padStart(2, '0')}`;
      return begins <= thisMonth ? [{ year, quarter }] : [];
    }),
  ]);
}

/** A year by default. In its first quarter a year says little, so until then the one before. */
export function usualPeriod(thisMonth: string): Period {
  const year = Number(thisMonth.slice(0, 4));
  return { year: thisMonth.slice(5, 7) <= '03' ? year - 1 : year };
}
