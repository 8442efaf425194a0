import type { Row } from '#shared/adapters/memory/memory-table.ts';
import type { Rules } from '#shared/domain/settings.ts';
import { type ExpectedLife, type ExpectedStep, LAST_MESSAGE } from './expected-life.ts';
import type { Owners } from './owners.ts';
import type { Timeline } from './timeline.ts';
import { inDaytime, workedBetween, workingTime } from './working-time.ts';

/** What the ledger knows of a signal, as far as mails follow from it. */
export type Mailed = {
  readonly id: string;
  readonly receivedAt: number;
  life: ExpectedLife;
  gone?: { readonly how: 'erased' | 'expired'; readonly at: number };
  row: Row | undefined;
  /** Whose it is. */
  owner: string | undefined;
  readonly isPractice: boolean;
  readonly faults: number[];
  readonly sends: ReadonlyMap<string, { readonly atMs: number }>;
};

/** Nobody is sent to somebody who asked to be left alone. */
export const isLeftAlone = ({ life }: Pick<Mailed, 'life'>): boolean =>
  life.requests.some(({ wish, answered }) => !answered && (wish === 'object' || wish === 'erase'));

type MustHappen = (
  signal: Pick<Mailed, 'id' | 'faults'>,
  ms: number,
  done: () => boolean,
  promised: 'late unseen' | 'kept',
  why: () => string,
) => void;

/** On which clock a step runs: of visits the one of the municipality, of work the hours in which somebody works, of help elapsed time. */
const CLOCK: Readonly<Record<ExpectedStep['name'], 'own' | 'working' | 'elapsed'>> = {
  held: 'working',
  triage: 'own',
  visit: 'own',
  attempt: 'working',
  choice: 'working',
  'follow-up': 'elapsed',
};

