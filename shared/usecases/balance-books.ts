import { localMonth } from '#shared/domain/amsterdam.ts';
import { daysOfLedger } from '#shared/domain/erasure.ts';
import type { Fact } from '#shared/domain/fact.ts';
import type { FactId, SignalId } from '#shared/domain/ids.ts';
import { lastMonths } from '#shared/domain/period.ts';
import type { Rules } from '#shared/domain/settings.ts';
import type { Signal } from '#shared/domain/signal.ts';
import type { EpochSeconds } from '#shared/domain/time.ts';
import type { ErasureLedger } from '#shared/ports/erasure-ledger.ts';
import type { SignalCensus } from '#shared/ports/signal-census.ts';
import type { SignalStore } from '#shared/ports/signal-store.ts';
import type { StatisticsReader } from '#shared/ports/statistics-reader.ts';

export type BalanceBooksDeps = {
  readonly census: SignalCensus;
  readonly signals: Pick<SignalStore, 'findAll'>;
  readonly statistics: Pick<StatisticsReader, 'factsOf'>;
  readonly ledger: ErasureLedger;
  /** Says how long the ledger remembers. */
  readonly rules: Pick<Rules, 'retention'>;
  readonly now: () => EpochSeconds;
};

/** Counted in the table of signals. `ended`: erased or expired in the last days, as the ledger says. */
export type Counts = { readonly open: number; readonly closed: number; readonly held: number; readonly ended: number };

/**
 * `lost`: a fact says that the signal is open, and it is not there. `unrecorded`: a signal that was routed has no fact.
 * `returned`: the ledger says that it was erased or has expired, and it is there.
 */
export type Difference =
  | { readonly kind: 'lost'; readonly factId: FactId }
  | { readonly kind: 'unrecorded'; readonly signalId: SignalId }
  | { readonly kind: 'returned'; readonly signalId: SignalId };

export type Books = {
  readonly counts: Counts;
  readonly differences: readonly Difference[];
  /** Days since a signal last ended, of those that the ledger remembers. */
  readonly daysSinceEnd?: number;
};

/** No signal that is still there came in longer ago: consent ends, and so does the patience of the hard cap. */
const MONTHS = 36;

/**
 * Whether accepted = open + closed + held + ended, by three counts that know nothing of each other: the table of signals, the facts that
 * were written beside every change, and the ledger of what ended. Life goes on while it counts, so what it compares is asked in an order
 * in which a change in between explains itself: a fact counts as left alone only when it says so before and after the signals were read.
 */
export async function balanceBooks(deps: BalanceBooksDeps): Promise<Books> {
  const months = lastMonths(localMonth(deps.now()), MONTHS);
  const days = daysOfLedger(deps.rules, deps.now());
  const endedByDay = await Promise.all(days.map((day) => deps.ledger.endedOn([day])));
  const ended = endedByDay.flat();
  const daysSinceEnd = endedByDay.findIndex((ids) => ids.length > 0);
  const before = living(await deps.statistics.factsOf(months));
  const signals = await everySignal(deps);
  const facts = await deps.statistics.factsOf(months);
  const after = living(facts);

  const there = new Set(signals.map(({ factId }) => factId));
  const recorded = new Set(facts.map(({ id }) => id));
  const returned = await deps.signals.findAll(ended);
  return {
    ...(daysSinceEnd >= 0 && { daysSinceEnd }),
    counts: {
      open: signals.filter(({ status, held }) => status !== 'closed' && !held).length,
      closed: signals.filter(({ status }) => status === 'closed').length,
      held: signals.filter(({ held }) => held).length,
      ended: ended.length,
    },
    differences: [
      ...[...before]
        .filter((id) => after.has(id) && !there.has(id))
        .map((factId) => ({ kind: 'lost', factId }) as const),
      ...signals
        .filter((signal) => leavesFact(signal) && !recorded.has(signal.factId))
        .map(({ id }) => ({ kind: 'unrecorded', signalId: id }) as const),
      ...returned.map(({ id }) => ({ kind: 'returned', signalId: id }) as const),
    ],
  };
}

/** A fact says `closed` for good, also once its signal has expired: what is closed ends by itself, so only what is open can be missed. */
const living = (facts: readonly Fact[]): ReadonlySet<FactId> =>
  new Set(facts.filter(({ status }) => OPEN.has(status)).map(({ id }) => id));
const OPEN: ReadonlySet<Fact['status']> = new Set(['received', 'assigned', 'following-up', 'in-contact']);

/** The fact comes with the route: what came in a moment ago has none yet. Practice never has one. */
const leavesFact = ({ assignment, practice }: Signal): boolean => assignment !== undefined && !practice;

const everySignal = async (deps: BalanceBooksDeps): Promise<readonly Signal[]> =>
  deps.signals.findAll(await deps.census.everyId());
