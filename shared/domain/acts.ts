import { relationOf } from './access.ts';
import { nextAssignment } from './assignment.ts';
import { plusOnClock } from './clock.ts';
import { closed, endOfClosed } from './closing.ts';
import { inDanger, isInDanger, outOfDanger } from './danger.ts';
import type { Member } from './directory.ts';
import type { NeighbourhoodId, PartnerId, SignalId } from './ids.ts';
import { type Act, type Refusal, refusalOf } from './life.ts';
import { planEnded, visitorOf } from './plan-ended.ts';
import { answered } from './resident-request.ts';
import type { Rules } from './settings.ts';
import {
  type Attempt,
  type Contact,
  type FollowUp,
  type Information,
  isVisible,
  ownerOf,
  type Plan,
  type Signal,
  type Step,
  type Triage,
} from './signal.ts';
import { ATTEMPTS_BEFORE_CHOICE, attemptStep, followUpStep, stepAfterAttempt, visitStep } from './step.ts';
import { type EpochSeconds, latest, plusElapsed } from './time.ts';
import type {
  DANGER_HANDLED,
  DISMISSALS,
  ERASURE_ASKED,
  HAND_OVER_REASONS,
  Outcome,
  REQUEST_ANSWERS,
} from './words.ts';

/** What a person asks of a signal. `at` of what happened lies in the past or is the moment of recording. */
export type Command =
  | { readonly act: 'release' }
  | { readonly act: 'dismiss'; readonly reason: (typeof DISMISSALS)[number] }
  /** `plan`: who goes and when, said in the same breath; only where somebody goes. */
  | ({ readonly act: 'triage'; readonly plan?: Plan } & Omit<Triage, 'at'>)
  | {
      readonly act: 'hand-over';
      readonly to: PartnerId;
      readonly reason: (typeof HAND_OVER_REASONS)[number];
      /** Where the address lies after all: for a signal of which nobody knew, or of which the wrong one was known. */
      readonly neighbourhoodId?: NeighbourhoodId;
    }
  | { readonly act: 'take-over' }
  | { readonly act: 'decline' }
  | { readonly act: 'plan'; readonly plan: Plan }
  | { readonly act: 'cannot-go' }
  | { readonly act: 'attempt'; readonly attempt: Attempt }
  | {
      readonly act: 'contact';
      readonly contact: Omit<Contact, 'consent'>;
      readonly consent: Contact['consent'];
      readonly outcome?: Outcome;
    }
  | {
      readonly act: 'contact';
      readonly consent: 'erase-now';
      /** Absent: just now. */
      readonly at?: EpochSeconds;
      readonly also?: readonly SignalId[];
      readonly elsewhere?: boolean;
    }
  /** Somebody sees danger: told at once, whatever else is still to be recorded. */
  | { readonly act: 'alarm' }
  | { readonly act: 'all-clear'; readonly how: (typeof DANGER_HANDLED)[number] }
  /** What the resident says later about keeping the data. `agreements` replaces what was noted; absent: nothing is. Wiping is `erase`. */
  | { readonly act: 'consent'; readonly consent: 'keep' | 'not-given'; readonly agreements?: string }
  | ({ readonly act: 'inform' } & Omit<Information, 'at'>)
  | ({ readonly act: 'follow-up' } & Omit<FollowUp, 'at'>)
  | { readonly act: 'close'; readonly outcome: Outcome }
  | { readonly act: 'reopen' }
  | { readonly act: 'answer'; readonly request: string; readonly how: (typeof REQUEST_ANSWERS)[number] }
  | {
      readonly act: 'erase';
      readonly asked: (typeof ERASURE_ASKED)[number];
      /** Others at the address that are about the same person. */
      readonly also?: readonly SignalId[];
      /** Ask it of whoever else has something about the address. */
      readonly elsewhere?: boolean;
    };

export type Decision =
  | { readonly kind: 'changed'; readonly signal: Signal }
  | { readonly kind: 'erased' }
  | { readonly kind: 'late' }
  | Refusal;

type Circumstances = {
  readonly member: Member;
  readonly rules: Rules;
  readonly now: EpochSeconds;
  readonly seenVersion: number;
};

/**
 * What becomes of a signal when somebody acts on it. Pure: the caller stores the answer, or erases.
 * `late`: somebody else acted since the caller looked; the last history line says who, what and when.
 */
