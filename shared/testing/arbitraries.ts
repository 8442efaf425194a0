import fc from 'fast-check';
import type { Address, Postcode } from '#shared/domain/address.ts';
import { parsePostcode } from '#shared/domain/address.ts';
import { factId, memberId, neighbourhoodId, partnerId, signalIdFromBytes } from '#shared/domain/ids.ts';
import { HISTORY_EVENTS } from '#shared/domain/life.ts';
import type { MailRecord } from '#shared/domain/mail-record.ts';
import type { ResidentRequest } from '#shared/domain/resident-request.ts';
import type { PostcodeRoutes } from '#shared/domain/routing.ts';
import { type Settled, settle } from '#shared/domain/settle.ts';
import {
  type Assignment,
  type Attempt,
  type Closing,
  type Contact,
  type Danger,
  type Deadlines,
  type FollowUp,
  type HistoryLine,
  type Information,
  type Plan,
  type RegisterCheck,
  type Report,
  type Reporter,
  STATUSES,
  STEPS,
  type Step,
  type Triage,
  type Unsettled,
} from '#shared/domain/signal.ts';
import { epochSeconds } from '#shared/domain/time.ts';
import * as words from '#shared/domain/words.ts';
import { rules } from './builders.ts';

/** Values of every shape that the types allow, also ones that no life of a signal leads to: a store has to keep them all. */

const slug = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,3}$/);
export const anyMoment = fc.integer({ min: 1_700_000_000, max: 2_000_000_000 }).map(epochSeconds);
export const anySignalId = fc.uint8Array({ minLength: 10, maxLength: 10 }).map(signalIdFromBytes);
export const anyPartnerId = slug.map(partnerId);
export const anyNeighbourhoodId = slug.map(neighbourhoodId);
const anyMemberId = slug.map(memberId);
/** Any character that a person can send: accents, emoji, right-to-left marks, line breaks, NUL. */
const anyText = fc.string({ unit: 'binary', maxLength: 40 });
const oneOf = <T>(list: readonly T[]) => fc.constantFrom(...list);
const someOf = <T>(list: readonly T[]) => fc.subarray([...list]);
const counted = fc.integer({ min: 1, max: 9 });

export const anyPostcode: fc.Arbitrary<Postcode> = fc
  .stringMatching(/^[1-9][0-9]{3}[A-Z]{2}$/)
  .map(parsePostcode)
  .filter((postcode) => postcode !== undefined);

const anyAddress: fc.Arbitrary<Address> = fc.record(
  {
    postcode: anyPostcode,
    houseNumber: fc.integer({ min: 1, max: 99_999 }),
    houseLetter: fc.stringMatching(/^[A-Z]$/),
    houseNumberAddition: anyText,
    street: anyText,
    town: anyText,
  },
  { requiredKeys: ['houseNumber'] },
);

const anyReport: fc.Arbitrary<Report> = fc.record(
  {
    about: oneOf(words.ABOUT),
    language: oneOf(words.LANGUAGES),
    reporterKind: oneOf([...words.REPORTER_KINDS, 'resident' as const]),
    source: slug,
    address: anyAddress,
    reasons: someOf(words.REASONS),
    notSeenSince: oneOf(words.NOT_SEEN_SINCE),
    residentKnows: fc.boolean(),
    explanation: anyText,
    alreadyTried: someOf(words.ALREADY_TRIED),
    wishes: someOf(words.WISHES),
    bestTime: oneOf(words.BEST_TIMES),
    sooner: fc.boolean(),
  },
  { requiredKeys: ['about', 'language', 'reporterKind', 'address', 'reasons', 'alreadyTried', 'wishes', 'sooner'] },
);

const anyReporter: fc.Arbitrary<Reporter> = fc.record(
  {
    name: anyText,
    email: fc.emailAddress(),
    phone: anyText,
    mayBeContacted: fc.boolean(),
    mayBeNamed: fc.boolean(),
    wantsUpdates: fc.boolean(),
  },
  { requiredKeys: ['mayBeContacted', 'mayBeNamed', 'wantsUpdates'] },
);

