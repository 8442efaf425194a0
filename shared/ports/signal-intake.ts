import type { IncomingRequest } from '#shared/domain/resident-request.ts';
import type { Settled } from '#shared/domain/settle.ts';
import type { Deadlines } from '#shared/domain/signal.ts';

/** What lies under the key of a signal that comes in: as much of it as whoever sends it again may hear. */
export type Taken =
  /** `contentDigest`: absent once the signal is closed. */
  | { readonly kind: 'signal'; readonly contentDigest?: string; readonly deadlines: Deadlines }
  | { readonly kind: 'erased' };

/** The way in, for the function that everybody can reach: it adds, and reads nothing else. */
export type SignalIntake = {
  /** Adds a signal that just came in. `taken`: the key holds a signal or an erasure record already; nothing was written. */
  add(signal: Settled): Promise<{ readonly kind: 'added' } | { readonly kind: 'taken'; readonly by: Taken }>;
};

/** The letter box of residents: it takes, and tells nobody whether a code is known. `advance` files what is in it. */
export type RequestIntake = { drop(request: IncomingRequest): Promise<void> };
