import type { RunbookHeading } from '#shared/domain/runbook.ts';
import type { StatusLineName } from '#shared/domain/system-status.ts';

/** Where the coordinator goes on, and what the operator reads: a heading of docs/runbook.md. */
export const WHERE_TO: Readonly<
  Record<StatusLineName, { readonly page?: 'directory' | 'practice' | 'signals'; readonly runbook?: RunbookHeading }>
> = {
  // An alarm has a heading of its own.
  alarms: {},
  sweep: { runbook: 'the-clock-stands-still' },
  backlog: { runbook: 'the-clock-fails' },
  mail: { page: 'directory', runbook: 'mail-events-are-not-recorded' },
  late: { page: 'signals' },
  books: { runbook: 'a-signal-is-lost' },
  deletion: { runbook: 'a-signal-outlived-its-promise' },
  daily: { runbook: 'the-clock-fails' },
  practice: { page: 'practice' },
  coverage: { page: 'directory' },
};
