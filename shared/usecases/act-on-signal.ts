import { asksReason, relationOf } from '#shared/domain/access.ts';
import { type Command, decide } from '#shared/domain/acts.ts';
import type { Member } from '#shared/domain/directory.ts';
import { erasureOf } from '#shared/domain/erasure.ts';
import { factOf } from '#shared/domain/fact.ts';
import { DESK, type SignalId } from '#shared/domain/ids.ts';
import type { Refusal } from '#shared/domain/life.ts';
import { openRequests } from '#shared/domain/resident-request.ts';
import type { Settings } from '#shared/domain/settings.ts';
import { settle } from '#shared/domain/settle.ts';
import { type HistoryLine, isVisible, ownerOf, type Plan, type Signal } from '#shared/domain/signal.ts';
import type { EpochSeconds } from '#shared/domain/time.ts';
import type { WrongField } from '#shared/domain/wrong-field.ts';
import type { AuditEvent } from '#shared/ports/audit-trail.ts';
import type { DirectoryReader } from '#shared/ports/directory-store.ts';
import type { SignalStore } from '#shared/ports/signal-store.ts';
import { type AskElsewhereDeps, askElsewhere } from './ask-elsewhere.ts';
import { auditLine } from './audit-line.ts';
import { type EraseOthersDeps, eraseOthersAtAddress } from './erase-others-at-address.ts';
import { existing, mayEraseTogether } from './others-at-address.ts';
import type { ReadReason } from './read-signal.ts';
import { untilWritten } from './until-written.ts';

export type ActOnSignalDeps = {
  readonly signals: SignalStore;
  readonly directory: Pick<DirectoryReader, 'partner' | 'member' | 'neighbourhoods'>;
  readonly settings: Settings;
  readonly now: () => EpochSeconds;
  /** A code that proves an erasure, and its SHA-256 in hex. */
  readonly newProof: () => { readonly code: string; readonly hash: string };
  readonly newRequestId: AskElsewhereDeps['newRequestId'];
  readonly onEraseFailure: EraseOthersDeps['onEraseFailure'];
};

export type ActOutcome =
  | { readonly kind: 'changed'; readonly signal: Signal }
  /** `signals`: how many went. `askedElsewhere`: the wish lies with whoever else has something about the address, if anybody has. */
  | {
      readonly kind: 'erased';
      readonly proofCode: string;
      readonly signals: number;
      readonly askedElsewhere: boolean;
    }
  /** Not all that goes along could be erased; what is left is named, this one last. The same again goes on where it stopped. */
  | { readonly kind: 'partly-erased'; readonly remaining: readonly SignalId[] }
  /** Somebody was first; who, what and when. */
  | { readonly kind: 'late'; readonly last: HistoryLine | undefined }
  | { readonly kind: 'invalid'; readonly errors: readonly WrongField[] }
  /** A coordinator has to say first why they look into this one, as to read it. */
  | { readonly kind: 'reason-needed' }
  | Refusal;

/**
 * What a person does with a signal: one transaction of signal, audit line and fact. When only the system wrote in between, the act is decided
 * again on the new state; when a person did, this one is late.
 *
 * `shown`: given when the signal is shown to who acted on it. Then a coordinator gives a reason with the act wherever reading it asks one: else
 * an act would open what a read does not. It is asked of the signal as it was before the act.
 */
export async function actOnSignal(
  deps: ActOnSignalDeps,
  member: Member,
  {
    id,
    seenVersion,
    command: asked,
    shown,
  }: {
    readonly id: SignalId;
    readonly seenVersion: number;
    readonly command: Command;
    readonly shown?: { readonly reason: ReadReason | undefined };
  },
): Promise<ActOutcome> {
  return untilWritten<ActOutcome>(async () => {
    const signal = await deps.signals.find(id);
    const now = deps.now();
    if (!signal || !isVisible(signal, now)) return { kind: 'not-found' };

    const command = await located(deps, signal, asked);
    const decision = decide(signal, command, { member, rules: deps.settings.rules, now, seenVersion });
    // What the system did meanwhile makes nobody late: the last person did.
    if (decision.kind === 'late') return { kind: 'late', last: signal.history.findLast(({ by }) => by) };
    if (decision.kind !== 'changed' && decision.kind !== 'erased') return decision;
    const opens = shown && !shown.reason && relationOf(member, signal) === 'coordinator';
    if (opens && asksReason(signal, now)) return { kind: 'reason-needed' };
    const errors = await wrongFields(deps, signal, command, member, now);
    if (errors.length > 0) return { kind: 'invalid', errors };

    return decision.kind === 'erased'
      ? erase(deps, signal, command, member, now)
      : store(deps, decision.signal, command, member, now);
  });
}

/** With its neighbourhood: when it is not known, or wrong, and the partner serves but one, nobody has to say which. */
async function located({ directory }: ActOnSignalDeps, signal: Signal, command: Command): Promise<Command> {
  if (command.act !== 'hand-over' || command.neighbourhoodId || command.to === DESK) return command;
  if (signal.assignment?.neighbourhoodId && command.reason !== 'wrong-neighbourhood') return command;
  const [only, ...more] = (await directory.neighbourhoods()).filter(({ partnerId }) => partnerId === command.to);
  return only && more.length === 0 ? { ...command, neighbourhoodId: only.id } : command;
}

async function store(
  deps: ActOnSignalDeps,
  changed: Signal,
  command: Command,
  member: Member,
  now: EpochSeconds,
): Promise<ActOutcome | 'conflict'> {
  const next = settle(changed, deps.settings.rules);
  const audit = auditLine(deps.settings.rules, next.id, eventOf(command), member.id, now);
  const written = await deps.signals.change(next, { audit, fact: factOf(next, now) });
  return written === 'replaced' ? { kind: 'changed', signal: next } : 'conflict';
}

