import { localDay, localMonth } from './amsterdam.ts';
import type { FactId, NeighbourhoodId, PartnerId } from './ids.ts';
import type { Report, Signal, Status } from './signal.ts';
import { type EpochSeconds, earliest } from './time.ts';
import { type Consent, REFERRALS, type Reason } from './words.ts';

/**
 * What statistics may keep of a signal: no address, no words, no day once it is gone; a month, whole hours and choices from closed lists. `id` is known
 * only to the signal, so a fact cannot be linked to anything once the signal is gone.
 */
export type Fact = {
  readonly id: FactId;
  readonly month: string;
  readonly neighbourhoodId?: NeighbourhoodId;
  readonly ownerId?: PartnerId;
  readonly about: Signal['report']['about'];
  readonly reporterKind: Report['reporterKind'];
  readonly reasons: readonly Reason[];
  readonly status: Status | 'erased' | 'expired';
  readonly outcome?: string;
  /** Of what is closed and still there: the day (Amsterdam) on which it ends. Goes with the signal: what is left of it has no day. */
  readonly keptUntil?: string;
  /** Whole hours from receipt. */
  readonly hoursToTriage?: number;
  readonly hoursToFirstAttempt?: number;
  /** `false` also when the deadline passed and it was never done. Absent: not done, and no deadline was missed. */
  readonly triagedInTime?: boolean;
  readonly visitedPreferred?: boolean;
  readonly visitedInTime?: boolean;
  readonly attempts: number;
  readonly consent?: Consent;
  readonly referrals: readonly (typeof REFERRALS)[number][];
};

/**
 * The whole fact as the signal stands at `now`; put again at every change, in the same transaction. `spokenAt`: when the resident was spoken to
 * who had everything erased there and then, so that the signal itself never came to know.
 */
export function factOf(
  signal: Signal,
  now: EpochSeconds,
  status: Fact['status'] = signal.status,
  spokenAt?: EpochSeconds,
): Fact {
  const { assignment, report, triage, closing, expiresAt, deadlines, receivedAt } = signal;
  const recorded = [...(signal.earlierContacts ?? []), ...(signal.contact ? [signal.contact] : [])];
  const contact = spokenAt === undefined ? signal.contact : { at: spokenAt, consent: 'erase-now' as const };
  const triedAt = [...signal.attempts, ...recorded, ...(contact ? [contact] : [])].map(({ at }) => at);
  const firstAttemptAt = triedAt.length > 0 ? earliest(...triedAt) : undefined;
  // What was closed did not wait any longer.
  const waitedUntil = earliest(now, closing?.at ?? now);
  const metAt = report.about === 'myself' ? (recorded[0] ?? contact)?.at : firstAttemptAt;
  return {
    id: signal.factId,
    month: localMonth(receivedAt),
    ...(assignment?.neighbourhoodId && { neighbourhoodId: assignment.neighbourhoodId }),
    ...(assignment && { ownerId: assignment.ownerId }),
    about: report.about,
    reporterKind: report.reporterKind,
    reasons: report.reasons,
    status,
    ...(closing && { outcome: closing.outcome }),
    ...(status === 'closed' && expiresAt !== undefined && now < expiresAt && { keptUntil: localDay(expiresAt) }),
    ...(triage && { hoursToTriage: wholeHours(triage.at - receivedAt) }),
    ...(firstAttemptAt !== undefined && { hoursToFirstAttempt: wholeHours(firstAttemptAt - receivedAt) }),
    ...metDeadlines({ triagedInTime: deadlines.triageBefore }, triage?.at, wasForPartner(signal), waitedUntil),
    ...metDeadlines(
      { visitedPreferred: deadlines.visitPreferredBefore, visitedInTime: deadlines.visitBefore },
      metAt,
      needsVisit(signal),
      waitedUntil,
    ),
    attempts: signal.attempts.length,
    ...(contact && { consent: contact.consent }),
    referrals: REFERRALS.filter((help) => recorded.some(({ referrals }) => referrals.includes(help))),
  };
}

/** Which of these deadlines were met by what happened at `at`; when nothing happened, which of them were missed while it was needed. */
function metDeadlines<Name extends string>(
  deadlines: Readonly<Record<Name, EpochSeconds>>,
  at: EpochSeconds | undefined,
  isNeeded: boolean,
  waitedUntil: EpochSeconds,
): { readonly [name in Name]?: boolean } {
  const entries = Object.entries<EpochSeconds>(deadlines);
  const met =
    at !== undefined
      ? entries.map(([name, before]) => [name, at <= before])
      : entries.filter(([, before]) => isNeeded && waitedUntil > before).map(([name]) => [name, false]);
  return Object.fromEntries(met);
}

/** What the desk or the registers ended was no signal for a partner to look at. */
const wasForPartner = ({ closing }: Signal): boolean =>
  closing?.outcome !== 'dismissed' && closing?.outcome !== 'ended-by-registers';

/** Until somebody decides that no visit is needed, one is. */
const needsVisit = (signal: Signal): boolean =>
  wasForPartner(signal) &&
  (signal.status !== 'closed' || signal.closing === undefined || signal.triage?.decision === 'follow-up');

const wholeHours = (seconds: number): number => Math.floor(Math.max(0, seconds) / 3_600);
