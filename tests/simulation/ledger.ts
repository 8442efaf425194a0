import type { Row } from '#shared/adapters/memory/memory-table.ts';
import type { Rules } from '#shared/domain/settings.ts';
import type { Report } from '#shared/domain/signal.ts';
import { DIRECTORY_EVENTS } from '#shared/ports/audit-trail.ts';
import type { Mail } from '#shared/ports/mailer.ts';
import { relevantTo } from './chains.ts';
import {
  type Deed,
  type ExpectedLife,
  type ExpectedStep,
  type Expecting,
  isPossible,
  LAST_MESSAGE,
  REMIND_OF_REQUEST,
  SECOND_NET,
} from './expected-life.ts';
import type { Invocation } from './functions.ts';
import { isLeftAlone, mailWatch } from './mail-watch.ts';
import type { Owners } from './owners.ts';
import type { Played } from './played.ts';
import type { TownRegisters } from './registers.ts';
import type { Timeline } from './timeline.ts';
import type { Trace } from './trace.ts';
import { endOfOutages, type Fault, outagesOf, type Weather } from './weather.ts';

/** What is promised, and can be broken. The first four are counted in the last line of a run. */
export type Promised =
  | 'lost'
  | 'late unseen'
  | 'kept'
  | 'early'
  | 'resurrected'
  | 'without a next moment'
  | 'other than expected'
  | 'mailed twice'
  | 'personal data'
  | 'facts'
  | 'audit'
  | 'books'
  | 'broken code';
export type Broken = {
  readonly promised: Promised;
  readonly id: string;
  readonly why: string;
  readonly trace: readonly string[];
};

/** Writes that need a line in the audit trail; all others are bookkeeping. */
const changesLife = (before: Row | undefined, row: Row): boolean =>
  row['kind'] === 'erased' ||
  ['status', 'version'].some((one) => row[one] !== before?.[one]) ||
  linesOf(row) !== linesOf(before) ||
  (isAnswered(row) && !isAnswered(before)) ||
  ['reporter', 'contentDigest'].some((one) => before?.[one] !== undefined && row[one] === undefined);

const linesOf = (row: Row | undefined): number => (row?.['history'] as readonly object[] | undefined)?.length ?? 0;
const isAnswered = (row: Row | undefined): boolean =>
  (row?.['registers'] as { readonly state: string } | undefined)?.state === 'answered';

/** `excusedBy`: the fault after which nobody may know that it was sent. */
type Send = { readonly to: string; excusedBy: number | undefined; readonly atMs: number };
/** What a resident asked with the code of a letter, until somebody knows whose it is. */
type Drop = Waiting & { readonly at: number; readonly wish: string };
/** Something that has to happen to it may be held up by its own faults. */
type Waiting = {
  readonly id: string;
  readonly faults: number[];
  readonly sends?: ReadonlyMap<string, Send>;
  /** Until then nobody can read it. */
  unreadableUntilMs?: number;
};
type Signal = Waiting & {
  readonly receivedAt: number;
  life: ExpectedLife;
  /** Whose it is. */
  owner: string | undefined;
  /** When it was closed there was somebody to tell. */
  hasLastMessage: boolean;
  /** Somebody has its number. */
  told: boolean;
  /** However it went on. */
  wasClosed?: boolean;
  gone?: { readonly how: 'erased' | 'expired'; readonly at: number };
  row: Row | undefined;
  factId: string | undefined;
  readonly isPractice: boolean;
  /** Its reporter saw danger. */
  readonly sooner: boolean;
  /** How often the system gave it to an owner: when it came in, and when the desk released it. */
  given: number;
  /** How often the directory gave it to somebody else, which is no act of a person. */
  passed: number;
  /** Acts and events that reached the table, and lines that reached the trail. */
  changes: number;
  lines: number;
  readonly sends: Map<string, Send>;
  /** For which step, by its count, and which version a mail was claimed: it may leave when that step is over, or somebody acted. */
  readonly claimedFor: Map<string, { readonly step: number | undefined; readonly version: number }>;
  /** Mails of which the mail service said that they arrived. */
  readonly heard: Set<string>;
  /** The step, by its count, of which a coordinator heard. */
  escalated: number;
  endCheckMs: number;
  /** How often the sweep has come by since the last write or fault. */
  idle: { readonly row: Row | undefined; readonly faults: number; readonly times: number };
};

/** Losing to another write may take a sweep or two; this many for nothing is a moment that does not move on. */
const IDLE_SWEEPS = 15;

/** A minute until the sweep and as much as a lease, which is what losing to somebody else's write can cost; and calls take their time. Milliseconds. */
const SWEEP_MS = 60_000 + 60_000 + 15_000;
/** What one fault may cost: a lease and the next sweep, or the longest back-off of a mail and the next sweep. Milliseconds. */
const FAULT_MS = 240_000 + 60_000 + 35_000;
/**
 * All that faults together may cost, at most. Where one call in a hundred or in ten fails a sweep dies after some hundreds or dozens of calls, and
 * hundreds of signals of which the moment is the same take as many sweeps. Milliseconds.
 */