const anyAssignment: fc.Arbitrary<Assignment> = fc.record(
  {
    number: counted,
    ownerId: anyPartnerId,
    neighbourhoodId: anyNeighbourhoodId,
    since: anyMoment,
    backup: fc.record({ partnerId: anyPartnerId, invitedAt: anyMoment }),
    formerOwners: fc.array(anyPartnerId, { maxLength: 3 }),
    formerBackups: fc.array(anyPartnerId, { minLength: 1, maxLength: 2 }),
    declined: fc.record({ partnerId: anyPartnerId, at: anyMoment }),
  },
  { requiredKeys: ['number', 'ownerId', 'since', 'formerOwners'] },
);

const anyStep: fc.Arbitrary<Step> = fc.record({
  name: oneOf(STEPS),
  number: counted,
  startedAt: anyMoment,
  remindAt: anyMoment,
  before: anyMoment,
});

const anyDeadlines: fc.Arbitrary<Deadlines> = fc.record({
  rulesVersion: slug,
  triageBefore: anyMoment,
  visitPreferredBefore: anyMoment,
  visitBefore: anyMoment,
});

const anyTriage: fc.Arbitrary<Triage> = fc.record(
  {
    at: anyMoment,
    tested: someOf(words.TESTED),
    decision: oneOf([...words.NO_FOLLOW_UP, 'follow-up' as const]),
    duplicateOf: anySignalId,
  },
  { requiredKeys: ['at', 'tested', 'decision'] },
);

const somebody = fc.record({ memberId: anyMemberId, name: anyText });
const anyPlan: fc.Arbitrary<Plan> = fc.record({
  at: anyMoment,
  by: fc.oneof(somebody, fc.record({ volunteer: anyText })),
});

const anyAttempt: fc.Arbitrary<Attempt> = fc.record({
  at: anyMoment,
  way: oneOf(words.WAYS),
  result: oneOf(words.ATTEMPT_RESULTS),
});

const anyContact: fc.Arbitrary<Contact> = fc.record(
  {
    at: anyMoment,
    way: oneOf(words.WAYS),
    informed: oneOf(words.INFORMED),
    notInformedBecause: anyText,
    consent: oneOf(['keep', 'undecided', 'not-given'] as const),
    wishes: someOf(words.RESIDENT_WISHES),
    referrals: someOf(words.REFERRALS),
    agreements: anyText,
    alarm: fc.boolean(),
  },
  { requiredKeys: ['at', 'way', 'informed', 'consent', 'wishes', 'referrals', 'alarm'] },
);

const anyDanger: fc.Arbitrary<Danger> = fc.record(
  {
    number: counted,
    at: anyMoment,
    handled: fc.record({ at: anyMoment, how: oneOf(words.DANGER_HANDLED) }),
  },
  { requiredKeys: ['number', 'at'] },
);
const anyInformation: fc.Arbitrary<Information> = fc.record({ at: anyMoment, how: oneOf(words.TOLD) });
const anyFollowUp: fc.Arbitrary<FollowUp> = fc.record({ at: anyMoment, helpStarted: oneOf(words.HELP_STARTED) });

const anyClosing: fc.Arbitrary<Closing> = fc.record(
  {
    at: anyMoment,
    outcome: oneOf([...words.OUTCOMES, ...words.NO_FOLLOW_UP, ...words.OTHER_ENDINGS]),
    dismissal: oneOf(words.DISMISSALS),
  },
  { requiredKeys: ['at', 'outcome'] },
);

const anyRegisterCheck: fc.Arbitrary<RegisterCheck> = fc.oneof(
  fc.record({ state: fc.constant('answered' as const), at: anyMoment, answer: oneOf(words.REGISTER_ANSWERS) }),
  fc.record({ state: fc.constant('waiting' as const), at: anyMoment, tries: counted, retryAt: anyMoment }),
);

const anyRequest: fc.Arbitrary<ResidentRequest> = fc.record(
  {
    id: anySignalId,
    at: anyMoment,
    wish: oneOf(words.REQUEST_WISHES),
    contact: anyText,
    toldTo: somebody,
    before: anyMoment,
    answered: fc.record({ at: anyMoment, how: oneOf(words.REQUEST_ANSWERS) }),
  },
  { requiredKeys: ['id', 'at', 'wish', 'before'] },
);

