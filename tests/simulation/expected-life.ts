import type { Rules } from '#shared/domain/settings.ts';
import { type PlusWorking, workingTime } from './working-time.ts';

/**
 * What should be true of a signal, according to somebody who knows the design (§2) and the clocks of the municipality, and nothing of the code:
 * no rule here is taken from the domain. Moments in seconds since 1970.
 */
export type ExpectedLife = {
  readonly status: 'received' | 'assigned' | 'following-up' | 'in-contact' | 'closed';
  readonly aboutThemselves: boolean;
  readonly held: boolean;
  readonly deadlines: ExpectedDeadlines;
  /** What somebody has to do next, and before when. Counted, so that a new one with the same end is a new one. */
  readonly step?: ExpectedStep;
  readonly stepsSoFar: number;
  readonly attempts: number;
  readonly contact?: {
    readonly consent: 'keep' | 'undecided' | 'not-given';
    readonly alarm: boolean;
    /** The resident heard of the signal there and then. */
    readonly told: boolean;
  };
  /** Somebody saw it, and nobody said yet that it is handled. */
  readonly danger?: boolean;
  /** Or apart from a contact. */
  readonly informed?: boolean;
  readonly closedAt?: number;
  /** When everything about it must be gone: not before, and not after. */
  readonly endsAt: number;
  /** A resident who has not consented by then is forgotten, though somebody acts. */
  readonly consentBefore?: number;
  /** Closed because the resident objected, which is the end of it. */
  readonly objected?: boolean;
  /** Closed: when it would be gone if nobody had asked for a copy. */
  readonly keptAnyway?: number;
  readonly lastActedAt: number;
  readonly version: number;
  /** Practice is over at this moment at the latest: it alarms its partner alone, and nothing of it is counted. */
  readonly practiceUntil?: number;
  /** Ended by the registers: until then its reporter hears nothing of that. */
  readonly quietUntil?: number;
  /** What the resident asked, in its order. */
  readonly requests: readonly ExpectedRequest[];
};
export type ExpectedRequest = {
  readonly id: string;
  readonly wish: string;
  readonly before: number;
  readonly answered: boolean;
};
export type ExpectedDeadlines = { readonly triageBefore: number; readonly visitBefore: number };
export type ExpectedStep = {
  readonly name: 'held' | 'triage' | 'visit' | 'attempt' | 'choice' | 'follow-up';
  readonly count: number;
  readonly startedAt: number;
  readonly before: number;
};

/** What somebody did, in the words of the console's requests. */
export type Deed = { readonly act: string; readonly [field: string]: unknown };

export type Expecting = {
  /** A signal that came in at this moment. */
  received(at: number, about: string, held: boolean, practiceUntil?: number): ExpectedLife;
  /** The system gave it to an owner. */
  assigned(life: ExpectedLife, at: number): ExpectedLife;
  /** Somebody did something that is allowed. */
  after(life: ExpectedLife, deed: Deed, at: number): ExpectedLife | 'erased';
  /** What a resident asked at this moment came to be known. */
  requested(
    life: ExpectedLife,
    request: { readonly id: string; readonly wish: string; readonly at: number },
  ): ExpectedLife;
  /** The registers said so of its address. `sooner`: its reporter saw danger. */
  checked(life: ExpectedLife, answer: string, sooner: boolean, at: number): ExpectedLife;
};

