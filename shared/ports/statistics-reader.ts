import type { Fact } from '#shared/domain/fact.ts';
import type { Practice } from '#shared/domain/practice.ts';

/** What is left of every signal, whether it still exists or not. */
export type StatisticsReader = {
  /** Every fact of these months (`2026-03`), in no order, consistent. */
  factsOf(months: readonly string[]): Promise<readonly Fact[]>;
  /** Every practice signal of the last thirteen months, in no order, consistent. */
  practices(): Promise<readonly Practice[]>;
};