const anyHistoryLine: fc.Arbitrary<HistoryLine> = fc.record(
  { at: anyMoment, what: fc.constantFrom(...HISTORY_EVENTS), by: somebody },
  { requiredKeys: ['at', 'what'] },
);

const anyMailRecord: fc.Arbitrary<MailRecord> = fc.record(
  {
    state: oneOf(['skipped', 'waiting', 'sent', 'returned', 'delivered', 'failed'] as const),
    at: anyMoment,
    tries: counted,
    retryAt: anyMoment,
  },
  { requiredKeys: ['state', 'at'] },
);

const anyUnsettled: fc.Arbitrary<Unsettled> = fc.record(
  {
    id: anySignalId,
    version: counted,
    revision: counted,
    status: oneOf(STATUSES),
    contentDigest: fc.stringMatching(/^[0-9a-f]{64}$/),
    factId: fc.uuid().map(factId),
    addressHash: fc.stringMatching(/^[0-9a-f]{64}$/),
    letterHash: fc.stringMatching(/^[0-9a-f]{64}$/),
    requests: fc.array(anyRequest, { maxLength: 3 }),
    receivedAt: anyMoment,
    lastActedAt: anyMoment,
    report: anyReport,
    reporter: anyReporter,
    held: fc.record({ since: anyMoment, suspicions: someOf(words.SUSPICIONS) }),
    deadlines: anyDeadlines,
    registers: anyRegisterCheck,
    assignment: anyAssignment,
    step: anyStep,
    triage: anyTriage,
    plan: anyPlan,
    planEnded: fc.record({
      number: fc.integer({ min: 1, max: 5 }),
      at: anyMoment,
      memberId: anyMemberId,
      why: fc.constantFrom('called-off' as const, 'cannot-go' as const),
    }),
    attempts: fc.array(anyAttempt, { maxLength: 3 }),
    contact: anyContact,
    earlierContacts: fc.array(anyContact, { minLength: 1, maxLength: 2 }),
    danger: anyDanger,
    informed: anyInformation,
    followUps: fc.array(anyFollowUp, { maxLength: 3 }),
    closing: anyClosing,
    keptUntil: anyMoment,
    endsAt: anyMoment,
    quietUntil: anyMoment,
    history: fc.array(anyHistoryLine, { maxLength: 4 }),
    mails: fc.dictionary(slug, anyMailRecord, { maxKeys: 4 }),
    claim: fc.record({ effect: slug, token: fc.uuid(), until: anyMoment }),
    expiresAt: anyMoment,
    wakeSetFor: anyMoment,
  },
  {
    requiredKeys: [
      'id',
      'version',
      'revision',
      'status',
      'contentDigest',
      'factId',
      'receivedAt',
      'lastActedAt',
      'report',
      'deadlines',
      'attempts',
      'followUps',
      'history',
      'mails',
    ],
  },
);

/** A clone, because fast-check also makes objects without a prototype, which no parser gives back. */
export const anySignal: fc.Arbitrary<Settled> = anyUnsettled.map((signal) => settle(structuredClone(signal), rules));

export const anyRoutes: fc.Arbitrary<PostcodeRoutes> = fc
  .record(
    {
      fourDigits: fc.stringMatching(/^[1-9][0-9]{3}$/),
      neighbourhoodId: anyNeighbourhoodId,
      ranges: fc.array(
        fc.record({
          from: fc.stringMatching(/^[A-Z]{2}$/),
          until: fc.stringMatching(/^[A-Z]{2}$/),
          neighbourhoodId: anyNeighbourhoodId,
        }),
        { maxLength: 3 },
      ),
      exceptions: fc.array(
        fc.record({
          postcode: anyPostcode,
          houseNumber: fc.integer({ min: 1, max: 99_999 }),
          neighbourhoodId: anyNeighbourhoodId,
        }),
        { maxLength: 3 },
      ),
      streets: fc.array(
        fc.record({ name: anyText, letters: fc.array(fc.stringMatching(/^[A-Z]{2}$/), { maxLength: 4 }) }),
        { maxLength: 3 },
      ),
    },
    { requiredKeys: ['fourDigits', 'neighbourhoodId'] },
  )
  .map((routes) => structuredClone(routes));
