import { plannedVisit } from './access.ts';
import { isInDanger } from './danger.ts';
import type { MemberId } from './ids.ts';
import { mailKey, type Recipient } from './mail-key.ts';
import { askRegistersAt, tellOwnerAt } from './register-check.ts';
import { asksToBeLeftAlone, remindOfRequestAt } from './resident-request.ts';
import { endOfUnclosed } from './retention.ts';
import type { Rules } from './settings.ts';
import { type Closing, isToBeInformed, type Step, type Unsettled } from './signal.ts';
import { type EpochSeconds, earliest, latest, plusElapsed } from './time.ts';

export type Message =
  | 'notify'
  | 'planned'
  | 'called-off'
  | 'cannot-go'
  | 'declined'
  | `remind-${Step['name']}`
  | `escalate-${Step['name']}`
  | 'choose'
  | 'alarm'
  | 'warn-inform'
  | 'warn-expiry'
  | 'warn-undecided'
  | 'request'
  | 'request-told'
  | 'remind-request'
  | 'update-received'
  | 'update-picked-up'
  | 'update-closed';

export type MailEffect = {
  readonly kind: 'mail';
  /** As `mailKey` makes it. */
  readonly key: string;
  readonly message: Message;
  /** One effect has one recipient. */
  readonly to: Recipient;
};
export type Effect =
  | { readonly kind: 'route' }
  | MailEffect
  | { readonly kind: 'check-registers' }
  | { readonly kind: 'forget-reporter' }
  | { readonly kind: 'expire' };
type Planned = { readonly at: EpochSeconds; readonly effect: Effect };

/** An owner who cannot be reached is no reason for silence: then the second mailbox, then the backup, then the coordinator. */
const OWNER: readonly Recipient[] = ['owner-first', 'owner-second', 'backup-first', 'coordinator-first'];
/** The owner's own, where others hear the same anyway. */
const TEAM: readonly Recipient[] = ['owner-first', 'owner-second'];
const BACKUP: readonly Recipient[] = ['backup-first', 'backup-second'];
const COORDINATOR: readonly Recipient[] = ['coordinator-first', 'coordinator-second'];
/** A visit that its visitor does not know of will not be paid: then those who planned it hear so in time. */
const VISITOR: readonly Recipient[] = ['visitor', 'owner-first', 'owner-second'];
const FORMER_VISITOR: readonly Recipient[] = ['former-visitor'];
/** Who is about to go, beside those who hear it anyway. */
const ON_THE_WAY: readonly Recipient[] = ['visitor'];
const REPORTER: readonly Recipient[] = ['reporter'];

/** How long an unsent last message to the reporter, or an unheard alarm, may keep data after closing. */
const LAST_MESSAGE_SECONDS = 3_600;

/**
 * Everything that is still to be done about a signal without a person, each with its moment. The one place where effects come from:
 * what is due, and when to look again, both follow from it.
 */
function agenda(signal: Unsettled, rules: Rules): Planned[] {
  const alarm = alarms(signal, rules);
  const calledOff = mailsOfPlanEnded(signal, rules);
  const lastMessage = nextMailOf(
    signal,
    rules,
    'update-closed',
    'update-closed',
    signal.closing && toldAt(signal, signal.closing),
    wantsUpdates(signal) ? REPORTER : [],
  );
  return [
    ...(signal.status === 'received' ? [{ at: signal.receivedAt, effect: { kind: 'route' } as const }] : []),
    ...questionToRegisters(signal, rules),
    ...mailsToOwner(signal, rules),
    ...mailsOfPlan(signal, rules),
    ...calledOff,
    ...mailOfDecline(signal, rules),
    ...mailsOfStep(signal, rules),
    ...alarm,
    ...mailsOfRequests(signal, rules),
    ...updates(signal, rules),
    ...lastMessage,
    ...ending(signal, rules, alarm.length + calledOff.length + lastMessage.length > 0),
  ];
}

/**
 * What is to be done now. Nothing while somebody holds the claim. First what needs nothing but the signal: no mailbox or register that fails may
 * keep anybody's data. Then mails, in the order in which they came up. Registers last: whatever their silence does to a run, everything else has
 * been done by then.
 */
