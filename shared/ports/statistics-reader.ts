import type { Fact } from '#shared/domain/fact.ts';

/** What is left of every signal, whether it still exists or not. */
export type StatisticsReader = {
  /** Every fact of these months (`2026-03`), in no order, consistent. */
  factsOf(months: readonly string[]): Promise<readonly Fact[]>;
};
