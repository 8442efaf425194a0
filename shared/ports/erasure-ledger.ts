import type { SignalId } from '#shared/domain/ids.ts';

/** What was erased or has expired, apart from the table of signals: it survives when that table is put back to an earlier moment. */
export type ErasureLedger = {
  /** The signals that ended on one of these days (`2026-03-03`, Amsterdam), consistent. Entries are kept as long as erasure records. */
  endedOn(days: readonly string[]): Promise<readonly SignalId[]>;
};