export function dueEffects(signal: Unsettled, rules: Rules, now: EpochSeconds): Effect[] {
  if (signal.claim && now < signal.claim.until) return [];
  return agenda(signal, rules)
    .filter(({ at }) => at <= now)
    .sort((one, other) => TURN[one.effect.kind] - TURN[other.effect.kind] || one.at - other.at)
    .map(({ effect }) => effect);
}

const TURN: Readonly<Record<Effect['kind'], number>> = {
  expire: 0,
  'forget-reporter': 1,
  route: 2,
  mail: 3,
  'check-registers': 4,
};

/**
 * When to look again: the first moment on the agenda, but not while a claim runs. The hard cap makes sure that there is one. A claim
 * that its holder never ended must not make this a moment in the past: nothing would be due, so nothing would move it on.
 */
export function nextAt(signal: Unsettled, rules: Rules): EpochSeconds {
  const first = earliest(...agenda(signal, rules).map(({ at }) => at));
  return signal.claim ? latest(first, signal.claim.until) : first;
}

function questionToRegisters(signal: Unsettled, rules: Rules): Planned[] {
  const at = askRegistersAt(signal, rules);
  return at === undefined ? [] : [{ at, effect: { kind: 'check-registers' } }];
}

function mailsToOwner(signal: Unsettled, rules: Rules): Planned[] {
  const { assignment, status } = signal;
  if (!assignment) return [];
  if (status === 'closed' && signal.practice) return [];
  if (status === 'closed') return [...warnInform(signal, rules), ...warnUndecided(signal, rules)];
  const unseen = isUnseen(signal, assignment.since);
  const notifyAt = tellOwnerAt(signal, assignment.since, rules);
  const notify = unseen ? nextMailOf(signal, rules, `notify-${assignment.number}`, 'notify', notifyAt, OWNER) : [];
  if (signal.practice) return notify;
  return [...notify, ...warnInform(signal, rules), ...warnUnclosed(signal, rules)];
}

/** What others do while it lies with an owner tells nobody there that it does. */
const BY_OTHERS: ReadonlySet<string> = new Set(['answer', 'all-clear', 'request', 'decline', 'cannot-go']);

const GIVEN: ReadonlySet<string> = new Set(['assign', 'hand-over', 'take-over', 'reopen']);

/** Whether nobody of the owner did anything with it since it was theirs. Who took it over has it on screen. */
function isUnseen({ history, lastActedAt }: Unsettled, since: EpochSeconds): boolean {
  if (history.findLast(({ what }) => GIVEN.has(what))?.what === 'take-over') return false;
  const acts = history.filter(({ by, at }) => by && at > since);
  return lastActedAt <= since || (acts.length > 0 && acts.every(({ what }) => BY_OTHERS.has(what)));
}

/** What nobody closes does not vanish unseen: its owner hears in time when it ends, and once for each such moment. */
function warnUnclosed(signal: Unsettled, rules: Rules): Planned[] {
  const endsAt = endOfUnclosed(rules, signal);
  const message = signal.contact?.consent === 'undecided' ? 'warn-undecided' : 'warn-expiry';
  const warnAt = plusElapsed(endsAt, -rules.retention.warning);
  return nextMailOf(signal, rules, `${message}-${endsAt}`, message, warnAt, OWNER);
}

/** Of somebody who was still thinking it over nothing stays unless they say so: their owner asks in time. */
function warnUndecided(signal: Unsettled, rules: Rules): Planned[] {
  const { closing, contact, expiresAt } = signal;
  if (!closing || expiresAt === undefined || contact?.consent !== 'undecided') return [];
  const warnAt = plusElapsed(expiresAt, -rules.retention.warning);
  // Where they are kept no longer than the warning comes ahead, closing said enough.
  if (warnAt <= closing.at) return [];
  return nextMailOf(signal, rules, `warn-undecided-${closing.at}`, 'warn-undecided', warnAt, OWNER);
}

