import { type Cell, type Sum, tablesToWithhold } from './disclosure.ts';
import type { Fact } from './fact.ts';
import { monthsBegun, quarterOf } from './period.ts';
import { NO_FOLLOW_UP, OTHER_ENDINGS, OUTCOMES, REASONS, REFERRALS, REPORTER_KINDS } from './words.ts';

/** How a signal ended, as far as it did. */
export const ENDINGS = [
  'open',
  ...new Set<string>([...OUTCOMES, ...NO_FOLLOW_UP]),
  ...OTHER_ENDINGS,
  'erased',
  'expired',
] as const;

/** What is counted beside the tables: parts of all signals. */
export const MEASURES = [
  'triaged',
  'triage-due',
  'triaged-in-time',
  'visit-due',
  'visited-preferred',
  'visited-in-time',
  'attempted',
  'erased-unvisited',
  'spoken',
  'consent',
  'referred',
] as const;
export type Measure = (typeof MEASURES)[number];

/** Tables that exist for the whole municipality, for one neighbourhood and for one partner alike. */
const CLOSED_LISTS = {
  kind: [...REPORTER_KINDS, 'resident'],
  ending: ENDINGS,
  sign: REASONS,
  referral: REFERRALS,
  measure: MEASURES,
} as const satisfies Readonly<Record<string, readonly string[]>>;
type ClosedList = keyof typeof CLOSED_LISTS;
const LISTS = Object.keys(CLOSED_LISTS) as ClosedList[];
/** Those of which every signal has exactly one. */
const PARTITIONS = ['kind', 'ending'] as const satisfies readonly ClosedList[];

/** What lies nowhere, or with a neighbourhood or partner that the directory no longer has. */
export const ELSEWHERE = 'elsewhere';

/** The whole municipality, or one part of it. */
export type Area =
  | { readonly kind: 'everywhere' }
  | { readonly kind: 'neighbourhood' | 'partner'; readonly id: string };
export const EVERYWHERE: Area = { kind: 'everywhere' };
const areaName = (area: Area): string => (area.kind === 'everywhere' ? '*' : `${area.kind}:${area.id}`);

/** The year that is counted, `thisMonth` (`2026-11`), and the parts that the municipality has. */
export type Frame = {
  readonly year: number;
  readonly thisMonth: string;
  readonly neighbourhoods: readonly string[];
  readonly partners: readonly string[];
};

type Counts = Map<string, number>;

/** Every number of a year that anybody may ever ask for, and which tables have to be withheld. */
export type Tally = {
  count(period: string, area: Area, label: string): number;
  isWithheld(period: string, area: Area, label: string): boolean;
};

/** What a fact adds one to, wherever it is counted. */
export function labelsOf(fact: Fact, { thisMonth }: Pick<Frame, 'thisMonth'>): string[] {
  const { status, consent, referrals, reasons } = fact;
  const attempted = fact.hoursToFirstAttempt !== undefined;
  const triaged = fact.hoursToTriage !== undefined;
  const waits = status === 'received' || status === 'assigned';
  const measures: Readonly<Record<Measure, boolean>> = {
    triaged,
    // Who still has the time for it is not late; of an earlier month nobody has.
    'triage-due': triaged || fact.triagedInTime === false || (waits && fact.month < thisMonth),
    'triaged-in-time': fact.triagedInTime === true,
    'visit-due': attempted || fact.visitedInTime === false || status === 'following-up' || status === 'in-contact',
    'visited-preferred': fact.visitedPreferred === true,
    'visited-in-time': fact.visitedInTime === true,
    attempted,
    'erased-unvisited': status === 'erased' && !attempted,
    spoken: consent !== undefined,
    consent: consent === 'keep',
    referred: referrals.length > 0,
  };
  return [
    'all',
    `kind:${fact.reporterKind}`,
    `ending:${endingOf(fact)}`,
    ...reasons.map((reason) => `sign:${reason}`),
    ...referrals.map((referral) => `referral:${referral}`),
    ...MEASURES.filter((measure) => measures[measure]).map((measure) => `measure:${measure}`),
  ];
}

function endingOf({ status, outcome }: Fact): string {
  if (status === 'erased' || status === 'expired') return status;
  return status === 'closed' && outcome !== undefined ? outcome : 'open';
}

/** The part of the municipality that a fact counts for. */
export const neighbourhoodOf = ({ neighbourhoodId }: Fact, { neighbourhoods }: Frame): string =>
  neighbourhoodId !== undefined && neighbourhoods.includes(neighbourhoodId) ? neighbourhoodId : ELSEWHERE;