export function decide(signal: Signal, command: Command, { member, rules, now, seenVersion }: Circumstances): Decision {
  if (!isVisible(signal, now)) return { kind: 'not-found' };
  const relation = relationOf(member, signal);
  const refusal = refusalOf(command.act, relation, signal);
  if (refusal && refusal.kind !== 'not-now')
    return signal.version !== seenVersion && recordedBefore(signal, command, member) ? { kind: 'late' } : refusal;
  // That the resident wants all of it gone stands, whatever a colleague did meanwhile (AVG art. 17).
  if (isErasure(command))
    return (signal.version === seenVersion ? refusal : refusalOf('erase', relation, signal)) ?? { kind: 'erased' };
  // Danger is danger, whatever a colleague did meanwhile; the same tap twice is one alarm.
  if (signal.version !== seenVersion && (command.act !== 'alarm' || didLast(signal, command, member)))
    return { kind: 'late' };
  if (refusal) return refusal;

  const next = changed(signal, command, member, rules, now);
  return {
    kind: 'changed',
    signal: {
      ...calledOff(
        signal,
        SAY_NOTHING_OF_THE_STEP.has(command.act) ? next : withoutInvitation(next),
        command,
        member,
        now,
      ),
      version: signal.version + 1,
      lastActedAt: now,
      history: [
        ...signal.history,
        ...actsOf(command).map((what) => ({ at: now, what, by: { memberId: member.id, name: member.name } })),
      ],
    },
  };
}

/** What is told of it: who decides to go and says when did two things at once. */
const actsOf = (command: Command): readonly Act[] =>
  command.act === 'triage' && command.plan ? ['triage', 'plan'] : [command.act];

type Erasure = Extract<Command, { act: 'erase' } | { consent: 'erase-now' }>;
const isErasure = (command: Command): command is Erasure =>
  command.act === 'erase' || (command.act === 'contact' && command.consent === 'erase-now');

/** A volunteer loses sight of what they recorded. Who presses again, or got no answer, hears that it was done: by themselves. */
const recordedBefore = (signal: Signal, command: Command, member: Member): boolean =>
  member.role === 'visitor' && didLast(signal, command, member);

function didLast({ history }: Signal, { act }: Command, { id }: Member): boolean {
  const last = history.findLast(({ by }) => by);
  return last?.by?.memberId === id && last.what === act;
}

/** Acts after which whoever was asked to step in is still needed: what is late stays late. */
const SAY_NOTHING_OF_THE_STEP: ReadonlySet<Act> = new Set(['answer', 'alarm', 'all-clear', 'decline']);

function changed(
  signal: Signal,
  command: Exclude<Command, Erasure>,
  member: Member,
  rules: Rules,
  now: EpochSeconds,
): Signal {
  switch (command.act) {
    case 'release':
      return received(signal);
    case 'dismiss':
      return closed(signal, rules, { at: now, outcome: 'dismissed', dismissal: command.reason });
    case 'triage':
      return triaged(signal, command, rules, now);
    case 'hand-over':
      return passedTo(command.to, relocated(tryAgain(signal, rules, now), command), now);
    case 'take-over':
      return passedTo(member.partnerId, signal, now);
    case 'decline':
      return declined(signal, member.partnerId, now);
    case 'cannot-go':
      return planEnded(signal, 'cannot-go', now);
    case 'plan':
      return { ...tryAgain(signal, rules, now), plan: command.plan };
    case 'attempt':
      return attempted(signal, command.attempt, rules, now);
    case 'contact':
      return contacted(signal, { ...command.contact, consent: command.consent }, command.outcome, rules, now);
    case 'alarm':
      return inDanger(signal, now);
    case 'all-clear':
      return safe(signal, command, rules, now);
    case 'consent':
      return consented(signal, command, rules, now);
    case 'inform':
      return { ...signal, informed: { at: now, how: command.how } };
    case 'follow-up':
      return {
        ...signal,
        followUps: [...signal.followUps, { at: now, helpStarted: command.helpStarted }],
        step: nextFollowUpStep(signal, rules, now),
      };
    case 'close':
      return closed(signal, rules, { at: now, outcome: command.outcome });
    case 'reopen':
      return reopened(ownerOf(signal) === member.partnerId ? signal : givenAgain(signal, now), rules, now);
    case 'answer':
      return requestAnswered(signal, command, rules, now);
  }
}

/** Whoever was asked to step in need not any more: somebody acted. A later step that is late asks again. */
function withoutInvitation(signal: Signal): Signal {
  if (!signal.assignment?.backup) return signal;
  const { backup, formerBackups = [], ...assignment } = signal.assignment;
  const former = [...new Set([...formerBackups, backup.partnerId])].filter((id) => id !== assignment.ownerId);
  return { ...signal, assignment: { ...assignment, ...(former.length > 0 && { formerBackups: former }) } };
}