/** Somebody about whom another told must hear of it within a month (AVG art. 14(3)(a)); once closed, only who was met and is kept. */
function warnInform(signal: Unsettled, rules: Rules): Planned[] {
  if (!isToBeInformed(signal)) return [];
  const warnAt = plusElapsed(signal.receivedAt, rules.durations.inform);
  return nextMailOf(signal, rules, 'warn-inform', 'warn-inform', warnAt, OWNER);
}

/** Whoever is to go hears it, unless they planned it themselves. Each plan is a new one, also for the same visitor at another time. */
function mailsOfPlan(signal: Unsettled, rules: Rules): Planned[] {
  const { plan, history } = signal;
  const plans = history.filter(({ what }) => what === 'plan');
  const last = plans.at(-1);
  if (!plan || !last || !('memberId' in plan.by) || plan.by.memberId === last.by?.memberId) return [];
  return nextMailOf(signal, rules, `planned-${plans.length}`, 'planned', last.at, VISITOR);
}

/** A visit that is off: its visitor hears it, or its owner, when the visitor is the one who cannot go and nobody was found yet. */
function mailsOfPlanEnded(signal: Unsettled, rules: Rules): Planned[] {
  const { planEnded, plan, status, lastActedAt } = signal;
  if (!planEnded) return [];
  const { why, number, at } = planEnded;
  if (why === 'called-off') return nextMailOf(signal, rules, `called-off-${number}`, why, at, FORMER_VISITOR);
  const isOpenStill = status === 'following-up' && !plan && lastActedAt <= at;
  return isOpenStill ? nextMailOf(signal, rules, `cannot-go-${number}`, why, at, OWNER) : [];
}

/** A backup that cannot step in is the coordinator's to replace, as long as nobody acts. */
function mailOfDecline(signal: Unsettled, rules: Rules): Planned[] {
  const { assignment, status, lastActedAt } = signal;
  const { declined } = assignment ?? {};
  if (!declined || status === 'closed' || lastActedAt > declined.at) return [];
  return nextMailOf(signal, rules, `declined-${declined.at}`, 'declined', declined.at, COORDINATOR);
}

/** One reminder at half the time of the running step; at its deadline the backup and the coordinator, together. */
function mailsOfStep(signal: Unsettled, rules: Rules): Planned[] {
  const { step } = signal;
  if (!step) return [];
  const { name, number } = step;
  // Who could go is not sent there; the coordinator, who answers, hears of the deadline all the same.
  const mayGo = !asksToBeLeftAlone(signal);
  const { declined } = signal.assignment ?? {};
  const mayStepIn = mayGo && !(declined && declined.at >= step.before);
  if (name === 'choice') return nextMailOf(signal, rules, `choose-${number}`, 'choose', step.startedAt, COORDINATOR);
  const escalation = `escalate-${name}-${number}`;
  return [
    ...(step.remindAt < step.before && mayGo
      ? nextMailOf(signal, rules, `remind-${name}-${number}`, `remind-${name}`, step.remindAt, OWNER)
      : []),
    ...(name === 'held' || !mayStepIn
      ? []
      : nextMailOf(signal, rules, escalation, `escalate-${name}`, step.before, BACKUP)),
    ...nextMailOf(signal, rules, escalation, `escalate-${name}`, step.before, COORDINATOR),
  ];
}

/**
 * What a resident asks is for the coordinator, and again before the time that the law gives is over. Whoever might still go there hears
 * that something was asked with the letter that they gave; of what was said elsewhere nobody knows yet whether it is about the same person.
 */
const mailsOfRequests = (signal: Unsettled, rules: Rules): Planned[] =>
  (signal.requests ?? []).flatMap((request, index) =>
    request.answered
      ? []
      : [
          ...nextMailOf(signal, rules, `request-${index + 1}`, 'request', request.at, COORDINATOR),
          ...(signal.status === 'closed' || request.toldTo
            ? []
            : [
                ...nextMailOf(signal, rules, `request-${index + 1}`, 'request-told', request.at, TEAM),
                ...onTheWay(signal, rules, `request-${index + 1}`, 'request-told', request.at),
              ]),
          ...nextMailOf(
            signal,
            rules,
            `remind-request-${index + 1}`,
            'remind-request',
            remindOfRequestAt(request),
            COORDINATOR,
          ),
        ],
  );

