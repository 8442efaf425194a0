import { nextAt } from './agenda.ts';
import { endOfUnclosed } from './retention.ts';
import type { Rules } from './settings.ts';
import type { Signal, Unsettled } from './signal.ts';

declare const brand: unique symbol;
/** A state that may be written: it says when to look again, and which state it replaces (`revision - 1`). Only `settle` makes one. */
export type Settled = Signal & { readonly [brand]: 'Settled' };

/** Every write of a signal goes through here, so that no write can forget `nextAt` or `endsAt`. */
export function settle(signal: Unsettled, rules: Rules): Settled {
  const endsAt = signal.expiresAt ?? endOfUnclosed(rules, signal);
  const next = { ...signal, revision: signal.revision + 1, endsAt };
  return { ...next, nextAt: nextAt(next, rules) } as Settled;
}
