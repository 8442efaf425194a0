import type { SignalId } from '#shared/domain/ids.ts';

/** Everything that lies in the table of signals, by its key: signals and erasure records alike. For the books and the restore drill. */
export type SignalCensus = {
  /** Seconds behind at worst. */
  everyId(): Promise<readonly SignalId[]>;
};
