import * as z from 'zod/mini';
import type { Address } from '#shared/domain/address.ts';
import { HISTORY_EVENTS } from '#shared/domain/life.ts';
import type { MailRecord } from '#shared/domain/mail-record.ts';
import type { IncomingRequest, ResidentRequest } from '#shared/domain/resident-request.ts';
import type {
  Assignment,
  Attempt,
  Closing,
  Contact,
  Danger,
  Deadlines,
  ErasureRecord,
  FollowUp,
  HistoryLine,
  Information,
  Plan,
  PlanEnded,
  RegisterCheck,
  Report,
  Reporter,
  Signal,
  Step,
  Triage,
} from '#shared/domain/signal.ts';
import { STATUSES, STEPS } from '#shared/domain/signal.ts';
import * as words from '#shared/domain/words.ts';
import {
  count,
  type FieldsOf,
  factId,
  instant,
  key,
  memberId,
  neighbourhoodId,
  partnerId,
  postcode,
  signalId,
  without,
} from './row-fields.ts';

const text = z.string();
const maybe = z.exactOptional;

const address = z.looseObject({
  postcode: maybe(postcode),
  houseNumber: z.int(),
  houseLetter: maybe(text),
  houseNumberAddition: maybe(text),
  street: maybe(text),
  town: maybe(text),
} satisfies FieldsOf<Address>);

const report = z.looseObject({
  about: z.enum(words.ABOUT),
  language: z.enum(words.LANGUAGES),
  reporterKind: z.enum([...words.REPORTER_KINDS, 'resident']),
  source: maybe(text),
  address,
  reasons: z.array(z.enum(words.REASONS)),
  notSeenSince: maybe(z.enum(words.NOT_SEEN_SINCE)),
  residentKnows: maybe(z.boolean()),
  explanation: maybe(text),
  alreadyTried: z.array(z.enum(words.ALREADY_TRIED)),
  wishes: z.array(z.enum(words.WISHES)),
  bestTime: maybe(z.enum(words.BEST_TIMES)),
  sooner: z.boolean(),
} satisfies FieldsOf<Report>);

const reporter = z.looseObject({
  name: maybe(text),
  email: maybe(text),
  phone: maybe(text),
  mayBeContacted: z.boolean(),
  mayBeNamed: z.boolean(),
  wantsUpdates: z.boolean(),
} satisfies FieldsOf<Reporter>);

const assignment = z.looseObject({
  number: count,
  ownerId: partnerId,
  neighbourhoodId: maybe(neighbourhoodId),
  since: instant,
  backup: maybe(z.looseObject({ partnerId, invitedAt: instant })),
  formerOwners: z.array(partnerId),
  formerBackups: maybe(z.array(partnerId)),
  declined: maybe(z.looseObject({ partnerId, at: instant })),
} satisfies FieldsOf<Assignment>);

const step = z.looseObject({
  name: z.enum(STEPS),
  number: count,
  startedAt: instant,
  remindAt: instant,
  before: instant,
} satisfies FieldsOf<Step>);

const deadlines = z.looseObject({
  rulesVersion: text,
  triageBefore: instant,
  visitPreferredBefore: instant,
  visitBefore: instant,
} satisfies FieldsOf<Deadlines>);

const triage = z.looseObject({
  at: instant,
  tested: z.array(z.enum(words.TESTED)),
  decision: z.enum([...words.NO_FOLLOW_UP, 'follow-up']),
  duplicateOf: maybe(signalId),
} satisfies FieldsOf<Triage>);

const plan = z.looseObject({
  at: instant,
  by: z.union([z.looseObject({ memberId, name: text }), z.looseObject({ volunteer: text })]),
} satisfies FieldsOf<Plan>);

const planEnded = z.looseObject({
  number: count,
  at: instant,
  memberId,
  why: z.enum(['called-off', 'cannot-go']),
} satisfies FieldsOf<PlanEnded>);

const attempt = z.looseObject({
  at: instant,
  way: z.enum(words.WAYS),
  result: z.enum(words.ATTEMPT_RESULTS),
} satisfies FieldsOf<Attempt>);

const contact = z.looseObject({
  at: instant,
  way: z.enum(words.WAYS),
  informed: z.enum(words.INFORMED),
  notInformedBecause: maybe(text),
  consent: z.enum(['keep', 'undecided', 'not-given']),
  wishes: z.array(z.enum(words.RESIDENT_WISHES)),
  referrals: z.array(z.enum(words.REFERRALS)),
  agreements: maybe(text),
  alarm: z.boolean(),
} satisfies FieldsOf<Contact>);

const danger = z.looseObject({
  number: count,
  at: instant,
  handled: maybe(z.looseObject({ at: instant, how: z.enum(words.DANGER_HANDLED) })),
} satisfies FieldsOf<Danger>);

const informed = z.looseObject({ at: instant, how: z.enum(words.TOLD) } satisfies FieldsOf<Information>);

const followUp = z.looseObject({ at: instant, helpStarted: z.enum(words.HELP_STARTED) } satisfies FieldsOf<FollowUp>);

const closing = z.looseObject({
  at: instant,
  outcome: z.enum([...words.OUTCOMES, ...words.NO_FOLLOW_UP, ...words.OTHER_ENDINGS]),
  dismissal: maybe(z.enum(words.DISMISSALS)),
} satisfies FieldsOf<Closing>);