/** One transaction, one line. */
const eventOf = (command: Command): AuditEvent =>
  command.act === 'triage' && command.plan ? 'triage-and-plan' : command.act;

async function erase(
  deps: ActOnSignalDeps,
  signal: Signal,
  command: Command,
  member: Member,
  now: EpochSeconds,
): Promise<ActOutcome | 'conflict'> {
  const { rules } = deps.settings;
  const { asked, also, elsewhere, spokenAt } = erasureAsked(command, now);
  // This one goes last: until the whole is done it is there to ask for it again.
  const remaining = await eraseOthersAtAddress(deps, member, signal, { also, asked, now });
  const reached = elsewhere ? await askElsewhere(deps, member, signal) : 'asked';
  if (remaining.length > 0 || reached === 'not-all-asked')
    return { kind: 'partly-erased', remaining: [...remaining, signal.id] };
  const proof = deps.newProof();
  const audit = auditLine(rules, signal.id, 'erase', member.id, now, asked);
  const written = await deps.signals.erase(signal, erasureOf(signal, rules, now, proof.hash), {
    audit,
    fact: factOf(signal, now, 'erased', spokenAt),
  });
  if (written !== 'erased') return 'conflict';
  return { kind: 'erased', proofCode: proof.code, signals: 1 + also.length, askedElsewhere: elsewhere };
}

/** How it was asked for. Who asks at the door was spoken to. */
function erasureAsked(command: Command, now: EpochSeconds) {
  if (command.act === 'contact' && command.consent === 'erase-now')
    return {
      asked: 'at-door',
      also: command.also ?? [],
      elsewhere: command.elsewhere ?? false,
      spokenAt: command.at ?? now,
    } as const;
  if (command.act !== 'erase') throw new Error('this act erases nothing');
  const { asked, also = [], elsewhere = false } = command;
  return { asked, also, elsewhere, ...(asked === 'at-door' && { spokenAt: now }) };
}

/** Clocks of phones differ; what happened "just now" may look like the near future. Seconds. */
const CLOCK_SKEW_SECONDS = 300;
const PLAN_AHEAD_SECONDS = 60 * 86_400;

/** What only the stores can tell of a command: names that do not exist, moments that cannot be. */
async function wrongFields(
  deps: ActOnSignalDeps,
  signal: Signal,
  command: Command,
  member: Member,
  now: EpochSeconds,
): Promise<WrongField[]> {
  const happened = (at: EpochSeconds) =>
    at < signal.receivedAt || at > now + CLOCK_SKEW_SECONDS ? [{ field: 'at', code: 'moment' }] : [];
  switch (command.act) {
    case 'hand-over': {
      const { to, neighbourhoodId } = command;
      const known = to === DESK || (await deps.directory.partner(to)) !== undefined;
      const wrong = known && to !== ownerOf(signal) ? [] : [{ field: 'to', code: 'choice' }];
      if (!neighbourhoodId) return wrong;
      const chosen = (await deps.directory.neighbourhoods()).find(({ id }) => id === neighbourhoodId);
      const fits = chosen && (to === DESK || chosen.partnerId === to);
      return fits ? wrong : [...wrong, { field: 'neighbourhoodId', code: 'choice' }];
    }
    case 'triage': {
      if (command.plan) return (await wrongPlan(deps, signal, command.plan, now)).map(under('plan'));
      if (!command.duplicateOf) return [];
      const other = command.duplicateOf === signal.id ? undefined : await deps.signals.find(command.duplicateOf);
      const known = other && isVisible(other, now) && relationOf(member, other) !== 'stranger';
      return known ? [] : [{ field: 'duplicateOf', code: 'not-found' }];
    }
    case 'plan':
      return wrongPlan(deps, signal, command.plan, now);
    case 'answer': {
      const asked = openRequests(signal).find(({ id }) => id === command.request);
      if (!asked) return [{ field: 'request', code: 'choice' }];
      // Done is what `erase` does; to say so leaves everything where it is.
      return asked.wish === 'erase' && command.how === 'done' ? [{ field: 'how', code: 'choice' }] : [];
    }
    case 'attempt':
      return happened(command.attempt.at);
    case 'contact':
      if (command.consent !== 'erase-now') return happened(command.contact.at);
      return [...happened(command.at ?? now), ...(await wrongAlong(deps, signal, command.also ?? [], member))];
    case 'erase':
      return wrongAlong(deps, signal, command.also ?? [], member);
    default:
      return [];
  }
}

/** Too far away, or somebody who does not visit for the owner. */
async function wrongPlan(
  { directory }: ActOnSignalDeps,
  signal: Signal,
  { at, by }: Plan,
  now: EpochSeconds,
): Promise<WrongField[]> {
  const tooFar = at < signal.receivedAt || at > now + PLAN_AHEAD_SECONDS ? [{ field: 'at', code: 'moment' }] : [];
  if (!('memberId' in by)) return tooFar;
  const visitor = await directory.member(by.memberId);
  return visitor?.partnerId === ownerOf(signal) ? tooFar : [...tooFar, { field: 'memberId', code: 'choice' }];
}

/** `memberId` of a plan inside a triage is `plan.memberId`. */
const under =
  (name: string) =>
  ({ field, code }: WrongField): WrongField => ({ field: `${name}.${field}`, code });

async function wrongAlong(
  deps: ActOnSignalDeps,
  signal: Signal,
  also: readonly SignalId[],
  member: Member,
): Promise<WrongField[]> {
  const others = await existing(deps, also);
  const fit = !also.includes(signal.id) && others.every((other) => mayEraseTogether(member, signal, other));
  return fit ? [] : [{ field: 'also', code: 'choice' }];
}