const mostFaultsMs = ({ faults }: Weather): number => (faults < 0.01 ? 60 : faults < 0.1 ? 180 : 480) * 60_000;
/** What is heard of one mail may be written just when the next is to be claimed, which then waits for the next sweep. Milliseconds. */
const MAIL_MS = 60_000;
/** How often it is looked whether something late has happened. Milliseconds. */
const LOOK_MS = 5 * 60_000;
/** "Within five minutes of its end." The sweep is in it. Milliseconds. */
const AFTER_OUTAGE_MS = 300_000 + 30_000;
/** `remind-triage-1-owner-first`: what it says, which one it is, and who reads it. */
const MAILED = /^([a-z-]+?)(?:-\d+)?-(reporter|former-visitor|visitor|(?:owner|backup|coordinator)-(?:first|second))$/;
/** A name, a postcode, a phone number of the simulated town; `0687` alone may stand in the number of a signal. */
const CANARY = /kanarie|\b\d{4} ?QX\b|\b0687\d{6}\b/i;

const alarmIn = (effect: string): number => Number(/^alarm-(\d+)-/.exec(effect)?.[1] ?? 0);

/** How many of these moments, in their order, are not before `from`. */
function countSince(moments: readonly number[], from: number): number {
  let count = 0;
  while (count < moments.length && moments[moments.length - 1 - count]! >= from) count += 1;
  return count;
}

/**
 * What the simulation itself knows: what reporters were told, what people did and when, what was mailed. Compares every write, as it reaches
 * a table, with what a model that shares no code with the domain expects.
 */
