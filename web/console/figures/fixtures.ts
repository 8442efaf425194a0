import type { StatisticsView } from '#shared/contracts/statistics-view.ts';

/** What the server could answer in November 2026. All invented. Not part of the bundle. */

type Count = StatisticsView['signals'];
const rows = (counts: Readonly<Record<string, Count>>) =>
  Object.entries(counts).map(([value, count]) => ({ value, count }));
const FEW = 'under-5';

const NEIGHBOURHOODS = [
  { id: 'oude-noorden', name: 'Oude Noorden' },
  { id: 'agniesebuurt', name: 'Agniesebuurt' },
  { id: 'bergpolder', name: 'Bergpolder' },
];
const PARTNERS = [
  { id: 'centrum', name: 'Welzijn Centrum' },
  { id: 'noord', name: 'Stichting Noord' },
  { id: 'desk', name: 'Gemeentelijk loket' },
];

const lists: StatisticsView['tables'] = [
  {
    by: 'kind',
    rows: rows({
      neighbour: 40,
      shop: 35,
      'care-or-welfare': 25,
      housing: 15,
      volunteer: FEW,
      resident: 10,
      other: FEW,
    }),
  },
  {
    by: 'sign',
    rows: rows({ 'not-seen': 70, 'no-answer': 35, 'mail-and-curtains': 45, 'says-so': 20, 'self-care': FEW, other: 5 }),
  },
  {
    by: 'ending',
    rows: rows({
      open: 15,
      'help-started': 30,
      referred: 25,
      'no-help-wanted': 20,
      'seen-well': 20,
      'not-reached': 10,
      moved: FEW,
      deceased: FEW,
      erased: 5,
      expired: FEW,
    }),
  },
  { by: 'referral', rows: rows({ welfare: 25, volunteer: 20, luisterlijn: 10, housing: FEW, other: FEW }) },
];

export const year: StatisticsView = {
  municipality: 'Rotterdam',
  period: '2026',
  over: false,
  choices: {
    periods: ['2026', '2026-Q4', '2026-Q3', '2026-Q2', '2026-Q1', '2025'],
    neighbourhoods: NEIGHBOURHOODS,
    partners: PARTNERS,
  },
  empty: false,
  promised: { clock: 'elapsed', triage: 86_400, visitPreferred: 86_400, visit: 172_800 },
  signals: 140,
  shares: [
    { name: 'triaged-in-time', count: 120, of: 140, percent: 85 },
    { name: 'visited-preferred', count: 60, of: 100, percent: 60 },
    { name: 'visited-in-time', count: 90, of: 100, percent: 90 },
    { name: 'consent', count: 55, of: 80, percent: 70 },
    { name: 'referred', count: 45, of: 80, percent: 55 },
    { name: 'erased-unvisited', count: FEW, of: 140 },
  ],
  medians: [
    { name: 'triage', hours: 7 },
    { name: 'first-attempt', hours: 22 },
  ],
  tables: [
    {
      by: 'month',
      rows: rows({
        '2026-01': 10,
        '2026-02': 15,
        '2026-03': 10,
        '2026-04': 20,
        '2026-05': 5,
        '2026-06': FEW,
        '2026-07': 10,
        '2026-08': 5,
        '2026-09': 15,
        '2026-10': 25,
        '2026-11': 10,
      }),
    },
    {
      by: 'neighbourhood',
      rows: [
        { value: 'oude-noorden', name: 'Oude Noorden', count: 70 },
        { value: 'agniesebuurt', name: 'Agniesebuurt', count: FEW },
        { value: 'bergpolder', name: 'Bergpolder', count: 55 },
        { value: 'elsewhere', count: 10 },
      ],
    },
    {
      by: 'partner',
      rows: [
        { value: 'centrum', name: 'Welzijn Centrum', count: 70 },
        { value: 'noord', name: 'Stichting Noord', count: 60 },
        { value: 'desk', name: 'Gemeentelijk loket', count: 5 },
        { value: 'elsewhere', count: FEW },
      ],
    },
    ...lists,
  ],
};

/** As of a municipality that promises in working time. */
export const inWorkingHours: StatisticsView = {
  ...year,
  promised: { clock: 'working-hours', triage: 28_800, visitPreferred: 43_200, visit: 57_600 },
};

export const quarter: StatisticsView = { ...year, period: '2026-Q3', over: true, signals: 35 };

export const small: StatisticsView = {
  ...year,
  area: { kind: 'neighbourhood', ...(NEIGHBOURHOODS[1] ?? { id: '', name: '' }) },
  signals: FEW,
  shares: year.shares.map(({ name }) => ({ name, count: FEW })),
  medians: year.medians.map(({ name }) => ({ name })),
  tables: lists.map(({ by, rows: all }) => ({
    by,
    rows: all.map(({ value }) => ({ value, count: by === 'ending' ? ('not-shown' as const) : (FEW as Count) })),
  })),
};

export const nothing: StatisticsView = { ...small, period: '2026', empty: true };