const DAY = 86_400;
/** A month is 28 days at its shortest, and the law gives a month to answer a resident. */
const ANSWER = 28 * DAY;
/** How long before that it is told of again. Seconds. */
export const REMIND_OF_REQUEST = 7 * DAY;
const REPORTED_AS_NO_NEED = new Set([
  'seen-well',
  'already-in-care',
  'moved',
  'deceased',
  'duplicate',
  'passed-on',
  'reporter-withdrew',
  'no-ground',
  'dismissed',
  'ended-by-registers',
]);
/** From which statuses an act is possible. */
const POSSIBLE: Readonly<Record<string, readonly ExpectedLife['status'][]>> = {
  release: ['assigned'],
  dismiss: ['assigned'],
  triage: ['assigned'],
  'hand-over': ['assigned', 'following-up', 'in-contact'],
  'take-over': ['assigned', 'following-up', 'in-contact'],
  decline: ['assigned', 'following-up', 'in-contact'],
  'cannot-go': ['following-up'],
  plan: ['following-up'],
  attempt: ['following-up'],
  contact: ['following-up'],
  alarm: ['assigned', 'following-up', 'in-contact'],
  'all-clear': ['received', 'assigned', 'following-up', 'in-contact', 'closed'],
  consent: ['in-contact', 'closed'],
  inform: ['following-up', 'in-contact', 'closed'],
  'follow-up': ['in-contact'],
  close: ['following-up', 'in-contact'],
  reopen: ['closed'],
  answer: ['received', 'assigned', 'following-up', 'in-contact', 'closed'],
  erase: ['received', 'assigned', 'following-up', 'in-contact', 'closed'],
};

/** Whether the status and the flags of a signal let anybody at all do this. */
export function isPossible(life: ExpectedLife, { act, request }: Deed): boolean {
  if (!POSSIBLE[act]?.includes(life.status)) return false;
  if (act === 'release' || act === 'dismiss') return life.held;
  if (life.objected && (act === 'reopen' || act === 'consent')) return false;
  if (act === 'all-clear') return life.danger === true;
  if (act === 'answer') return life.requests.some(({ id, answered }) => id === request && !answered);
  if (act === 'consent') return life.contact?.consent === 'keep' || life.contact?.consent === 'undecided';
  if (act === 'inform')
    return !life.aboutThemselves && !life.informed && (life.contact ? !life.contact.told : life.status !== 'closed');
  return !(life.held && (act === 'triage' || act === 'hand-over'));
}