export function ledgerOf({
  line,
  trace,
  weather,
  rules,
  expect,
  owners,
  coordinators,
  practiceWords,
  registers,
  atWork,
  played,
}: {
  readonly line: Timeline;
  readonly trace: Trace;
  readonly weather: Weather;
  readonly rules: Rules;
  readonly expect: Expecting;
  readonly owners: Owners;
  readonly coordinators: ReadonlySet<string>;
  /** Each in the subject of every mail about practice, and in no other. */
  readonly practiceWords: readonly string[];
  readonly registers: Pick<TownRegisters, 'truthOf'>;
  readonly atWork: () => Invocation | undefined;
  readonly played: Played;
}) {
  const outages = outagesOf(weather);
  const signals = new Map<string, Signal>();
  const broken: Broken[] = [];
  const faults: number[] = [];
  const dirty = new Set<Signal>();
  const deeds = new Map<Invocation, Deed>();
  const facts = new Map<string, string>();
  const practices = new Set<string>();
  const drops = new Map<string, Drop>();
  const directoryEvents: ReadonlySet<unknown> = new Set(DIRECTORY_EVENTS);
  let mails = 0;
  let latestMs = 0;
  let faultsSoFar = 0;
  /** Each fault may double one mail of a signal. */
  const doubled = new Set<string>();
  let steps = 0;

  const fail = (promised: Promised, id: string, why: string): void => {
    if (broken.length < 50)
      broken.push({ promised, id, why: `${new Date(line.nowMs()).toISOString()} ${why}`, trace: trace.last(60, id) });
  };

  /**
   * The last moment at which something that was to happen at `ms` may still not have: every fault since then costs something, within limits. What
   * needs neither mail nor directory waits for no outage.
   */
  const latest = (waiting: Waiting, ms: number, needsNobody: boolean): number => {
    const due = Math.max(ms, waiting.unreadableUntilMs ?? 0);
    const own = countSince(waiting.faults, due - FAULT_MS) * FAULT_MS;
    const all = countSince(faults, due - FAULT_MS) * 65_000;
    let trouble = Math.min(own + all, mostFaultsMs(weather)) + weather.clockSkew;
    for (const { atMs } of waiting.sends?.values() ?? []) if (atMs >= due) trouble += MAIL_MS;
    let until = due + SWEEP_MS + trouble;
    // One that ended just before may still be waited out, and one may begin while it is being mailed.
    for (const outage of needsNobody ? [] : outages)
      if (outage.until >= due - AFTER_OUTAGE_MS && outage.from <= until)
        until = Math.max(until, outage.until + AFTER_OUTAGE_MS + trouble);
    return until;
  };

  /** Looks whether something has happened by then, and again while faults give it more time. */
  const mustHappen = (
    waiting: Waiting,
    ms: number,
    done: () => boolean,
    promised: Promised,
    why: () => string,
  ): void => {
    const needsNobody = promised === 'kept';
    let isLate = false;
    const look = (): void => {
      const now = line.nowMs();
      const due = Math.max(ms, waiting.unreadableUntilMs ?? 0);
      if (done()) {
        if (isLate) latestMs = Math.max(latestMs, now - (needsNobody ? due : endOfOutages(weather, due)));
        return;
      }
      isLate = true;
      const until = latest(waiting, ms, needsNobody);
      if (now < until) line.at(Math.min(until, now + LOOK_MS), look);
      else fail(promised, waiting.id, why());
    };
    line.at(ms + SWEEP_MS, look);
  };
  const watching = mailWatch({ line, rules, owners, mustHappen });

  const watchStep = (signal: Signal, step: ExpectedStep): void => {
    if (signal.isPractice) return;
    const dueMs = Math.max(step.before, step.startedAt) * 1_000;
    mustHappen(
      signal,
      step.name === 'choice' ? step.startedAt * 1_000 : dueMs,
      () => signal.gone !== undefined || signal.life.step?.count !== step.count || signal.escalated >= step.count,
      'late unseen',
      () => `${step.name} should have been done by ${new Date(dueMs).toISOString()} and no coordinator heard of it`,
    );
  };

  /** A mail that has to go out now, unless somebody acts before it can. Of danger nobody has to hear once it is handled. */
  const mustMail = (signal: Signal, base: string, why: string, waitMs = 0): void => {
    const fromMs = line.nowMs();
    const { version, closedAt } = signal.life;
    mustHappen(
      signal,
      fromMs + waitMs,
      () =>
        signal.gone !== undefined ||
        (base === 'alarm-' ? signal.life.danger !== true : signal.life.version !== version) ||
        (base === 'notify-' && signal.life.closedAt !== closedAt) ||
        (base === 'planned-' && signal.row?.['plan'] === undefined) ||
        [...signal.sends].some(([key, { atMs }]) => key.startsWith(base) && atMs >= fromMs),
      'late unseen',
      () => why,
    );
  };

  /** A last message to the reporter, an alarm, or a visit that is off may hold the end up, and may itself be held back. Milliseconds. */
  const mayLinger = ({ life: { closedAt, quietUntil, danger }, hasLastMessage, row }: Signal): number =>
    closedAt === undefined || !(hasLastMessage || danger || row?.['planEnded'] !== undefined)
      ? 0
      : (Math.max(closedAt, quietUntil ?? 0) - closedAt + LAST_MESSAGE) * 1_000;
  /** An owner is told at once, unless an answer of the registers may make that needless. Milliseconds. */
  const waitForRegisters = (signal: Signal): number =>
    rules.registers && rules.registers.mayEnd.length > 0 && !signal.life.aboutThemselves && !signal.sooner
      ? rules.registers.wait * 1_000
      : 0;
  const watchEnd = (signal: Signal): void => {
    const endMs = signal.life.endsAt * 1_000;
    if (signal.endCheckMs === endMs) return;
    signal.endCheckMs = endMs;
    watching.endMoved(signal);
    mustHappen(
      signal,
      // A copy that was given may put the end into the past.
      Math.max(endMs, line.nowMs(), (signal.life.closedAt ?? 0) * 1_000 + mayLinger(signal)),
      () => signal.gone !== undefined || signal.life.endsAt * 1_000 !== endMs,
      'kept',
      () => `should have been gone since ${new Date(endMs).toISOString()}`,
    );
  };

  const watchReporter = (signal: Signal): void => {
    const { closedAt } = signal.life;
    if (closedAt === undefined) return;
    mustHappen(
      signal,
      closedAt * 1_000 + mayLinger(signal),
      () =>
        signal.gone !== undefined ||
        signal.life.closedAt !== closedAt ||
        (signal.row?.['reporter'] === undefined &&
          signal.row?.['contentDigest'] === undefined &&
          (signal.row?.['report'] as Report | undefined)?.source === undefined),
      'kept',
      () => 'the reporter is still known long after the closing',
    );
  };

  const begin = (row: Row): Signal => {
    const report = row['report'] as { readonly about: string; readonly sooner: boolean };
    const practice = row['practice'] as { readonly until: number } | undefined;
    const signal: Signal = {
      id: String(row['pk']),
      receivedAt: Number(row['receivedAt']),
      owner: undefined,
      hasLastMessage: false,
      life: expect.received(Number(row['receivedAt']), report.about, row['held'] !== undefined, practice?.until),
      isPractice: practice !== undefined,
      sooner: report.sooner,
      given: 0,
      passed: 0,
      told: false,
      row,
      factId: undefined,
      changes: 0,
      lines: 0,
      faults: [],
      sends: new Map(),
      claimedFor: new Map(),
      heard: new Set(),
      escalated: 0,
      endCheckMs: 0,
      idle: { row: undefined, faults: 0, times: 0 },
    };
    signals.set(signal.id, signal);
    mustBeGiven(signal);
    watchEnd(signal);
    watching.received(signal);
    return signal;
  };

  /** To an owner, who from then on is to hear of it, within what the registers may take (`assign`, below). */
  const mustBeGiven = (signal: Signal): void => {
    const { given } = signal;
    mustHappen(
      signal,
      line.nowMs(),
      () => signal.gone !== undefined || signal.given > given || signal.life.status === 'closed',
      'late unseen',
      () => 'waits to be given to somebody',
    );
  };

  const became = (signal: Signal, life: ExpectedLife): void => {
    const { life: before } = signal;
    signal.life = life;
    if (life.closedAt !== before.closedAt)
      signal.hasLastMessage = life.closedAt !== undefined && watching.wantsUpdates(signal);
    if (life.step && life.step.count !== before.step?.count) {
      watchStep(signal, life.step);
      watching.stepBegan(signal, life.step);
    }
    watchEnd(signal);
    if (life.closedAt !== undefined) signal.wasClosed = true;
    if (life.closedAt === before.closedAt) return;
    watchReporter(signal);
    watching.closed(signal);
  };

  const ended = (signal: Signal, how: 'erased' | 'expired', at: number): void => {
    if (how === 'expired' && at < signal.life.endsAt)
      fail('early', signal.id, `ended at ${at}, ${signal.life.endsAt - at} seconds before its time`);
    const { closedAt, endsAt, consentBefore } = signal.life;
    // Of who has not consented the end may come closer when a copy is given: their owner was warned of the later one.
    const isWarning = new RegExp(`^warn-(expiry|undecided)-${consentBefore === undefined ? endsAt : '\\d+'}-`);
    if (
      how === 'expired' &&
      closedAt === undefined &&
      !signal.isPractice &&
      ![...signal.sends.keys()].some((key) => isWarning.test(key))
    )
      fail('late unseen', signal.id, 'ended without having been closed, and nobody was warned');
    signal.gone = { how, at };
    signal.wasClosed = true;
  };

  /** A line in the audit trail says what happened; the simulation knows what was asked. */
  const happened = (signal: Signal, event: string, at: number, by: unknown) => {
    const invocation = atWork();
    const deed = invocation && deeds.get(invocation);
    if (Math.abs(at * 1_000 - line.nowMs()) > weather.clockSkew + 1_100 + 30_000)
      fail('audit', signal.id, `${event} is dated ${at}, and it is ${line.nowMs() / 1_000}`);
    played.note(event);
    switch (event) {
      case 'assign':
        signal.given += 1;
        isGiven(signal);
        became(signal, expect.assigned(signal.life, at));
        return mustMail(signal, 'notify-', 'has an owner who was not told', waitForRegisters(signal));
      case 'forget-reporter':
        return;
      case 'expire':
        return ended(signal, 'expired', at);
      case 'read':
      case 'list':
        signal.lines -= 1;
        return;
      case 'request':
        return asked(signal, deed);
      case 'check-registers':
        return checked(signal, at);
      case 'free-plan':
      case 'pass-to-desk':
        return movedOn(signal, event, deed);
    }
    const act = event === 'triage-and-plan' ? 'triage' : event;
    if (!deed || (deed.act !== act && !(act === 'erase' && deed['consent'] === 'erase-now')))
      return fail('audit', signal.id, `says ${event}, and somebody asked for ${deed?.act ?? 'nothing'}`);
    // An erasure holds whatever a colleague did since; the model test knows when it is too early for a contact.
    if (!isPossible(signal.life, event === 'erase' ? { act: 'erase' } : deed))
      fail('other than expected', signal.id, `${deed.act} was done to a signal that is ${signal.life.status}`);
    const next = expect.after(signal.life, deed, at);
    if (next === 'erased') return ended(signal, 'erased', at);
    if (event === 'hand-over') isOwnedBy(signal, [String(deed['to'])]);
    if (event === 'take-over') isOwnedBy(signal, owners.partnersOf(by));
    became(signal, next);
    if (event === 'release') watching.released(signal);
    if (act === 'triage' && next.status === 'following-up') watching.pickedUp(signal);
    if (next.status === 'received') mustBeGiven(signal);
    if (event === 'hand-over') mustMail(signal, 'notify-', 'has a new owner who was not told');
    if (event === 'triage-and-plan' || event === 'plan') visitorMustHear(signal, by);
    if ((deed.act === 'alarm' || deed['alarm'] === true) && !signal.isPractice)
      mustMail(signal, 'alarm-', 'somebody saw danger, and no coordinator was told');
  };

  /** By its postcode and the directory of this moment, and by nothing else. */
  const isGiven = (signal: Signal): void => {
    const report = signal.row?.['report'] as Report | undefined;
    const practice = signal.row?.['practice'] as { readonly partnerId: string } | undefined;
    isOwnedBy(signal, owners.of(report?.address ?? {}, signal.life.held, practice?.partnerId));
  };
  const ownerIn = (row: Row | undefined): string | undefined =>
    (row?.['assignment'] as { readonly ownerId: string } | undefined)?.ownerId;
  const isOwnedBy = (signal: Signal, expected: readonly string[]): void => {
    const owner = ownerIn(signal.row);
    signal.owner = owner;
    if (owner === undefined || !expected.includes(owner))
      fail(
        'other than expected',
        signal.id,
        `is given to ${owner}, and should be to ${[...new Set(expected)].join(' or ')}`,
      );
  };

  const visitorMustHear = (signal: Signal, plannedBy: unknown): void => {
    const plan = signal.row?.['plan'] as { readonly by: { readonly memberId?: string } } | undefined;
    if (plan?.by.memberId !== undefined && plan.by.memberId !== plannedBy)
      mustMail(signal, 'planned-', 'was planned for somebody who was not told');
  };

  /** What the row says of the last request, against what was sent. */
  const asked = (signal: Signal, deed: Deed | undefined) => {
    const requests = signal.row?.['requests'] as readonly { id: string; wish: string; at: number; before: number }[];
    const last = requests.at(-1);
    if (requests.length === signal.life.requests.length) return askedAgain(signal);
    if (!last || requests.length !== signal.life.requests.length + 1)
      return fail('other than expected', signal.id, 'says that there is a request, and there is none');
    const drop = drops.get(last.id);
    const elsewhere =
      deed?.['elsewhere'] === true && last.wish === 'erase' && Math.abs(last.at * 1_000 - line.nowMs()) < 60_000;
    if (drop ? drop.at !== last.at || drop.wish !== last.wish : !elsewhere)
      fail('other than expected', signal.id, 'holds a request that nobody made');
    if (signal.life.requests.some(({ wish, answered }) => wish === last.wish && !answered))
      fail('other than expected', signal.id, 'holds the same request twice');
    became(signal, expect.requested(signal.life, last));
    const mine = signal.life.requests.at(-1);
    if (mine?.before !== last.before)
      fail('other than expected', signal.id, `is to answer before ${last.before} and should before ${mine?.before}`);
    mustHear(signal, last.id, `request-${requests.length}-coordinator-`, line.nowMs());
    mustHear(
      signal,
      last.id,
      `remind-request-${requests.length}-coordinator-`,
      (last.before - REMIND_OF_REQUEST) * 1_000,
    );
  };
  /** Somebody asks the same and can be reached otherwise. */
  const askedAgain = ({ id, life }: Signal): void => {
    const same = life.requests.some(
      ({ wish, answered }) => !answered && [...drops.values()].some((drop) => drop.wish === wish),
    );
    if (!same) fail('other than expected', id, 'says that somebody asked again, and nobody did');
  };
  /** The coordinator hears of a request, unless it was answered before. */
  const mustHear = (signal: Signal, id: string, base: string, fromMs: number): void =>
    mustHappen(
      signal,
      Math.max(fromMs, line.nowMs()),
      () =>
        signal.gone !== undefined ||
        signal.life.requests.some((one) => one.id === id && one.answered) ||
        [...signal.sends.keys()].some((key) => key.startsWith(base)),
      'late unseen',
      () => `a resident asked something, and no coordinator heard of it by ${base}`,
    );

  const checked = (signal: Signal, at: number): void => {
    const report = signal.row?.['report'] as Report | undefined;
    const known = signal.row?.['registers'] as { readonly answer?: string } | undefined;
    const answer = known?.answer ?? 'none';
    played.note(`registers ${answer}`);
    // Who asked for long and heard nothing knows nothing.
    if (report && answer !== registers.truthOf(report.address) && answer !== 'unknown')
      fail('other than expected', signal.id, `holds that the registers said ${answer}, and they did not`);
    if (signal.life.aboutThemselves || signal.isPractice || signal.life.held || signal.life.status !== 'assigned')
      fail('other than expected', signal.id, 'the registers were asked about what is none of theirs');
    const next = expect.checked(signal.life, answer, signal.sooner, at);
    if (next.status === 'closed') played.note('ended-by-registers');
    became(signal, next);
  };

  /** Because of who left: no act on this signal, so nobody's click is late. */
  const movedOn = (signal: Signal, event: 'free-plan' | 'pass-to-desk', deed: Deed | undefined) => {
    if (deed?.act !== 'remove-member' && deed?.act !== 'remove-partner')
      return fail('audit', signal.id, `says ${event}, and somebody asked for ${deed?.act ?? 'nothing'}`);
    const row = signal.row;
    if (row?.['plan'] !== undefined) fail('other than expected', signal.id, `${event}, and the plan is still there`);
    if (event === 'free-plan') return;
    signal.passed += 1;
    isOwnedBy(signal, ['desk']);
    if (signal.life.status !== 'closed') mustMail(signal, 'notify-', 'was passed to the desk, which was not told');
  };

  /** Somebody put a request into the letter box. It is taken, whoever it is about, and is filed or gone before long. */
  const dropped = (id: string, before: Row | undefined, row: Row): void => {
    // A client that got no answer puts it once more.
    if (before?.['kind'] === 'request' && before['at'] === row['at']) return;
    if (before || signals.has(id)) return void fail('resurrected', id, 'a request was written over something else');
    played.note('drop');
    const drop: Drop = { id, at: Number(row['at']), wish: String(row['wish']), faults: [] };
    drops.set(id, drop);
    mustHappen(
      drop,
      line.nowMs(),
      () => !drops.has(id),
      'late unseen',
      () => 'a request lies in the letter box, and nobody takes it out',
    );
  };

  const hurt = (invocation: Invocation, id: string): void => {
    const signal = signals.get(id);
    (signal ?? drops.get(id))?.faults.push(line.nowMs());
    const send = signal?.sends.get(invocation.unrecorded.get(id) ?? '');
    if (send) send.excusedBy = faultsSoFar;
  };
  const mayBeSent = (invocation: Invocation): void => {
    for (const [id, effect] of invocation.unrecorded) {
      const send = signals.get(id)?.sends.get(effect);
      if (send) send.excusedBy = faultsSoFar;
    }
  };
  /** Nobody can read it until then, and what was dropped about it may have to wait as long. */
  const cannotBeRead = (invocation: Invocation, id: string, untilMs: number): void => {
    for (const one of [signals.get(id), ...[...invocation.touched].map((touched) => drops.get(touched))])
      if (one) one.unreadableUntilMs = Math.max(one.unreadableUntilMs ?? 0, untilMs);
  };
  const missedSweep = (): void => {
    const minute = Math.floor(line.nowMs() / 60_000) * 60_000;
    if (faults.at(-1) !== minute) faults.push(minute);
  };

  /** What lies in the table, against what should. Asked when a call is through, so that a transaction is seen whole. */
  const compare = (signal: Signal) => {
    const { row, life, id } = signal;
    if (signal.changes !== signal.lines) fail('audit', id, `${signal.changes} changes and ${signal.lines} lines`);
    if (signal.gone) {
      if (row?.['kind'] === 'signal') fail('kept', id, 'ended, and still there');
      return;
    }
    if (row?.['kind'] !== 'signal') return fail('lost', id, 'nothing is there any more, and nobody ended it');
    const step = row['step'] as { readonly name: string; readonly before: number } | undefined;
    const is = [row['status'], step?.name, step?.before, row['expiresAt'], row['version'], row['held'] !== undefined];
    const should = [
      life.status,
      life.step?.name,
      life.step?.before,
      life.status === 'closed' ? life.endsAt : undefined,
      life.version,
      life.held,
    ];
    if (is.some((one, place) => one !== should[place]))
      fail('other than expected', id, `is ${JSON.stringify(is)} and should be ${JSON.stringify(should)}`);
    if (ownerIn(row) !== signal.owner)
      fail('other than expected', id, `lies with ${ownerIn(row)}, and nobody took it from ${signal.owner}`);
    const list = row['ownerList'];
    if (
      typeof list === 'string'
        ? !list.endsWith(life.status === 'closed' ? '#closed' : '#open')
        : life.status !== 'received'
    )
      fail('other than expected', id, `is on the list ${String(list)}, being ${life.status}`);
    if (row['ttl'] !== life.endsAt + SECOND_NET)
      fail('other than expected', id, `its time to live is ${String(row['ttl'])}`);

    const nextAt = row['nextAt'];
    const claim = row['claim'] as { readonly until: number } | undefined;
    const end = Math.max(life.endsAt, (life.closedAt ?? 0) + mayLinger(signal) / 1_000);
    const first =
      life.step && !signal.isPractice && signal.escalated < life.step.count && life.step.name !== 'choice'
        ? Math.max(life.step.before, 0)
        : end;
    if (typeof nextAt !== 'number' || !Number.isFinite(nextAt) || typeof row['dueShard'] !== 'string')
      return fail('without a next moment', id, `its next moment is ${String(nextAt)}`);
    if (nextAt > Math.max(Math.min(first, end), claim?.until ?? 0) && !recent(signal))
      fail('without a next moment', id, `its next moment is ${nextAt}, after ${Math.min(first, end)}`);
    if (claim && claim.until * 1_000 > line.nowMs() + 61_000 + weather.clockSkew)
      fail('other than expected', id, 'a claim that lasts longer than a lease');
  };
  /** An escalation that is on its way is a mail that was tried: it is tried again in minutes, not at once. */
  const recent = (signal: Signal): boolean => {
    const mails = signal.row?.['mails'] as Readonly<Record<string, unknown>> | undefined;
    return Object.keys(mails ?? {}).some((key) => key.startsWith(`escalate-${signal.life.step?.name}-`));
  };

  return {
    signals,
    broken,
    fail,
    counts: () => ({ mails, steps, latestMs }),

    /** A reporter got a number. */
    told(id: string) {
      const signal = signals.get(id);
      if (!signal) return fail('lost', id, 'somebody was told this number, and there is no such signal');
      signal.told = true;
    },
    /** With the code of its letter, and was told that it was taken. */
    residentAsked(id: string, wish: string): void {
      const signal = signals.get(id);
      if (!signal || signal.gone) return;
      mustHappen(
        signal,
        // That it is taken out of the letter box in time is watched where it lies; this is that it then gets where it belongs.
        line.nowMs() + 1_800_000,
        () => signal.gone !== undefined || signal.life.requests.some((one) => one.wish === wish),
        'late unseen',
        () => `a resident asked to ${wish} with the code of its letter, and it is not filed`,
      );
    },
    asked: (invocation: Invocation, deed: Deed): void => void deeds.set(invocation, deed),
    over: (invocation: Invocation): void => void deeds.delete(invocation),

    /** `untilMs`: nothing can be done about it before then, whoever tries. */
    fault(invocation: Invocation, id: string | undefined, port: string, fault: Fault, untilMs?: number): void {
      if (untilMs !== undefined && id !== undefined) return void cannotBeRead(invocation, id, untilMs);
      played.note(fault);
      played.note(`fault of ${port.slice(0, port.indexOf('.'))}`);
      faultsSoFar += 1;
      // A call on the directory is made for one of the signals that are being worked on; which one is not known here.
      if (id !== undefined && signals.has(id)) {
        hurt(invocation, id);
        // Nor can what is to be filed on it.
        for (const one of invocation.touched) if (drops.has(one)) hurt(invocation, one);
      } else for (const one of invocation.touched) hurt(invocation, one);
      // One that is slow holds up the batch that it is in.
      if (invocation.of === 'clock' && (id === undefined || fault === 'slow')) missedSweep();
    },
    died(invocation: Invocation): void {
      faultsSoFar += 1;
      // One that never answers takes the process with it when its time is over: what was done of the others is done.
      if (invocation.hangsOn !== undefined) return void mayBeSent(invocation);
      for (const id of invocation.touched) hurt(invocation, id);
      if (invocation.of === 'clock') missedSweep();
    },
    missedSweep,

    signalPut(before: Row | undefined, row: Row) {
      const id = String(row['pk']);
      const invocation = atWork();
      const known = signals.get(id);
      if (row['kind'] === 'request') return void dropped(id, before, row);
      if (before?.['kind'] === 'erased') fail('resurrected', id, 'was written over its erasure record');
      if (!before && known) fail('resurrected', id, 'came back after it was purged');
      if (!before && row['kind'] === 'signal') {
        const mayMake = row['practice'] === undefined ? ['report'] : ['console', 'clock'];
        if (!invocation || !mayMake.includes(invocation.of))
          fail('resurrected', id, `made by ${invocation?.of ?? 'nobody'}`);
        dirty.add(begin(row));
        return;
      }
      if (!known) return fail('other than expected', id, 'nobody sent this signal');
      if (row['kind'] === 'signal' && row['revision'] !== Number(before?.['revision']) + 1)
        fail('other than expected', id, 'a write that does not follow the one before');
      if (row['kind'] === 'erased') {
        const kept = Object.keys(row).sort().join();
        if (kept !== 'day,dueShard,kind,nextAt,pk,ttl') fail('kept', id, `an erasure record with ${kept}`);
      }
      if (changesLife(before, row)) known.changes += 1;
      const [claim, claimBefore] = [row, before].map(
        (one) => one?.['claim'] as { readonly effect: string; readonly token: string } | undefined,
      );
      if (claim && claim.token !== claimBefore?.token) {
        const { step, version } = known.life;
        known.claimedFor.set(claim.effect, { step: step?.count, version });
      }
      known.factId ??= row['factId'] as string | undefined;
      if (row['kind'] === 'signal' && row['factId'] !== known.factId) fail('facts', id, 'has another fact than before');
      known.row = row;
      dirty.add(known);
    },
    signalRemoved(before: Row): void {
      const id = String(before['pk']);
      if (before['kind'] === 'request') return void drops.delete(id);
      const known = signals.get(id);
      if (before['kind'] === 'signal') fail('lost', id, 'was removed from the table');
      const until = (known?.gone?.at ?? 0) + rules.retention.erasureRecord;
      if (line.nowMs() < until * 1_000 - weather.clockSkew)
        fail('early', id, 'its erasure record was purged before its day');
      if (known) known.row = undefined;
    },
    auditPut(row: Row) {
      if (directoryEvents.has(row['event'])) return played.note(String(row['event']));
      const signal = signals.get(String(row['pk']));
      if (!signal) return fail('audit', String(row['pk']), 'a line about a signal that nobody sent');
      signal.lines += 1;
      dirty.add(signal);
      happened(signal, String(row['event']), Number(row['at']), row['by']);
    },
    statisticsPut(row: Row): void {
      const text = JSON.stringify(row);
      if (CANARY.test(text)) fail('personal data', String(row['pk']), text);
      if (row['kind'] === 'fact') facts.set(String(row['sk']), String(row['status']));
      if (row['kind'] === 'practice') {
        played.note('practice');
        practices.add(String(row['signalId']));
        if (!signals.get(String(row['signalId']))?.isPractice)
          fail('facts', String(row['signalId']), 'is real, and was counted as practice');
      }
    },
    done(invocation: Invocation, id: string | undefined, port: string): void {
      if (port === 'signals.replace' && id !== undefined) invocation.unrecorded.delete(id);
      const signal = port === 'signals.find' && invocation.what === 'sweep' && id !== undefined && signals.get(id);
      if (!signal || signal.gone) return;
      // What the directory is needed for has to wait.
      if (endOfOutages(weather, line.nowMs()) > line.nowMs()) return;
      const { row, faults: since } = signal;
      const same = signal.idle.row === row && signal.idle.faults === since.length;
      signal.idle = { row, faults: since.length, times: same ? signal.idle.times + 1 : 0 };
      if (signal.idle.times === IDLE_SWEEPS)
        fail('without a next moment', signal.id, 'is due every minute, for nothing');
    },
    /** After every call on a port. */
    settle(): void {
      steps += 1;
      for (const signal of dirty) compare(signal);
      dirty.clear();
    },

    /** A mail that the mail service took. */
    mailed(invocation: Invocation, mail: Mail) {
      mails += 1;
      const text = `${mail.subject}\n${mail.text}\n${mail.html}`;
      const id = mail.about?.signalId ?? '-';
      if (CANARY.test(text)) fail('personal data', id, text);
      if (!mail.about) return;
      const { effect } = mail.about;
      const [, message, to] = MAILED.exec(effect) ?? [];
      // Who would go there hears of a request too, under the same name.
      const isTold = message === 'request' && !to?.startsWith('coordinator');
      played.note(`mail ${isTold ? 'request-told' : message}`);
      played.note(`mail to ${to}`);
      const signal = signals.get(id);
      if (!signal) return fail('other than expected', id, `${effect} was mailed about nothing`);
      if (signal.isPractice !== practiceWords.every((word) => mail.subject.includes(word)))
        fail('other than expected', id, `${effect} does not say whether it is practice`);
      if (signal.isPractice && effect.includes('-coordinator-'))
        fail('other than expected', id, `${effect} alarmed a coordinator about practice`);
      const earlier = signal.sends.get(effect);
      const excuse = earlier?.excusedBy === undefined ? undefined : `${id} ${earlier.excusedBy}`;
      if (excuse !== undefined) played.note('mailed again after a fault');
      if (excuse !== undefined && doubled.has(excuse))
        fail('mailed twice', id, `${effect}, after a fault that doubled another`);
      if (excuse !== undefined) doubled.add(excuse);
      if (earlier && excuse === undefined)
        fail(
          'mailed twice',
          id,
          `${effect}, first at ${new Date(earlier.atMs).toISOString()}, without a fault in between`,
        );
      signal.sends.set(effect, { to: mail.to, excusedBy: invocation.hurting && faultsSoFar, atMs: line.nowMs() });
      invocation.unrecorded.set(id, effect);
      if (signal.gone && line.nowMs() - signal.gone.at * 1_000 > 30_000 + weather.clockSkew)
        fail('kept', id, `${effect} was mailed about a signal that is gone`);
      const { step } = signal.life;
      if (step && message === `remind-${step.name}` && signal.claimedFor.get(effect)?.step === step.count) {
        const remindAt = watching.remindAt(signal, step);
        if (
          !signal.isPractice &&
          line.nowMs() < (remindAt ?? Number.POSITIVE_INFINITY) * 1_000 - weather.clockSkew - 1_000
        )
          fail('other than expected', id, `${effect} was mailed before half of its time`);
      }
      const isOfStep = step !== undefined && signal.claimedFor.get(effect)?.step === step.count;
      if (isOfStep && coordinators.has(mail.to) && relevantTo(effect, step.name)) {
        if (step.name !== 'choice' && line.nowMs() < step.before * 1_000 - weather.clockSkew - 1_000)
          fail('other than expected', id, `${effect} was mailed before the deadline`);
        signal.escalated = step.count;
      }
    },
    heard: (id: string, effect: string): void => void signals.get(id)?.heard.add(effect),
    /** A mail that came back, or of which nothing was heard: the next in line must hear. */
    unheard(id: string, effect: string, fromMs: number): void {
      const signal = signals.get(id);
      const base = effect.replace(/-((owner|backup|coordinator)-(first|second)|visitor)$/, '');
      if (!signal || effect.endsWith('backup-second') || effect.endsWith('reporter')) return;
      // Of a plan the owner hears when the visitor does not, and nobody after them.
      const isPlan = base.startsWith('planned-');
      if (isPlan && !effect.endsWith('visitor')) return;
      if (signal.isPractice) return;
      const isOwnerChain = isPlan || /^(notify|remind|warn|cannot-go)-/.test(base);
      if (isOwnerChain ? effect.endsWith('coordinator-first') : !effect.endsWith('coordinator-first')) return;
      const { stepsSoFar, closedAt } = signal.life;
      // As it was when the mail was claimed: it may have left after somebody acted.
      const { version } = signal.claimedFor.get(effect) ?? signal.life;
      const { passed } = signal;
      // Of danger that is seen again they hear by the next alarm, which is watched as this one is.
      const isRaisedAgain = (): boolean => [...signal.sends.keys()].some((key) => alarmIn(key) > alarmIn(effect));
      const count = signal.sends.size;
      const sentMs = signal.sends.get(effect)?.atMs ?? 0;
      mustHappen(
        signal,
        fromMs,
        () =>
          signal.gone !== undefined ||
          signal.life.version !== version ||
          signal.life.stepsSoFar !== stepsSoFar ||
          signal.life.closedAt !== closedAt ||
          signal.passed !== passed ||
          (isPlan && signal.row?.['plan'] === undefined) ||
          signal.heard.has(effect) ||
          // A mail that went out twice may come back and arrive: then who was first in line heard after all.
          (isOwnerChain && [...signal.heard].some((key) => key.startsWith(`${base}-`))) ||
          (base.startsWith('alarm-') && isRaisedAgain()) ||
          // Nobody is reminded to go where somebody asked to be left alone.
          (base.startsWith('remind-') && !base.startsWith('remind-request') && isLeftAlone(signal)) ||
          // Sent once more after a fault: that one is waited for anew.
          (signal.sends.get(effect)?.atMs ?? 0) > sentMs ||
          (signal.sends.size > count &&
            [...signal.sends].some(
              ([key, { atMs }]) => key !== effect && key.startsWith(`${base}-`) && atMs >= sentMs,
            )),
        'late unseen',
        () => `${effect} did not arrive, and the next in line was not told`,
      );
    },
    logged(text: string): void {
      if (CANARY.test(text)) fail('personal data', '-', `the log says ${text}`);
    },
    /** From its first closing on nobody knows what was sent: the digest goes with the reporter. */
    wasClosed: (id: string): boolean => signals.get(id)?.wasClosed ?? false,
    isOver: (id: string): boolean => {
      const signal = signals.get(id);
      return (
        !signal || signal.gone !== undefined || line.nowMs() > signal.life.endsAt * 1_000 + weather.clockSkew + 1_000
      );
    },
    /** One that is open, or closed, and should stay so for as long. */
    standing(status: 'open' | 'closed', forMs: number): string | undefined {
      for (const { id, life, gone, isPractice } of signals.values()) {
        const isIt = life.status !== 'received' && (life.status === 'closed') === (status === 'closed');
        if (isIt && !gone && !isPractice && life.endsAt * 1_000 > line.nowMs() + forMs) return id;
      }
      return undefined;
    },
    /** Somebody of a partner who is to go somewhere. The municipality keeps its people. */
    plannedVisitor(): string | undefined {
      for (const { row } of signals.values()) {
        const plan = row?.['plan'] as { readonly by: { readonly memberId?: string } } | undefined;
        if (plan?.by.memberId?.includes('-')) return plan.by.memberId;
      }
      return undefined;
    },
    facts,
    practices,
    drops,
  };
}
