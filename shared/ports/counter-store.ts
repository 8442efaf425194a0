import type { LocationCode } from '#shared/domain/ids.ts';

/** What is counted without anybody behind it: signals per place where the form was found, and people who go on by themselves. */
export type Counted = { readonly kind: 'via'; readonly code: LocationCode } | { readonly kind: 'self-try' };

/**
 * Numbers per month and nothing else, apart from the facts: a count can be linked to no signal. Small numbers are for whoever reads
 * them to hide.
 */
export type Count = { readonly what: Counted; readonly count: number };

export type CounterStore = {
  /** One more. A lost answer may count twice; a count decides nothing. */
  count(what: Counted, month: string): Promise<void>;
  /** All that was counted in one month, in no order. What was never counted is absent. */
  countsOf(month: string): Promise<readonly Count[]>;
};
