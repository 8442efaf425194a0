import { type EpochSeconds, plusElapsed } from './time.ts';

/** What somebody wants to know of the system on a Friday afternoon, the most urgent first. */
export const STATUS_LINES = [
  'alarms',
  'sweep',
  'backlog',
  'mail',
  'late',
  'books',
  'deletion',
  'daily',
  'practice',
  'coverage',
] as const;
export type StatusLineName = (typeof STATUS_LINES)[number];

/** `unknown`: nothing was heard of it yet. */
export type Verdict = 'fine' | 'attention' | 'unknown';

export type StatusLine = {
  readonly line: StatusLineName;
  readonly verdict: Verdict;
  /** When it was last so, or since when it is. */
  readonly at?: EpochSeconds;
  readonly count?: number;
  /** There are more than `count`. */
  readonly orMore?: true;
  /** Headings of the runbook, or names of partners and neighbourhoods. */
  readonly names?: readonly string[];
};

export type StatusFacts = {
  readonly now: EpochSeconds;
  /** Of alarms of which something was heard. */
  readonly alarms: readonly { readonly heading: string; readonly ringing: boolean; readonly at: EpochSeconds }[];
  readonly jobs: Readonly<
    Partial<Record<'sweep' | 'daily' | 'books', { at: EpochSeconds; counts: Readonly<Record<string, number>> }>>
  >;
  readonly backlog: { readonly count: number; readonly oldest?: EpochSeconds };
  readonly mail: { readonly deliveredAt?: EpochSeconds; readonly troubled: readonly string[] };
  readonly late: { readonly count: number; readonly orMore: boolean; readonly oldest?: EpochSeconds };
  readonly practice: { readonly unanswered: readonly string[] };
  readonly coverage: number;
};

/** The sweep comes every minute, and a deploy may take a few. Seconds. */
const SWEEP_WITHIN = 600;
/** A night and the hours in which a failed run is tried again. Seconds. */
const DAILY_WITHIN = 26 * 3_600;
/** What has expired is gone within the hour. Seconds. */
const DELETED_WITHIN = 3_600;
/** What should have happened this long ago waits: a run may be trying again. Seconds. */
export const BACKLOG_AFTER = 600;

/** One glance: of each line whether it is as it should be. */
export function systemStatus(facts: StatusFacts): readonly StatusLine[] {
  const { now, alarms, jobs, backlog, mail, late, practice, coverage } = facts;
  const ringing = alarms.filter((alarm) => alarm.ringing);
  const recent = (at: EpochSeconds | undefined, within: number): Verdict =>
    at === undefined ? 'unknown' : now <= plusElapsed(at, within) ? 'fine' : 'attention';
  const counted = (count: number): Verdict => (count > 0 ? 'attention' : 'fine');
  const moment = (at: EpochSeconds | undefined) => (at === undefined ? {} : { at });
  const differences = jobs.books?.counts['differences'] ?? 0;
  const overdue = backlog.oldest !== undefined && plusElapsed(backlog.oldest, DELETED_WITHIN) < now;
  const daysSinceEnd = jobs.books?.counts['daysSinceEnd'];
  return [
    {
      line: 'alarms',
      verdict: counted(ringing.length),
      count: ringing.length,
      names: ringing.map(({ heading }) => heading),
    },
    { line: 'sweep', verdict: recent(jobs.sweep?.at, SWEEP_WITHIN), ...moment(jobs.sweep?.at) },
    { line: 'backlog', verdict: counted(backlog.count), count: backlog.count, ...moment(backlog.oldest) },
    {
      line: 'mail',
      verdict: mail.troubled.length > 0 ? 'attention' : mail.deliveredAt === undefined ? 'unknown' : 'fine',
      ...moment(mail.deliveredAt),
      count: mail.troubled.length,
      names: mail.troubled,
    },
    {
      line: 'late',
      verdict: counted(late.count),
      count: late.count,
      ...(late.orMore && { orMore: true }),
      ...moment(late.oldest),
    },
    {
      line: 'books',
      verdict: differences > 0 ? 'attention' : recent(jobs.books?.at, DAILY_WITHIN),
      count: differences,
      ...moment(jobs.books?.at),
    },
    {
      line: 'deletion',
      // What should be gone waits like all other work; the books say when something last went.
      verdict: overdue ? 'attention' : daysSinceEnd === undefined ? 'unknown' : 'fine',
      ...(overdue && moment(backlog.oldest)),
      ...(daysSinceEnd !== undefined && { count: daysSinceEnd }),
    },
    { line: 'daily', verdict: recent(jobs.daily?.at, DAILY_WITHIN), ...moment(jobs.daily?.at) },
    {
      line: 'practice',
      verdict: counted(practice.unanswered.length),
      count: practice.unanswered.length,
      names: practice.unanswered,
    },
    { line: 'coverage', verdict: counted(coverage), count: coverage },
  ];
}
