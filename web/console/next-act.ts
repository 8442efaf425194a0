import type { SignalView } from '#shared/contracts/console.ts';
import { ACTS, type Act } from '#shared/domain/life.ts';
import type { BlockedWord, SituationWord } from '#shared/texts/console-texts.ts';

export type NextAct = {
  readonly situation: SituationWord;
  /** The biggest button. Absent when nothing has to be done now. */
  readonly primary?: Act;
  /** As likely as the first, but not the first. */
  readonly alongside: readonly Act[];
  readonly others: readonly Act[];
  readonly blocked?: BlockedWord;
};

type Seen = Pick<
  SignalView,
  | 'acts'
  | 'status'
  | 'relation'
  | 'withDesk'
  | 'aboutThemselves'
  | 'neighbourhood'
  | 'step'
  | 'held'
  | 'escalated'
  | 'overdue'
  | 'alarm'
  | 'requests'
  | 'contactAt'
  | 'contact'
  | 'plan'
  | 'attempts'
  | 'followUps'
>;

/** "Is de hulp gestart?" is asked in the last days of its fourteen; before that there is nothing to ask. */
const ASK_AHEAD_MS = 2 * 86_400_000;

/** What is sensible to do next. What is possible comes from the server; this only puts it in order. */
export function nextAct(signal: Seen, now: Date): NextAct {
  const situation = situationOf(signal, now);
  const sensible = (act: Act) =>
    (act !== 'consent' || signal.contact?.consent === 'undecided') &&
    (act !== 'inform' || signal.contact?.informed === 'not-yet') &&
    (act !== 'erase' || signal.requests?.some(({ wish }) => wish === 'erase'));
  const [first, ...then] = WANTED[situation].filter((act) => signal.acts.includes(act) && sensible(act));
  const asksNow = situation !== 'help-later' && situation !== 'with-owner' && situation !== 'closed';
  const primary = asksNow ? first : undefined;
  const alongside = asksNow ? then : [];
  const others = ACTS.filter((act) => signal.acts.includes(act) && act !== primary && !alongside.includes(act));
  const blocked = blockedIn(signal);
  return { situation, ...(primary && { primary }), alongside, others, ...(blocked && { blocked }) };
}

/** The order in which acts make sense; what is not possible falls out. */
const WANTED: Readonly<Record<SituationWord, readonly Act[]>> = {
  'take-over': ['take-over'],
  held: ['release', 'dismiss'],
  triage: ['triage'],
  asked: ['triage'],
  locate: ['hand-over', 'triage'],
  plan: ['plan', 'contact', 'attempt', 'alarm'],
  ahead: ['contact', 'attempt', 'alarm'],
  planned: ['contact', 'attempt', 'alarm'],
  again: ['plan', 'contact', 'attempt', 'alarm'],
  reopened: ['plan', 'contact', 'attempt', 'alarm'],
  inform: ['inform', 'consent'],
  request: ['answer', 'erase'],
  'request-waits': [],
  choose: ['plan', 'attempt', 'hand-over', 'close'],
  'choice-of-coordinator': ['contact', 'alarm'],
  undecided: ['consent', 'inform'],
  'help-later': [],
  help: ['follow-up', 'consent', 'inform'],
  'wrap-up': ['close', 'inform'],
  escalated: ['hand-over'],
  alarm: ['all-clear'],
  danger: ['all-clear'],
  'with-owner': [],
  closed: [],
  'on-its-way': [],
};

/** What the desk has because nobody knew whose it is: finding that out is its work. */
export const toLocate = ({ withDesk, neighbourhood }: { withDesk: boolean; neighbourhood?: string | undefined }) =>
  withDesk && neighbourhood === undefined;

/** Whoever objects, or wants all of it gone, is not visited before somebody answered (AVG art. 17 and 21). */
const waits = ({ requests }: Pick<Seen, 'requests'>): boolean =>
  requests?.some(({ wish }) => wish === 'erase' || wish === 'object') ?? false;

function situationOf(
  {
    acts,
    status,
    relation,
    withDesk,
    aboutThemselves,
    neighbourhood,
    step,
    held,
    escalated,
    overdue,
    alarm,
    requests,
    contact,
    contactAt,
    plan,
    attempts,
    followUps,
  }: Seen,
  now: Date,
): SituationWord {
  // Before all else, also once it is closed; whoever only visits goes on with the visit.
  if (alarm && relation === 'coordinator') return 'alarm';
  if (alarm && relation === 'owner') return 'danger';
  if (waits({ requests }) && relation === 'coordinator') return 'request';
  if (status === 'closed') return requests && relation === 'coordinator' ? 'request' : 'closed';
  if (waits({ requests }) && relation !== 'backup') return 'request-waits';
  if (relation === 'backup') return acts.includes('take-over') ? 'take-over' : 'with-owner';
  if (relation === 'coordinator') {
    if (step?.name === 'choice') return 'choose';
    // Mailed to the coordinator too when there is no backup to ask.
    if (escalated || overdue) return 'escalated';
    return requests ? 'request' : 'with-owner';
  }
  if (held) return 'held';
  switch (status) {
    case 'received':
      return 'on-its-way';
    case 'assigned':
      if (toLocate({ withDesk, neighbourhood })) return 'locate';
      return aboutThemselves ? 'asked' : 'triage';
    case 'following-up':
      if (step?.name === 'choice') return 'choice-of-coordinator';
      if (plan) return Date.parse(plan.at) > now.getTime() ? 'ahead' : 'planned';
      // Who was spoken to in an earlier life of the signal was reached: only what was tried since then failed.
      if ((contact || contactAt) && step?.name !== 'attempt') return 'reopened';
      return attempts?.length ? 'again' : 'plan';
    case 'in-contact':
      if (followUps?.some(({ helpStarted }) => helpStarted !== 'not-yet')) return 'wrap-up';
      if (!step || Date.parse(step.before) - now.getTime() <= ASK_AHEAD_MS) return 'help';
      if (contact?.informed === 'not-yet' && acts.includes('inform')) return 'inform';
      return contact?.consent === 'undecided' ? 'undecided' : 'help-later';
  }
}

function blockedIn({ status, relation, step, held, requests, aboutThemselves, alarm }: Seen): BlockedWord | undefined {
  if (relation === 'backup') return undefined;
  if (relation !== 'coordinator' && status !== 'closed' && waits({ requests })) return 'request';
  if (relation === 'planned-visitor') return undefined;
  if (status === 'closed') return 'closed';
  // In danger the coordinator acts too.
  if (relation === 'coordinator') return alarm || step?.name === 'choice' ? undefined : 'owner-acts';
  if (held) return 'held-first';
  if (status === 'assigned') return aboutThemselves ? 'asked-first' : 'triage-first';
  if (status === 'in-contact') return 'contact-made';
  return step?.name === 'choice' ? 'choice' : undefined;
}