export function expecting(rules: Rules): Expecting {
  const working = workingTime(rules.officeHours);
  const onClock: PlusWorking = rules.clock === 'elapsed' ? (from, length) => from + length : working;
  const { triage, visit, nextAttempt, held: heldFor, followUp } = rules.durations;

  /** Who asked for a copy gets it: until the answer is due what there is stays. */
  const copyUntil = ({ requests }: Pick<ExpectedLife, 'requests'>): number =>
    Math.max(0, ...requests.filter(({ wish, answered }) => wish === 'copy' && !answered).map(({ before }) => before));
  const uncapped = (life: Omit<ExpectedLife, 'endsAt'>): ExpectedLife => ({ ...life, endsAt: endOfOpen(life) });
  const endOfOpen = (life: Omit<ExpectedLife, 'endsAt'>): number => {
    const { consent, hardCap } = rules.retention;
    if (life.practiceUntil !== undefined) return Math.min(life.practiceUntil, life.lastActedAt + hardCap);
    const untilTheyConsent = life.danger === true ? undefined : life.consentBefore;
    const unattended = life.lastActedAt + (life.contact?.consent === 'keep' ? consent : hardCap);
    return Math.max(untilTheyConsent ?? unattended, copyUntil(life));
  };
  const begin = (
    life: ExpectedLife,
    name: ExpectedStep['name'],
    startedAt: number,
    before: number,
  ): Pick<ExpectedLife, 'step' | 'stepsSoFar'> => ({
    step: { name, count: life.stepsSoFar + 1, startedAt, before },
    stepsSoFar: life.stepsSoFar + 1,
  });
  const again = (life: ExpectedLife, at: number): ExpectedLife =>
    life.step?.name === 'choice' ? { ...life, ...begin(life, 'attempt', at, working(at, nextAttempt)) } : life;

  const close = (life: ExpectedLife, outcome: unknown, at: number): ExpectedLife => {
    const { step: _over, consentBefore: _closed, ...rest } = life;
    const endsAt = life.practiceUntil === undefined ? at + keptFor(life.contact, outcome) : at;
    const ends = { keptAnyway: endsAt, endsAt: Math.max(endsAt, copyUntil(life)) };
    const objected = outcome === 'objected' && { objected: true };
    return { ...rest, status: 'closed', held: false, closedAt: at, ...ends, ...objected };
  };
  const keptFor = (contact: ExpectedLife['contact'], outcome: unknown): number => {
    const { consent, undecided, withoutConsent, noFollowUp, notReached } = rules.retention;
    if (outcome === 'objected') return withoutConsent;
    if (contact?.consent === 'keep') return consent;
    if (contact?.consent === 'undecided' || contact?.alarm) return undecided;
    if (contact) return withoutConsent;
    return REPORTED_AS_NO_NEED.has(String(outcome)) ? noFollowUp : notReached;
  };

  const attempt = (life: ExpectedLife, at: number): ExpectedLife => {
    const attempts = life.attempts + 1;
    const third = attempts % 3 === 0;
    // Who asked for a contact themselves is not helped by a door at which nobody opened.
    const stillWaits = life.aboutThemselves && life.step?.name === 'visit' && at < life.step.before;
    if (stillWaits && !third) return { ...life, attempts };
    return { ...life, attempts, ...begin(life, third ? 'choice' : 'attempt', at, working(at, nextAttempt)) };
  };

  const contact = (life: ExpectedLife, deed: Deed, at: number): ExpectedLife => {
    const consent = deed['consent'] as NonNullable<ExpectedLife['contact']>['consent'];
    // Danger that was told of before is danger at the talk too.
    const danger = deed['alarm'] === true || life.danger === true;
    const { consentBefore: _before, ...rest } = life;
    const met = { ...rest, danger, contact: { consent, alarm: danger, told: deed['informed'] !== 'not-yet' } };
    if (consent === 'not-given' || deed['outcome']) return close(met, deed['outcome'] ?? 'no-help-wanted', at);
    if (consent === 'keep') return { ...met, status: 'in-contact', ...begin(life, 'follow-up', at, at + followUp) };
    const thinking = { ...met, status: 'in-contact' as const, consentBefore: at + rules.retention.undecided };
    return { ...thinking, ...begin(life, 'follow-up', at, nextHelp(thinking, at)) };
  };

  /** When somebody must have asked how it goes: while they still can be asked whether the data may stay. */
  const nextHelp = ({ consentBefore }: ExpectedLife | { readonly consentBefore: number }, at: number): number =>
    consentBefore === undefined
      ? at + followUp
      : Math.min(at + followUp, at + Math.floor(Math.max(0, consentBefore - at) / 2));

  /** Said later: yes keeps what there is for longer, no ends it now. */
  const consented = (life: ExpectedLife, deed: Deed, at: number): ExpectedLife => {
    const alarm = life.contact?.alarm ?? false;
    const told = life.contact?.told ?? false;
    if (deed['consent'] === 'not-given')
      return close({ ...life, contact: { consent: 'not-given', alarm, told } }, 'no-help-wanted', at);
    const { consentBefore: _given, ...rest } = life;
    const kept = { ...rest, contact: { consent: 'keep' as const, alarm, told } };
    if (life.closedAt === undefined) return kept;
    const keptAnyway = life.closedAt + rules.retention.consent;
    return { ...kept, keptAnyway, endsAt: Math.max(keptAnyway, copyUntil(life)) };
  };

  const done = (life: ExpectedLife, deed: Deed, at: number): ExpectedLife => {
    switch (deed.act) {
      case 'release': {
        const { step: _over, ...rest } = life;
        return { ...rest, status: 'received', held: false };
      }
      case 'dismiss':
        return close(life, 'dismissed', at);
      case 'triage':
        return deed['decision'] === 'follow-up'
          ? { ...life, status: 'following-up', ...begin(life, 'visit', at, life.deadlines.visitBefore) }
          : close(life, deed['decision'], at);
      case 'hand-over':
      case 'plan':
        return again(life, at);
      case 'take-over':
      case 'decline':
      case 'cannot-go':
        return life;
      case 'attempt':
        return attempt(life, at);
      case 'contact':
        return contact(life, deed, at);
      case 'alarm':
        return { ...life, danger: true };
      case 'all-clear':
        return life.consentBefore === undefined
          ? { ...life, danger: false }
          : { ...life, danger: false, consentBefore: Math.max(life.consentBefore, at + rules.retention.undecided) };
      case 'consent':
        return consented(life, deed, at);
      case 'inform':
        return { ...life, informed: true };
      case 'follow-up':
        return { ...life, ...begin(life, 'follow-up', at, nextHelp(life, at)) };
      case 'close':
        return close(life, deed['outcome'], at);
      case 'answer': {
        const asked = life.requests.find(({ id }) => id === deed['request']);
        const requests = life.requests.map((one) => (one === asked ? { ...one, answered: true } : one));
        if (asked?.wish === 'object' && deed['how'] === 'done') return close({ ...life, requests }, 'objected', at);
        const thinking = life.consentBefore !== undefined && { consentBefore: Math.max(at, life.consentBefore) };
        return { ...life, ...thinking, requests, endsAt: Math.max(at, life.keptAnyway ?? 0, copyUntil({ requests })) };
      }
      case 'reopen': {
        const { closedAt: _open, keptAnyway: _kept, quietUntil: _said, ...rest } = life;
        const before = Math.max(life.deadlines.visitBefore, onClock(at, visit));
        const consented = !life.contact || life.contact.consent === 'keep';
        return {
          ...rest,
          status: 'following-up',
          ...begin(life, 'visit', at, before),
          ...(!consented && { consentBefore: life.endsAt }),
        };
      }
    }
    throw new RangeError(`nobody can ${deed.act}`);
  };

  return {
    received: (at, about, held, practiceUntil) =>
      uncapped({
        ...(practiceUntil !== undefined && { practiceUntil }),
        requests: [],
        status: 'received',
        aboutThemselves: about === 'myself',
        held,
        deadlines: { triageBefore: onClock(at, triage), visitBefore: onClock(at, visit) },
        stepsSoFar: 0,
        attempts: 0,
        lastActedAt: at,
        version: 1,
      }),
    assigned: (life, at) => {
      const step = life.held
        ? begin(life, 'held', at, working(life.lastActedAt, heldFor))
        : begin(life, 'triage', at, life.deadlines.triageBefore);
      return { ...life, status: 'assigned', ...step };
    },
    after(life, deed, at) {
      if (deed.act === 'erase' || deed['consent'] === 'erase-now') return 'erased';
      const next = done(life, deed, at);
      const acted = { ...next, version: life.version + 1, lastActedAt: at };
      return acted.status === 'closed' ? acted : uncapped(acted);
    },
    requested(life, { id, wish, at }) {
      const next = { ...life, requests: [...life.requests, { id, wish, before: at + ANSWER, answered: false }] };
      return next.status === 'closed' ? { ...next, endsAt: Math.max(life.endsAt, copyUntil(next)) } : uncapped(next);
    },
    checked(life, answer, sooner, at) {
      const ends =
        rules.registers?.mayEnd.some((one) => one === answer) &&
        !life.aboutThemselves &&
        !sooner &&
        life.requests.length === 0;
      return ends ? { ...close(life, 'ended-by-registers', at), quietUntil: life.deadlines.triageBefore } : life;
    },
  };
}

/** What is told once, near the end: the last message to a reporter, or an alarm nobody heard, may hold an end up for this long. Seconds. */
export const LAST_MESSAGE = 3_600;
/** A week after the day on which a signal should be gone, the table's own time to live. Seconds. */
export const SECOND_NET = 7 * DAY;
