import { type Shown, shown } from './disclosure.ts';
import type { Fact } from './fact.ts';
import { monthsBegun, type Period, periodId, quarterOf } from './period.ts';
import {
  type Area,
  ELSEWHERE,
  ENDINGS,
  EVERYWHERE,
  type Frame,
  type Measure,
  neighbourhoodOf,
  partnerOf,
  tallyOf,
} from './tally.ts';
import { REASONS, REFERRALS, REPORTER_KINDS } from './words.ts';

/** A part of a whole. `percent`, with `of`: about, in fives, worked out from the two numbers that are shown, so that it tells nothing more. */
export type Share = {
  readonly name: (typeof SHARES)[number]['name'];
  readonly count: Shown;
  /** Told from twenty on: of fewer, two numbers that are both rounded down would say a part that is far from the truth. */
  readonly of?: number;
  readonly percent?: number;
};
export type Median = { readonly name: 'triage' | 'first-attempt'; readonly hours?: number };

export const TABLE_NAMES = ['month', 'neighbourhood', 'partner', 'kind', 'sign', 'ending', 'referral'] as const;
export type TableName = (typeof TABLE_NAMES)[number];
export type Table = {
  readonly by: TableName;
  readonly rows: readonly { readonly value: string; readonly count: Shown }[];
};

export type Statistics = {
  /** Nothing was ever counted in this year. */
  readonly empty: boolean;
  readonly signals: Shown;
  readonly shares: readonly Share[];
  readonly medians: readonly Median[];
  readonly tables: readonly Table[];
};

/** The parts that are told, in the order of the page. */
const SHARES = [
  { name: 'triaged-in-time', of: 'triage-due' },
  { name: 'visited-preferred', of: 'visit-due' },
  { name: 'visited-in-time', of: 'visit-due' },
  { name: 'consent', of: 'spoken' },
  { name: 'referred', of: 'spoken' },
  { name: 'erased-unvisited', of: 'all' },
] as const satisfies readonly { readonly name: Measure; readonly of: 'all' | Measure }[];

/** A percentage or a median of fewer says more about people than about the work. */
const ENOUGH = 20;

/** What a year can be asked. All answers come from one tally, so that what one withholds no other gives away. */
export type Figures = (period: Period, area?: Area) => Statistics;

/** `facts`: all of the year of `frame`. */
export function statisticsOf(facts: readonly Fact[], frame: Frame): Figures {
  const tally = tallyOf(facts, frame);
  return (period, area = EVERYWHERE) => {
    const name = periodId(period);
    const show: Show = (label, where = area, when = name) =>
      tally.isWithheld(when, where, label) ? 'not-shown' : shown(tally.count(when, where, label));
    const here = facts.filter((fact) => isIn(fact, frame, name, area));
    return {
      empty: facts.length === 0,
      signals: show('all'),
      shares: SHARES.map(({ name: part, of }) => shareOf(part, show(labelOf(part)), show(labelOf(of)))),
      medians: [
        medianOf('triage', show(labelOf('triaged')), here, ({ hoursToTriage }) => hoursToTriage),
        medianOf('first-attempt', show(labelOf('attempted')), here, ({ hoursToFirstAttempt }) => hoursToFirstAttempt),
      ],
      tables: [...(area.kind === 'everywhere' ? overview(frame, period, show) : []), ...lists(show)],
    };
  };
}

const labelOf = (measure: 'all' | Measure) => (measure === 'all' ? measure : `measure:${measure}`);

function lists(show: Show): Table[] {
  const table = (by: TableName, words: readonly string[]): Table => ({
    by,
    rows: words.map((value) => ({ value, count: show(`${by}:${value}`) })),
  });
  return [
    table('kind', [...REPORTER_KINDS, 'resident']),
    table('sign', REASONS),
    table('ending', ENDINGS),
    table('referral', REFERRALS),
  ];
}

type Show = (label: string, where?: Area, when?: string) => Shown;

/** What only the whole municipality has: its months and its parts. */
function overview({ year, thisMonth, neighbourhoods, partners }: Frame, period: Period, show: Show): Table[] {
  const name = periodId(period);
  const months = monthsBegun(year, thisMonth).filter((month) => !period.quarter || quarterOf(month) === name);
  const parts = (kind: 'neighbourhood' | 'partner', ids: readonly string[]): Table => ({
    by: kind,
    rows: [...ids, ELSEWHERE].map((id) => ({ value: id, count: show('all', { kind, id }) })),
  });
  return [
    {
      by: 'month',
      rows: months.map((month) => ({ value: month, count: show(`month:${month}`, EVERYWHERE, String(year)) })),
    },
    parts('neighbourhood', neighbourhoods),
    parts('partner', partners),
  ];
}

function isIn(fact: Fact, frame: Frame, period: string, area: Area): boolean {
  if (period !== fact.month.slice(0, 4) && period !== quarterOf(fact.month)) return false;
  switch (area.kind) {
    case 'everywhere':
      return true;
    case 'neighbourhood':
      return neighbourhoodOf(fact, frame) === area.id;
    case 'partner':
      return partnerOf(fact, frame) === area.id;
  }
}

const isEnough = (count: Shown): count is number => typeof count === 'number' && count >= ENOUGH;

/** The middle of the five values that a number which is shown stands for. */
const MIDDLE = 2;
const TO = 5;

function shareOf(name: Share['name'], count: Shown, of: Shown): Share {
  if (!isEnough(of)) return { name, count };
  if (typeof count !== 'number') return { name, count, of };
  const percent = Math.round((100 * (count + MIDDLE)) / (of + MIDDLE) / TO) * TO;
  return { name, count, of, percent: Math.min(100, percent) };
}

function medianOf(
  name: Median['name'],
  count: Shown,
  facts: readonly Fact[],
  hoursOf: (fact: Fact) => number | undefined,
): Median {
  if (!isEnough(count)) return { name };
  const sorted = facts.flatMap((fact) => hoursOf(fact) ?? []).sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const [below = 0, above = 0] = [sorted[middle - 1], sorted[middle]];
  return { name, hours: sorted.length % 2 === 1 ? above : Math.round((below + above) / 2) };
}