/** At once, to whoever coordinates and to whoever has it: nobody who could go is to hear it from another. Until somebody says that it is handled. */
function alarms(signal: Unsettled, rules: Rules): Planned[] {
  const { danger } = signal;
  if (!danger || !isInDanger(signal)) return [];
  const base = `alarm-${danger.number}`;
  return [
    ...nextMailOf(signal, rules, base, 'alarm', danger.at, COORDINATOR),
    ...nextMailOf(signal, rules, base, 'alarm', danger.at, TEAM),
    ...(raisedIt(signal, danger.at, plannedVisit(signal)?.memberId)
      ? []
      : onTheWay(signal, rules, base, 'alarm', danger.at)),
  ];
}

/** Who saw the danger needs no mail of it. */
const raisedIt = ({ history }: Unsettled, since: EpochSeconds, visitor: MemberId | undefined): boolean =>
  history.some(({ at, by }) => at === since && by !== undefined && by.memberId === visitor);

/** Whoever is planned to go: nobody is to walk into danger, or to a door behind which somebody asked to be left alone. */
const onTheWay = (signal: Unsettled, rules: Rules, base: string, message: Message, at: EpochSeconds): Planned[] =>
  plannedVisit(signal) ? nextMailOf(signal, rules, base, message, at, ON_THE_WAY) : [];

function updates(signal: Unsettled, rules: Rules): Planned[] {
  // The sender of a held signal may be no person, and the address somebody else's.
  if (!wantsUpdates(signal) || signal.status === 'closed' || signal.held) return [];
  const pickedUpAt = signal.status === 'following-up' || signal.status === 'in-contact' ? signal.triage?.at : undefined;
  return [
    ...nextMailOf(signal, rules, 'update-received', 'update-received', signal.receivedAt, REPORTER),
    ...nextMailOf(signal, rules, 'update-picked-up', 'update-picked-up', pickedUpAt, REPORTER),
  ];
}

/** What is known of the reporter goes at closing, everything else at the end of its time; only the last message may hold that up, an hour at most. */
function ending(signal: Unsettled, rules: Rules, messagePending: boolean): Planned[] {
  const { closing, expiresAt, reporter } = signal;
  if (!closing || expiresAt === undefined) return [{ at: endOfUnclosed(rules, signal), effect: { kind: 'expire' } }];
  const free = messagePending ? plusElapsed(toldAt(signal, closing), LAST_MESSAGE_SECONDS) : closing.at;
  return [
    ...(reporter || signal.report.source ? [{ at: free, effect: { kind: 'forget-reporter' } as const }] : []),
    { at: latest(expiresAt, free), effect: { kind: 'expire' } },
  ];
}

/** When the reporter may hear that it is closed. */
const toldAt = ({ quietUntil }: Unsettled, { at }: Closing): EpochSeconds => latest(at, quietUntil ?? at);

const wantsUpdates = ({ reporter }: Unsettled): boolean => Boolean(reporter?.wantsUpdates && reporter.email);

/** The next mail of a message: to the first of `recipients` that may still be reached, until one of them has it. Empty when nothing is left to send. */
function nextMailOf(
  { mails, practice }: Unsettled,
  { durations }: Rules,
  base: string,
  message: Message,
  dueAt: EpochSeconds | undefined,
  recipients: readonly Recipient[],
): Planned[] {
  if (dueAt === undefined) return [];
  let at = dueAt;
  for (const to of recipients) {
    // Whoever practises is alarmed; nobody else has to be.
    if (practice && !(to === 'visitor' || to.startsWith('owner'))) continue;
    const key = mailKey(base, to);
    const effect: MailEffect = { kind: 'mail', key, message, to };
    const known = mails[key];
    if (!known) return [{ at, effect }];
    if (known.state === 'waiting') return [{ at: known.retryAt ?? known.at, effect }];
    if (known.state === 'delivered') return [];
    if (known.state === 'sent') at = plusElapsed(known.at, durations.delivery);
    if (known.state === 'failed' || known.state === 'returned') at = known.at;
  }
  return [];
}
