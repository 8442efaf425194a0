import type { EpochSeconds } from './time.ts';
import type { Suspicion } from './words.ts';

/**
 * What a server can see of how a signal came in; see docs/adr/0006. With script, whether the work that the municipality asks for was done.
 * Without, when the check page of this very form was made: `never` when no page of ours was, `unknown` when we cannot tell, by our own fault.
 */
export type Arrival = {
  readonly hiddenField: boolean;
  readonly from:
    | { readonly sender: 'script'; readonly owesWork: boolean }
    | { readonly sender: 'page'; readonly checkedAt: EpochSeconds | 'never' | 'unknown' };
};

/** Seconds that nobody needs less of to see a page, find its button and press it. */
export const SHORTEST_CHECK = 3;

/**
 * Why a signal goes to the desk before it goes to a partner; empty for nearly everybody. Being slow is no suspicion: somebody who leaves the
 * page open overnight to think it over is a person. Nor is having no script, nor anything that is our own fault.
 */
export function suspicionsOf({ hiddenField, from }: Arrival, now: EpochSeconds): Suspicion[] {
  const suspicions: Suspicion[] = hiddenField ? ['hidden-field'] : [];
  if (from.sender === 'script') {
    if (from.owesWork) suspicions.push('no-proof-of-work');
  } else if (from.checkedAt === 'never') {
    suspicions.push('no-check-page');
  } else if (from.checkedAt !== 'unknown' && now - from.checkedAt < SHORTEST_CHECK) {
    suspicions.push('too-fast');
  }
  return suspicions;
}