/** The mails that follow from nothing but time, each with the moment at which somebody else would send it: no moment here is taken from the agenda. */
export function mailWatch({
  line,
  rules,
  owners,
  mustHappen,
}: {
  readonly line: Timeline;
  readonly rules: Rules;
  readonly owners: Owners;
  readonly mustHappen: MustHappen;
}) {
  const working = workingTime(rules.officeHours);
  const worked = workedBetween(rules.officeHours);

  /** At half the time of a step, when it can be read; undefined when there is no half. Seconds. */
  const remindAt = ({ receivedAt }: Mailed, { name, startedAt, before }: ExpectedStep): number | undefined => {
    const from = name === 'triage' || name === 'held' ? receivedAt : startedAt;
    if (before <= from) return undefined;
    const isElapsed = CLOCK[name] === 'elapsed' || (CLOCK[name] === 'own' && rules.clock === 'elapsed');
    const half = isElapsed
      ? from + Math.floor((before - from) / 2)
      : Math.min(before, working(from, Math.floor(worked(from, before) / 2)));
    const at = inDaytime(half, from);
    return at < before ? at : undefined;
  };

  const wasSent = ({ sends }: Mailed, base: string | RegExp, sinceMs = 0): boolean => {
    const isIt = (key: string): boolean => (typeof base === 'string' ? key.startsWith(base) : base.test(key));
    for (const [key, { atMs }] of sends) if (atMs >= sinceMs && isIt(key)) return true;
    return false;
  };

  const stepBegan = (signal: Mailed, step: ExpectedStep): void => {
    if (signal.isPractice || step.name === 'choice') return;
    const beganMs = line.nowMs() - 60_000;
    const isOver = (): boolean => signal.gone !== undefined || signal.life.step?.count !== step.count;
    const remind = remindAt(signal, step);
    if (remind !== undefined)
      mustHappen(
        signal,
        Math.max(line.nowMs(), remind * 1_000),
        () => isOver() || isLeftAlone(signal) || wasSent(signal, `remind-${step.name}-`, beganMs),
        'late unseen',
        () => `nobody was reminded of its ${step.name} at ${new Date(remind * 1_000).toISOString()}`,
      );
    if (step.name !== 'held')
      line.at(step.before * 1_000, () => !isOver() && backupMustHear(signal, step, beganMs, isOver));
  };

  const backupMustHear = (signal: Mailed, step: ExpectedStep, beganMs: number, isOver: () => boolean): void => {
    const { owner } = signal;
    const escalation = new RegExp(`^escalate-${step.name}-\\d+-backup-`);
    const dueMs = line.nowMs();
    if (owner === undefined || owners.backupOf(owner) === undefined) return;
    /** Since the deadline: whoever said that they cannot is not asked again. */
    const hasDeclined = (): boolean => {
      const { declined } = (signal.row?.['assignment'] ?? {}) as { readonly declined?: { readonly at: number } };
      return declined !== undefined && declined.at >= step.before;
    };
    mustHappen(
      signal,
      dueMs,
      () =>
        isOver() ||
        isLeftAlone(signal) ||
        hasDeclined() ||
        signal.owner !== owner ||
        owners.changedSince(dueMs) ||
        wasSent(signal, escalation, beganMs),
      'late unseen',
      () => `its ${step.name} was not done in time, and the backup of ${owner} did not hear of it`,
    );
  };

  /** The law gives a month to tell somebody that others spoke of them. */
  const isToBeInformed = ({ aboutThemselves, informed, contact, status }: ExpectedLife): boolean =>
    !aboutThemselves && !informed && (contact ? !contact.told : status !== 'closed');
  const received = (signal: Mailed): void => {
    if (signal.isPractice) return;
    const informMs = (signal.receivedAt + rules.durations.inform) * 1_000;
    const isOver = (): boolean =>
      signal.gone !== undefined || !isToBeInformed(signal.life) || signal.life.status === 'received';
    line.at(informMs, () => {
      if (isOver()) return;
      mustHappen(
        signal,
        informMs,
        () => isOver() || wasSent(signal, 'warn-inform-'),
        'late unseen',
        () => 'the resident has to hear of it this month, and nobody was told',
      );
    });
    reporterHears(signal, 'received');
  };

  const wantsUpdates = ({ row }: Mailed): boolean => {
    const reporter = row?.['reporter'] as { readonly email?: string; readonly wantsUpdates?: boolean } | undefined;
    return reporter?.wantsUpdates === true && reporter.email !== undefined;
  };
  /** Of its receipt, once a person may be behind it, or that somebody took it up; until it is closed. */
  const reporterHears = (signal: Mailed, what: 'received' | 'picked-up'): void => {
    if (signal.isPractice || !wantsUpdates(signal)) return;
    mustHappen(
      signal,
      line.nowMs(),
      () =>
        signal.gone !== undefined ||
        signal.life.held ||
        signal.life.closedAt !== undefined ||
        !wantsUpdates(signal) ||
        wasSent(signal, `update-${what}-`),
      'late unseen',
      () => `its reporter did not hear that it was ${what}`,
    );
  };

  /** The last message: nothing may end before it was sent, for an hour. */
  const closed = (signal: Mailed): void => {
    const { closedAt, quietUntil } = signal.life;
    if (closedAt === undefined || signal.isPractice || !wantsUpdates(signal)) return;
    const tellAt = Math.max(closedAt, quietUntil ?? 0);
    const isTooLate = (): boolean => line.nowMs() >= (tellAt + LAST_MESSAGE) * 1_000;
    mustHappen(
      signal,
      tellAt * 1_000,
      () =>
        wasSent(signal, 'update-closed-') ||
        signal.gone?.how === 'erased' ||
        signal.life.closedAt !== closedAt ||
        (isTooLate() && (signal.gone !== undefined || !wantsUpdates(signal))),
      'late unseen',
      () => 'its reporter did not hear that it was closed',
    );
  };

  /** What nobody closes, and who has not said whether they may be kept: their owner hears in time. */
  const endMoved = (signal: Mailed): void => {
    const { endsAt, closedAt, contact } = signal.life;
    if (signal.isPractice) return;
    const warnAt = endsAt - rules.retention.warning;
    if (closedAt !== undefined && (contact?.consent !== 'undecided' || warnAt <= closedAt)) return;
    const base =
      closedAt === undefined
        ? new RegExp(`^warn-(expiry|undecided)-${endsAt}-`)
        : new RegExp(`^warn-undecided-${closedAt}-`);
    const isOver = (): boolean => {
      const { life } = signal;
      const same = life.endsAt === endsAt && life.closedAt === closedAt && life.contact?.consent === contact?.consent;
      return signal.gone !== undefined || !same || life.status === 'received';
    };
    line.at(warnAt * 1_000, () => {
      if (isOver()) return;
      mustHappen(
        signal,
        line.nowMs(),
        () => isOver() || wasSent(signal, base),
        'late unseen',
        () => `ends at ${new Date(endsAt * 1_000).toISOString()}, and its owner was not warned`,
      );
    });
  };

  return {
    received,
    stepBegan,
    closed,
    endMoved,
    released: (signal: Mailed): void => reporterHears(signal, 'received'),
    pickedUp: (signal: Mailed): void => reporterHears(signal, 'picked-up'),
    wantsUpdates,
    remindAt,
  };
}
