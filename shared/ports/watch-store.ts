import type { MailboxHealth, MailboxNews } from '#shared/domain/mailbox-health.ts';
import type { EpochSeconds } from '#shared/domain/time.ts';

/** Regular work of the clock. */
export const JOBS = ['sweep', 'daily', 'books'] as const;
export type Job = (typeof JOBS)[number];

/** When a job last ended well, and what it counted. */
export type JobReport = { readonly at: EpochSeconds; readonly counts: Readonly<Record<string, number>> };

export type AlarmState = { readonly at: EpochSeconds; readonly ringing: boolean };

/**
 * What is known of the system itself, for people to read; nothing is decided by it, so a lost update harms nobody. The later news stays.
 * Moments and counts; a mailbox under its HMAC, an alarm under its heading in docs/runbook.md.
 */
export type WatchNotes = {
  jobDone(job: Job, report: JobReport): Promise<void>;
  alarmChanged(heading: string, state: AlarmState): Promise<void>;
  heard(mailbox: string, news: MailboxNews): Promise<void>;
};

export type WatchReader = {
  jobs(): Promise<Readonly<Partial<Record<Job, JobReport>>>>;
  /** Those of these headings of which something was heard. */
  alarms(headings: readonly string[]): Promise<ReadonlyMap<string, AlarmState>>;
  /** Those of these mailboxes of which something was heard, however many. */
  mailboxes(keys: readonly string[]): Promise<ReadonlyMap<string, MailboxHealth>>;
};

export type WatchStore = WatchNotes & WatchReader;

/** Every mailbox of a colleague together: whether mail works at all. */
export const ANY_MAILBOX = 'any';