export const partnerOf = ({ ownerId }: Fact, { partners }: Frame): string =>
  ownerId !== undefined && partners.includes(ownerId) ? ownerId : ELSEWHERE;

const ALL = 'all';

export function tallyOf(facts: readonly Fact[], frame: Frame): Tally {
  const counted = countAll(facts, frame);
  const { cells, sums, tableOf } = systemOf(counted, frame);
  const withheld = tablesToWithhold(cells, sums);
  const countsOf = (period: string, area: Area) => counted.get(`${period}|${areaName(area)}`);
  return {
    count: (period, area, label) => countsOf(period, area)?.get(label) ?? 0,
    isWithheld: (period, area, label) => withheld.has(tableOf(period, areaName(area), label)),
  };
}

function countAll(facts: readonly Fact[], frame: Frame): ReadonlyMap<string, Counts> {
  const counted = new Map<string, Counts>();
  const countsFor = (name: string): Counts => {
    const counts = counted.get(name) ?? new Map();
    counted.set(name, counts);
    return counts;
  };
  const year = String(frame.year);
  for (const fact of facts) {
    const labels = labelsOf(fact, frame);
    const areas = ['*', `neighbourhood:${neighbourhoodOf(fact, frame)}`, `partner:${partnerOf(fact, frame)}`];
    for (const period of [year, quarterOf(fact.month)]) {
      for (const area of areas) {
        const counts = countsFor(`${period}|${area}`);
        for (const label of labels) addOne(counts, label);
      }
    }
    addOne(countsFor(`${year}|*`), `month:${fact.month}`);
  }
  return counted;
}

const addOne = (counts: Counts, label: string): void => {
  counts.set(label, (counts.get(label) ?? 0) + 1);
};

/** The numbers as one system of sums: what somebody with every view can add and subtract. */
function systemOf(counted: ReadonlyMap<string, Counts>, frame: Frame) {
  const year = String(frame.year);
  const months = monthsBegun(frame.year, frame.thisMonth);
  const quarters = [...new Set(months.map(quarterOf))];
  const neighbourhoods = [...frame.neighbourhoods, ELSEWHERE].map((id) => `neighbourhood:${id}`);
  const partners = [...frame.partners, ELSEWHERE].map((id) => `partner:${id}`);
  const labels = [ALL, ...LISTS.flatMap((list) => CLOSED_LISTS[list].map((word) => `${list}:${word}`))];

  const cells: Cell[] = [];
  const places = new Map<string, number>();
  const place = (period: string, area: string, label: string): number => {
    const name = `${period}|${area}|${label}`;
    const known = places.get(name);
    if (known !== undefined) return known;
    places.set(name, cells.length);
    cells.push({
      table: tableOf(period, area, label),
      count: counted.get(`${period}|${area}`)?.get(label) ?? 0,
    });
    return cells.length - 1;
  };
  const tableOf = (period: string, area: string, label: string): string => {
    if (label !== ALL) return `${period}|${area}|${label.slice(0, label.indexOf(':'))}`;
    if (area !== '*') return `${period}|*|${area.slice(0, area.indexOf(':'))}`;
    return `${year}|*|${period === year ? ALL : 'quarter'}`;
  };

  const sums: Sum[] = [];
  const periods = [year, ...quarters];
  for (const period of periods) {
    for (const label of labels) {
      const total = place(period, '*', label);
      for (const split of [neighbourhoods, partners])
        sums.push({ total, parts: split.map((area) => place(period, area, label)) });
    }
  }
  for (const area of ['*', ...neighbourhoods, ...partners]) {
    for (const label of labels)
      sums.push({
        total: place(year, area, label),
        parts: quarters.map((quarter) => place(quarter, area, label)),
      });
    for (const period of periods) {
      for (const list of PARTITIONS)
        sums.push({
          total: place(period, area, ALL),
          parts: CLOSED_LISTS[list].map((word) => place(period, area, `${list}:${word}`)),
        });
    }
  }
  const inMonth = (month: string) => place(year, '*', `month:${month}`);
  sums.push({ total: place(year, '*', ALL), parts: months.map(inMonth) });
  for (const quarter of quarters)
    sums.push({
      total: place(quarter, '*', ALL),
      parts: months.filter((month) => quarterOf(month) === quarter).map(inMonth),
    });
  return { cells, sums, tableOf };
}