/** Asked to step in, and cannot: the coordinator finds somebody else, and what is late stays late. */
function declined(signal: Signal, partnerId: PartnerId, at: EpochSeconds): Signal {
  const { assignment, ...rest } = withoutInvitation(signal);
  return assignment ? { ...rest, assignment: { ...assignment, declined: { partnerId, at } } } : signal;
}

/** The acts in which a visit takes place, whoever paid it. */
const VISITED: ReadonlySet<Act> = new Set(['attempt', 'contact']);

/** Whoever was to go and is not to go any more, because of what a colleague did, has to hear of it. */
function calledOff(before: Signal, after: Signal, { act }: Command, member: Member, now: EpochSeconds): Signal {
  const visitor = visitorOf(before);
  if (!visitor || visitor === member.id || visitor === visitorOf(after) || VISITED.has(act)) return after;
  const { planEnded: ended } = planEnded(before, 'called-off', now);
  return ended ? { ...after, planEnded: ended } : after;
}

/**
 * The desk saw that a held signal is a real one: it is routed as if it had just come in, under the deadlines it always had. Until
 * then the desk keeps it; its assignment also counts on, so that the next owner's mail is not taken for the one that the desk had.
 */
function received(signal: Signal): Signal {
  const { held: _held, step: _step, ...rest } = signal;
  return { ...rest, status: 'received' };
}

function triaged(
  signal: Signal,
  { tested, decision, duplicateOf, plan }: Extract<Command, { act: 'triage' }>,
  rules: Rules,
  now: EpochSeconds,
): Signal {
  const triage: Triage = { at: now, tested, decision, ...(duplicateOf && { duplicateOf }) };
  if (decision !== 'follow-up') return closed({ ...signal, triage }, rules, { at: now, outcome: decision });
  const step = visitStep(rules, 1, now, signal.deadlines.visitBefore);
  return { ...signal, triage, status: 'following-up', step, ...(plan && { plan }) };
}

/** After three failed attempts the coordinator chose that somebody tries again. */
const tryAgain = (signal: Signal, rules: Rules, now: EpochSeconds): Signal =>
  signal.step?.name === 'choice' ? { ...signal, step: attemptStep(rules, signal.attempts.length, now) } : signal;

/** A failed attempt meets the promise of a visit, except for somebody who reported themselves: they wait for a contact. */
function attempted(signal: Signal, attempt: Attempt, rules: Rules, now: EpochSeconds): Signal {
  const attempts = [...signal.attempts, attempt];
  const { plan: _done, ...rest } = signal;
  const keepsVisitStep = signal.report.about === 'myself' && signal.step?.name === 'visit' && now < signal.step.before;
  if (keepsVisitStep && attempts.length % ATTEMPTS_BEFORE_CHOICE !== 0) return { ...rest, attempts };
  return { ...rest, attempts, step: stepAfterAttempt(rules, attempts.length, now) };
}

function contacted(
  signal: Signal,
  reported: Contact,
  outcome: Outcome | undefined,
  rules: Rules,
  now: EpochSeconds,
): Signal {
  const {
    plan: _done,
    contact: before,
    earlierContacts = [],
    keptUntil: _thoughtOver,
    ...others
  } = reported.alarm ? inDanger(signal, now) : signal;
  // Danger that was told of before the talk is danger at the talk: nobody has to say it twice.
  const contact: Contact = { ...reported, alarm: reported.alarm || isInDanger(signal) };
  const earlier = before ? [...earlierContacts, before] : earlierContacts;
  const rest = {
    ...others,
    ...(earlier.length > 0 && {
      earlierContacts: contact.consent === 'keep' ? earlier : earlier.map(withoutAgreements),
    }),
  };
  if (contact.consent === 'not-given' || outcome) {
    return closed({ ...rest, contact }, rules, { at: now, outcome: outcome ?? 'no-help-wanted' });
  }
  const met: Signal = {
    ...rest,
    contact,
    status: 'in-contact',
    ...(contact.consent === 'undecided' && { keptUntil: plusElapsed(now, rules.retention.undecided) }),
  };
  return { ...met, step: nextFollowUpStep(met, rules, now) };
}