const registers = z.discriminatedUnion('state', [
  z.looseObject({
    state: z.literal('answered'),
    at: instant,
    answer: z.enum(words.REGISTER_ANSWERS),
  } satisfies FieldsOf<Extract<RegisterCheck, { state: 'answered' }>>),
  z.looseObject({
    state: z.literal('waiting'),
    at: instant,
    tries: count,
    retryAt: instant,
  } satisfies FieldsOf<Extract<RegisterCheck, { state: 'waiting' }>>),
]);

const request = z.looseObject({
  id: signalId,
  at: instant,
  wish: z.enum(words.REQUEST_WISHES),
  contact: maybe(text),
  toldTo: maybe(z.looseObject({ memberId, name: text })),
  before: instant,
  answered: maybe(z.looseObject({ at: instant, how: z.enum(words.REQUEST_ANSWERS) })),
} satisfies FieldsOf<ResidentRequest>);

const historyLine = z.looseObject({
  at: instant,
  what: z.enum(HISTORY_EVENTS),
  by: maybe(z.looseObject({ memberId, name: text })),
} satisfies FieldsOf<HistoryLine>);

const mailRecord = z.looseObject({
  state: z.enum(['skipped', 'waiting', 'sent', 'returned', 'delivered', 'failed']),
  at: instant,
  tries: maybe(count),
  retryAt: maybe(instant),
  mailbox: maybe(text),
} satisfies FieldsOf<MailRecord>);

/** Attributes that only the indexes and the time to live need: computed at every write, never read back. */
export const DERIVED_ATTRIBUTES = {
  dueShard: key,
  ownerList: maybe(key),
  backupList: maybe(key),
  mailTrouble: maybe(key),
  attention: maybe(key),
  townList: maybe(key),
  areaList: maybe(key),
  visitorId: maybe(key),
  visitAt: maybe(z.number()),
  requestList: maybe(key),
  answerBefore: maybe(z.number()),
  listOrder: maybe(z.number()),
  ownerId: maybe(key),
  neighbourhoodId: maybe(key),
  deadline: maybe(z.number()),
  ttl: maybe(z.number()),
};

/** What a row holds of the signal itself, each attribute apart: for who reads a row again of which little changed. */
export const SIGNAL_ATTRIBUTES = {
  version: count,
  revision: count,
  status: z.enum(STATUSES),
  contentDigest: maybe(text),
  factId,
  addressHash: maybe(key),
  letterHash: maybe(key),
  receivedAt: instant,
  lastActedAt: instant,
  report,
  practice: maybe(z.looseObject({ partnerId, until: instant })),
  reporter: maybe(reporter),
  held: maybe(z.looseObject({ since: instant, suspicions: z.array(z.enum(words.SUSPICIONS)) })),
  deadlines,
  registers: maybe(registers),
  assignment: maybe(assignment),
  step: maybe(step),
  triage: maybe(triage),
  plan: maybe(plan),
  attempts: z.array(attempt),
  contact: maybe(contact),
  earlierContacts: maybe(z.array(contact)),
  danger: maybe(danger),
  informed: maybe(informed),
  followUps: z.array(followUp),
  closing: maybe(closing),
  planEnded: maybe(planEnded),
  keptUntil: maybe(instant),
  quietUntil: maybe(instant),
  requests: maybe(z.array(request)),
  history: z.array(historyLine),
  mails: z.record(text, mailRecord),
  claim: maybe(z.looseObject({ effect: text, token: text, until: instant, mailbox: maybe(text) })),
  expiresAt: maybe(instant),
  endsAt: maybe(instant),
  wakeSetFor: maybe(instant),
  nextAt: instant,
} satisfies FieldsOf<Omit<Signal, 'id'>>;

/** All of a row that is not the signal itself. */
const BESIDE_SIGNAL = { pk: signalId, kind: z.literal('signal'), ...DERIVED_ATTRIBUTES };

/**
 * What a newer version wrote beside it is carried along and written back, so that the version before can be deployed again. `SIGNAL_ATTRIBUTES` has
 * every field that a signal has, each of its type; the compiler cannot see that through what else may be there.
 */
const signalRow = z.pipe(
  z.looseObject({ ...BESIDE_SIGNAL, ...SIGNAL_ATTRIBUTES }),
  z.transform((row): { kind: 'signal'; signal: Signal } => ({
    kind: 'signal',
    signal: { id: row.pk, ...(without(row, BESIDE_SIGNAL) as Omit<Signal, 'id'>) },
  })),
);

const erasureRow = z.pipe(
  z.looseObject({ pk: signalId, kind: z.literal('erased'), day: text, dueShard: key, nextAt: instant, ttl: instant }),
  z.transform(({ pk, day, nextAt }): { kind: 'erased'; record: ErasureRecord } => ({
    kind: 'erased',
    record: { id: pk, day, removeAt: nextAt },
  })),
);

/** Lies there for a moment, until `advance` has filed it. Its hash has another name than a signal's, so no index holds it. */
const incomingRow = z.pipe(
  z.looseObject({
    pk: signalId,
    kind: z.literal('request'),
    code: text,
    at: instant,
    wish: z.enum(words.REQUEST_WISHES),
    contact: maybe(text),
    dueShard: key,
    nextAt: instant,
    ttl: instant,
  }),
  z.transform(({ pk, code, at, wish, contact }): { kind: 'request'; request: IncomingRequest } => ({
    kind: 'request',
    request: { id: pk, letterHash: code, at, wish, ...(contact !== undefined && { contact }) },
  })),
);

const row = z.discriminatedUnion('kind', [signalRow, erasureRow, incomingRow]);

/** Whatever lies under the key of a signal. */
export const signalFromRow = (item: unknown): z.output<typeof row> => row.parse(item);
