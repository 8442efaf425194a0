import { localDay, localMonth } from '#shared/domain/amsterdam.ts';
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
import type { JobReport, WatchReader } from '#shared/ports/watch-store.ts';

export type BalanceBooksDeps = {
  readonly census: SignalCensus;
  readonly signals: Pick<SignalStore, 'findAll'>;
  readonly statistics: Pick<StatisticsReader, 'factsOf'>;
  readonly ledger: ErasureLedger;
  /** Says how long the ledger remembers. */
  readonly rules: Pick<Rules, 'retention'>;
  /** Where the books of last night left their counts. */
  readonly watch: Pick<WatchReader, 'jobs'>;
  readonly now: () => EpochSeconds;
};

/**
 * `open`, `closed` and `held`: in the table of signals. `ended`: erased or expired in the last days, as the ledger says. `accepted`: facts of
 * the last years, whatever became of their signals.
 */
export type Counts = {
  readonly accepted: number;
  readonly open: number;
  readonly closed: number;
  readonly held: number;
  readonly ended: number;
};

/**
 * `lost`: a fact says that the signal is open or held, and it is not there. `gone-early`: closed, its day has not come, and it is not there.
 * `unrecorded`: a signal that was routed has no fact. `returned`: the ledger says that it was erased or has expired, and it is there.
 * `facts-lost`: so many facts of last night are not there any more.
 */
export type Difference =
  | { readonly kind: 'lost' | 'gone-early'; readonly factId: FactId }
  | { readonly kind: 'unrecorded' | 'returned'; readonly signalId: SignalId }
  | { readonly kind: 'facts-lost'; readonly count: number };

export type Books = {
  readonly counts: Counts;
  readonly differences: readonly Difference[];
  /** Days since a signal last ended, of those that the ledger remembers. */
  readonly daysSinceEnd?: number;
};

/** No signal that is still there came in longer ago: consent ends, and so does the patience of the hard cap. */
const MONTHS = 36;

/**
 * Whether accepted = open + closed + held + ended, by counts that know nothing of each other: the table of signals, the facts that were
 * written beside every change, the ledger of what ended, and what was counted last night. Life goes on while it counts, so what it compares is
 * asked in an order in which a change in between explains itself: a fact counts as left alone only when it says so before and after the
 * signals were read.
 */
export async function balanceBooks(deps: BalanceBooksDeps): Promise<Books> {
  const now = deps.now();
  const { books: lastNight } = await deps.watch.jobs();
  const months = lastMonths(localMonth(now), MONTHS);
  const { ended, ...daysSinceEnd } = await lastEnds(deps, now);
  const before = await deps.statistics.factsOf(months);
  const signals = await everySignal(deps);
  const facts = await deps.statistics.factsOf(months);

  const recorded = new Set(facts.map(({ id }) => id));
  const returned = await deps.signals.findAll(ended);
  return {
    ...daysSinceEnd,
    counts: {
      accepted: facts.length,
      open: signals.filter(({ status, held }) => status !== 'closed' && !held).length,
      closed: signals.filter(({ status }) => status === 'closed').length,
      held: signals.filter(({ held }) => held).length,
      ended: ended.length,
    },
    differences: [
      ...(await gone(deps, before, facts, signals)),
      ...signals
        .filter((signal) => leavesFact(signal) && !recorded.has(signal.factId))
        .map(({ id }) => ({ kind: 'unrecorded', signalId: id }) as const),
      ...returned.map(({ id }) => ({ kind: 'returned', signalId: id }) as const),
      ...(await factsLost(deps, lastNight)),
    ],
  };
}

/**
 * The index of the census is seconds behind, and a signal may move in it from what is still to be read to what was read already: whoever was
 * not seen is looked for once more, and only then counts as gone.
 */
async function gone(
  deps: BalanceBooksDeps,
  before: readonly Fact[],
  after: readonly Fact[],
  signals: readonly Signal[],
): Promise<readonly Difference[]> {
  const isLiving = livingOn(localDay(deps.now()));
  const missing = (facts: readonly Fact[], among: readonly Fact[], there: readonly Signal[]): readonly Fact[] => {
    const living = new Set(among.filter(isLiving).map(({ id }) => id));
    const seen = new Set(there.map(({ factId }) => factId));
    return facts.filter((fact) => isLiving(fact) && living.has(fact.id) && !seen.has(fact.id));
  };
  const suspect = missing(before, after, signals);
  if (suspect.length === 0) return [];
  const again = await everySignal(deps);
  const still = missing(suspect, await deps.statistics.factsOf(lastMonths(localMonth(deps.now()), MONTHS)), again);
  return still.map(({ id, status }) => ({ kind: status === 'closed' ? 'gone-early' : 'lost', factId: id }));
}

/** A fact says `closed` for good, also once its signal has expired; until then it says until when. */
const livingOn =
  (today: string) =>
  ({ status, keptUntil }: Fact): boolean =>
    OPEN.has(status) || (status === 'closed' && keptUntil !== undefined && keptUntil > today);
const OPEN: ReadonlySet<Fact['status']> = new Set(['received', 'assigned', 'following-up', 'in-contact']);

/** Facts stay for good, so of the same months there are never fewer than there were. As many as came in since then are not missed. */
async function factsLost(deps: BalanceBooksDeps, lastNight: JobReport | undefined): Promise<readonly Difference[]> {
  const { accepted } = lastNight?.counts ?? {};
  if (!lastNight || accepted === undefined) return [];
  const count = accepted - (await deps.statistics.factsOf(lastMonths(localMonth(lastNight.at), MONTHS))).length;
  return count > 0 ? [{ kind: 'facts-lost', count }] : [];
}

/** The fact comes with the route: what came in a moment ago has none yet. Practice never has one. */
const leavesFact = ({ assignment, practice }: Signal): boolean => assignment !== undefined && !practice;

const everySignal = async (deps: BalanceBooksDeps): Promise<readonly Signal[]> =>
  deps.signals.findAll(await deps.census.everyId());

/** What ended as far back as the ledger goes, and how long ago the last of it did. */
async function lastEnds({ ledger, rules }: BalanceBooksDeps, now: EpochSeconds) {
  const days = daysOfLedger(rules, now);
  const ended = await ledger.endedOn(days);
  for (const [daysSinceEnd, day] of ended.length > 0 ? days.entries() : [])
    if ((await ledger.endedOn([day])).length > 0) return { daysSinceEnd, ended };
  return { ended };
}