/** While somebody was in danger nobody asked what may be kept: the time to say so begins anew. */
function safe(
  signal: Signal,
  { how }: Extract<Command, { act: 'all-clear' }>,
  rules: Rules,
  now: EpochSeconds,
): Signal {
  const { keptUntil } = signal;
  return {
    ...outOfDanger(signal, { at: now, how }),
    ...(keptUntil !== undefined && { keptUntil: latest(keptUntil, plusElapsed(now, rules.retention.undecided)) }),
  };
}

/** Agreements may lie here only for as long as the resident is content with that. */
function withoutAgreements({ agreements: _notKept, ...contact }: Contact): Contact {
  return contact;
}

/** The resident says later what they want with the data; the clocks of the help run on. */
function consented(
  signal: Signal,
  { consent, agreements }: Extract<Command, { act: 'consent' }>,
  rules: Rules,
  now: EpochSeconds,
): Signal {
  if (!signal.contact) return signal;
  const { earlierContacts = [] } = signal;
  const contact: Contact = { ...withoutAgreements(signal.contact), consent };
  if (consent === 'keep') {
    const { keptUntil: _consented, ...others } = signal;
    const kept: Signal = { ...others, contact: { ...contact, ...(agreements && { agreements }) } };
    return kept.closing ? closed(kept, rules, kept.closing) : kept;
  }
  const refused: Signal = {
    ...signal,
    contact: { ...contact, wishes: [] },
    ...(earlierContacts.length > 0 && {
      earlierContacts: earlierContacts.map((one) => ({ ...withoutAgreements(one), wishes: [] })),
    }),
  };
  return closed(refused, rules, { ...(signal.closing ?? { outcome: 'no-help-wanted' }), at: now });
}

/** Counted over the whole life: a signal that was reopened must not find its reminders already sent. */
function nextFollowUpStep({ history, keptUntil }: Signal, rules: Rules, now: EpochSeconds): Step {
  const before = history.filter(({ what }) => what === 'contact' || what === 'follow-up').length;
  return followUpStep(rules, before + 1, now, keptUntil);
}

/** An objection that is honoured ends it (AVG art. 21); a copy that was given keeps nothing any longer. */
function requestAnswered(
  signal: Signal,
  { request, how }: Extract<Command, { act: 'answer' }>,
  rules: Rules,
  now: EpochSeconds,
): Signal {
  const wish = signal.requests?.find(({ id }) => id === request)?.wish;
  const next = { ...signal, requests: answered(signal, request, { at: now, how }) };
  if (wish === 'object' && how === 'done') return closed(next, rules, { at: now, outcome: 'objected' });
  // Not an end that is past: the table's own time to live counts from it.
  if (next.closing) return { ...next, expiresAt: latest(now, endOfClosed(next, rules, next.closing)) };
  return next.keptUntil === undefined ? next : { ...next, keptUntil: latest(now, next.keptUntil) };
}

/** Opened by somebody else: its owner hears of it as of a new one. */
const givenAgain = (signal: Signal, now: EpochSeconds): Signal =>
  signal.assignment ? { ...signal, assignment: nextAssignment(signal, signal.assignment.ownerId, now) } : signal;

/** What the resident did not consent to keep is kept no longer by being opened again; only a new talk can change that. */
function reopened(signal: Signal, rules: Rules, now: EpochSeconds): Signal {
  const { closing: _undone, expiresAt, quietUntil: _said, ...rest } = signal;
  const consented = !rest.contact || rest.contact.consent === 'keep';
  const number = 1 + signal.history.filter(({ what }) => what === 'reopen').length;
  return {
    ...rest,
    ...(!consented && expiresAt !== undefined && { keptUntil: expiresAt }),
    status: 'following-up',
    step: visitStep(
      rules,
      number + 1,
      now,
      latest(signal.deadlines.visitBefore, plusOnClock(rules, now, rules.durations.visit)),
    ),
  };
}

/** A neighbourhood that somebody called wrong is not kept, even when nobody says which one is right. */
function relocated(signal: Signal, { reason, neighbourhoodId }: Extract<Command, { act: 'hand-over' }>): Signal {
  if (!signal.assignment || (!neighbourhoodId && reason !== 'wrong-neighbourhood')) return signal;
  const { neighbourhoodId: _before, ...assignment } = signal.assignment;
  return { ...signal, assignment: { ...assignment, ...(neighbourhoodId && { neighbourhoodId }) } };
}

/** Into other hands. The clocks are the resident's and keep running; a plan was one for people of the owner before. */
function passedTo(ownerId: PartnerId, signal: Signal, now: EpochSeconds): Signal {
  const { plan: _theirs, ...rest } = signal;
  return { ...rest, assignment: nextAssignment(signal, ownerId, now) };
}
