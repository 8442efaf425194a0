import * as z from 'zod/mini';
import { ACTS } from '#shared/domain/life.ts';
import { STATUSES, STEPS } from '#shared/domain/signal.ts';
import { MOST_CHARACTERS } from '#shared/domain/text-lengths.ts';
import {
  ATTEMPT_RESULTS,
  CONSENTS,
  DANGER_HANDLED,
  DISMISSALS,
  ERASURE_ASKED,
  HAND_OVER_REASONS,
  HELP_STARTED,
  INFORMED,
  NO_FOLLOW_UP,
  OUTCOMES,
  READ_REASONS,
  REFERRALS,
  REGISTER_ANSWERS,
  REQUEST_ANSWERS,
  REQUEST_WISHES,
  RESIDENT_WISHES,
  TESTED,
  TOLD,
  WAYS,
} from '#shared/domain/words.ts';
import { WORK_FILTERS } from '#shared/domain/work-filter.ts';
import { choice, choices, dateTime, email, fields, line, reference, rule, seenVersion, text } from './fields.ts';
import { Phones } from './phones.ts';

// --- signing in -------------------------------------------------------------------------------------------------------------

/** Answered the same whether or not anybody has this address. The code goes out by mail and fits only the browser that asked. */
export const SignInCodeRequest = fields({ email });
export const SessionRequest = fields({
  code: z.pipe(
    z.string('code').check(z.regex(/^\s*\d{3}\s?\d{3}\s*$/, 'code')),
    z.transform((typed: string) => typed.replaceAll(/\s/g, '')),
  ),
});
export const SessionView = z.object({
  member: z.object({ id: z.string(), name: z.string(), role: z.enum(['member', 'visitor', 'coordinator', 'desk']) }),
  partner: z.optional(z.object({ id: z.string(), name: z.string() })),
  endsAt: dateTime,
  how: z.enum(['code', 'passkey']),
  /** False where the municipality asks for a passkey and this session has none: the member makes one first. */
  mayRead: z.boolean(),
  /** Signed in by code for the second time or later, and without any passkey. */
  offerPasskey: z.boolean(),
  /**
   * What this municipality keeps how long, and when it asks after help: what a visitor tells the resident, and what stands above the log
   * and the state of the system. Days, rounded up.
   */
  days: z.object({
    consent: z.int(),
    undecided: z.int(),
    followUp: z.int(),
    audit: z.int(),
    erasureRecord: z.int(),
  }),
  /** Who must ask the coordinator something calls the municipality. */
  municipalPhone: z.string(),
});
export type SessionView = z.output<typeof SessionView>;

const Named = z.object({ id: z.string(), name: z.string() });
/**
 * To whom a signal can be handed over, and which neighbourhoods they serve. The desk takes what lies anywhere. `phone`: for colleagues, to talk
 * it over first; a visitor, who hands nothing over, is not told.
 */
export const PartnerList = z.object({
  partners: z.array(z.object({ ...Named.shape, phone: z.optional(z.string()), neighbourhoods: z.array(Named) })),
});
export type PartnerList = z.output<typeof PartnerList>;

// --- acts: the bodies of POST /v1/console/signals/{id}/… ----------------------------------------------------------------------
// `version` is the one that the client saw.

/** Who goes, and when: a member (by id), or a volunteer by name. */
const visit = { at: dateTime, memberId: z.optional(line(60)), volunteer: z.optional(line(MOST_CHARACTERS.volunteer)) };
const oneOfTwo = rule<{ readonly memberId?: unknown; readonly volunteer?: unknown }>(
  ['memberId'],
  'one-of-two',
  ({ memberId, volunteer }) => (memberId === undefined) !== (volunteer === undefined),
);

export const TriageRequest = fields({
  version: seenVersion,
  tested: choices(TESTED).check(z.minLength(1, 'required')),
  decision: choice(['follow-up', ...NO_FOLLOW_UP]),
  duplicateOf: z.optional(reference),
  /** Who goes and when, if that is known at once. */
  plan: z.optional(fields(visit).check(oneOfTwo)),
}).check(
  rule(
    ['duplicateOf'],
    'required',
    ({ decision, duplicateOf }) => decision !== 'duplicate' || duplicateOf !== undefined,
  ),
  rule(
    ['duplicateOf'],
    'only-for-duplicate',
    ({ decision, duplicateOf }) => decision === 'duplicate' || duplicateOf === undefined,
  ),
  rule(['plan'], 'only-for-follow-up', ({ decision, plan }) => decision === 'follow-up' || plan === undefined),
);
export const HandOverRequest = fields({
  version: seenVersion,
  to: line(60),
  reason: choice(HAND_OVER_REASONS),
  /** One that the new owner serves. Needed when it is unknown or wrong, and they serve more than one. */
  neighbourhoodId: z.optional(line(60)),
});
export const TakeOverRequest = fields({ version: seenVersion });
/** A backup that was asked to step in, and cannot. */
export const DeclineRequest = fields({ version: seenVersion });
/** Whoever was planned to go, and cannot. */
export const CannotGoRequest = fields({ version: seenVersion });
export const PlanRequest = fields({ version: seenVersion, ...visit }).check(oneOfTwo);
/** `at` is absent when it happened just now. */
export const AttemptRequest = fields({
  version: seenVersion,
  at: z.optional(dateTime),
  way: choice(WAYS),
  result: choice(ATTEMPT_RESULTS),
});
const MOST_ALONG = 50;
/** Other signals at the same address (`sameAddress` of the view) that are about the same person, and go with it. */
const othersAtAddress = z._default(
  z.array(reference, 'choices').check(
    z.refine((chosen) => new Set(chosen).size === chosen.length, 'twice'),
    z.maxLength(MOST_ALONG, 'too-many'),
  ),
  [],
);
/** Ask it, as a request of the resident, of whoever else has something about the address; a coordinator answers it. Not told whether there is any. */
const askedElsewhere = z._default(z.boolean('yes-or-no'), false);
export const ContactRequest = fields({
  version: seenVersion,
  at: z.optional(dateTime),
  way: choice(WAYS),
  informed: choice(INFORMED),
  notInformedBecause: z.optional(text(MOST_CHARACTERS.notInformedBecause)),
  consent: choice(CONSENTS),
  wishes: z._default(choices(RESIDENT_WISHES), []),
  referrals: z._default(choices(REFERRALS), []),
  /** Agreements with the resident; only with consent to keep them. */
  agreements: z.optional(text(MOST_CHARACTERS.agreements)),
  alarm: z._default(z.boolean('yes-or-no'), false),
  /** Closes the signal at once: nothing more is needed. */
  outcome: z.optional(choice(OUTCOMES)),
  also: othersAtAddress,
  elsewhere: askedElsewhere,
}).check(
  rule(['notInformedBecause'], 'required', ({ informed, notInformedBecause, consent }) =>
    Boolean(informed !== 'not-yet' || notInformedBecause || consent === 'erase-now'),
  ),
  rule(['also'], 'only-with-erasure', ({ consent, also }) => consent === 'erase-now' || !also?.length),
  rule(['elsewhere'], 'only-with-erasure', ({ consent, elsewhere }) => consent === 'erase-now' || elsewhere !== true),
  rule(['agreements'], 'only-with-consent', ({ consent, agreements }) => Boolean(consent === 'keep' || !agreements)),
);
/** Danger, told with one tap: nothing has to be filled in. */
export const AlarmRequest = fields({ version: seenVersion });
/** What became of the danger. */
export const AllClearRequest = fields({ version: seenVersion, how: choice(DANGER_HANDLED) });
/** What the resident says later, or otherwise than before; whoever wants all gone is for the erasure. `agreements` replaces what was noted: without it, nothing is. */
export const ConsentRequest = fields({
  version: seenVersion,
  consent: choice(['keep', 'not-given']),
  agreements: z.optional(text(MOST_CHARACTERS.agreements)),
}).check(
  rule(['agreements'], 'only-with-consent', ({ consent, agreements }) => Boolean(consent === 'keep' || !agreements)),
);
/** How the resident heard of the signal: later than the contact, or without one. */
export const InformationRequest = fields({ version: seenVersion, informed: choice(TOLD) });
export const FollowUpRequest = fields({ version: seenVersion, helpStarted: choice(HELP_STARTED) });
export const ClosingRequest = fields({ version: seenVersion, outcome: choice(OUTCOMES) });
export const ReopeningRequest = fields({ version: seenVersion });
export const ErasureRequest = fields({
  version: seenVersion,
  asked: choice(ERASURE_ASKED),
  also: othersAtAddress,
  elsewhere: askedElsewhere,
});
/** How a request of the resident was answered; `request` is its id in the view. */
export const RequestAnswer = fields({ version: seenVersion, request: reference, how: choice(REQUEST_ANSWERS) });
export const ReleaseRequest = fields({ version: seenVersion });
export const DismissalRequest = fields({ version: seenVersion, reason: choice(DISMISSALS) });

/** 200 of an erasure: the code that proves it, shown once. Spelled `XXXX-XXXX-XXXX`. */
export const ErasureReceipt = z.object({
  erased: z.literal(true),
  proofCode: z.string(),
  /** How many went: this one, and those at the address that went with it. */
  signals: z.int(),
  /** What others have about the address is asked for too, if there is any. */
  askedElsewhere: z.optional(z.literal(true)),
});
export type ErasureReceipt = z.output<typeof ErasureReceipt>;

// --- reading -------------------------------------------------------------------------------------------------------------------

export const ListQuery = fields({
  which: z._default(choice(['open', 'closed']), 'open'),
  /** `first`: danger, or with priority. */
  show: z._default(choice(WORK_FILTERS), 'all'),
  /** For coordinators: of one partner, or of one neighbourhood. */
  partner: z.optional(line(60)),
  neighbourhood: z.optional(line(60)),
  after: z.optional(z.string()),
});
export const PageQuery = fields({ after: z.optional(z.string()) });
export const ReadQuery = fields({ reason: z.optional(choice(READ_REASONS)) });

/**
 * A row of the work list. `address` only for the owner (and the planned visitor); a coordinator sees where and when, not who. A backup sees what is
 * required here and nothing else.
 */
export const SignalRowView = z.object({
  reference: z.string(),
  status: z.enum(STATUSES),
  relation: z.enum(['owner', 'planned-visitor', 'backup', 'coordinator']),
  neighbourhood: z.optional(z.string()),
  ownerName: z.string(),
  /** It lies with the municipality's own desk. */
  withDesk: z.boolean(),
  step: z.optional(z.object({ name: z.enum(STEPS), before: dateTime })),
  overdue: z.boolean(),
  /** The backup and the coordinator were asked to step in. */
  escalated: z.boolean(),
  /** About nobody: to practise on. */
  practice: z.boolean(),
  receivedAt: dateTime,
  visitPreferredBefore: dateTime,
  visitBefore: dateTime,
  /** A mail about this signal did not arrive. */
  mailTrouble: z.optional(z.boolean()),
  sooner: z.optional(z.boolean()),
  /** Somebody saw danger, and nobody said yet that it is handled. */
  alarm: z.optional(z.boolean()),
  held: z.optional(z.boolean()),
  aboutThemselves: z.optional(z.boolean()),
  /** The registers do not know the address, or nobody alive at it: to be looked at before anybody goes. */
  addressDoubted: z.optional(z.boolean()),
  plannedAt: z.optional(dateTime),
  /** When all of it is erased. Of an open one only where it is then for want of the resident's consent; not for a backup. */
  expiresAt: z.optional(dateTime),
  /** How it ended, for the owner. */
  outcome: z.optional(z.string()),
  address: z.optional(z.string()),
  /** What the resident asked with the code of the letter and nobody answered yet, the most urgent first. */
  requests: z.optional(z.array(z.object({ wish: z.enum(REQUEST_WISHES), at: dateTime, before: dateTime }))),
});
export type SignalRowView = z.output<typeof SignalRowView>;
export const SignalListView = z.object({
  signals: z.array(SignalRowView),
  /** There may be more. With a filter a page can be short, or empty, and still have a next one. */
  next: z.optional(z.string()),
  /** For coordinators, on the first page of what is open: whose mail does not arrive, by name. */
  mailTrouble: z.optional(
    z.object({ partners: z.array(z.string()), phones: z.optional(Phones), coordinator: z.boolean() }),
  ),
});
export type SignalListView = z.output<typeof SignalListView>;

const AddressView = z.object({
  postcode: z.optional(z.string()),
  houseNumber: z.string(),
  street: z.optional(z.string()),
  town: z.optional(z.string()),
});

const ContactView = z.object({
  at: dateTime,
  way: z.string(),
  informed: z.string(),
  notInformedBecause: z.optional(z.string()),
  consent: z.string(),
  wishes: z.array(z.string()),
  referrals: z.array(z.string()),
  agreements: z.optional(z.string()),
  alarm: z.boolean(),
});

/** One signal, as much of it as the reader may know. `version` goes back with every act. */
export const SignalView = z.object({
  ...SignalRowView.shape,
  version: z.int(),
  /** What this reader can do now. */
  acts: z.array(z.enum(ACTS)),
  /** Of whoever has it, for colleagues. Absent for the owner itself. */
  ownerPhone: z.optional(z.string()),
  deadlines: z.object({ triageBefore: dateTime, visitPreferredBefore: dateTime, visitBefore: dateTime }),
  /** Everything below is absent for a backup. */
  report: z.optional(
    z.object({
      address: AddressView,
      reasons: z.array(z.string()),
      notSeenSince: z.optional(z.string()),
      /** Of the reporter, as are `alreadyTried` and `reporterKind`: not for a visitor. */
      residentKnows: z.optional(z.boolean()),
      /** For a visitor only when residents wrote it of themselves. */
      explanation: z.optional(z.string()),
      alreadyTried: z.array(z.string()),
      wishes: z.array(z.string()),
      bestTime: z.optional(z.string()),
      reporterKind: z.optional(z.string()),
    }),
  ),
  /** What the registers say of the address, once they did. */
  registers: z.optional(z.object({ at: dateTime, answer: z.enum(REGISTER_ANSWERS) })),
  /** Why it is held: only for the desk and the coordinator, until it is released or dismissed. */
  suspicions: z.optional(z.array(z.string())),
  /** Only for the owner and the coordinator, until closing. */
  reporter: z.optional(
    z.object({
      name: z.optional(z.string()),
      email: z.optional(z.string()),
      phone: z.optional(z.string()),
      mayBeContacted: z.boolean(),
      mayBeNamed: z.boolean(),
    }),
  ),
  /** What else is at the same address and still exists. Only for the owner and the coordinator; absent when there is nothing. */
  sameAddress: z.optional(
    z.object({
      /** Newest first. Those that this reader may open, closed ones too. */
      known: z.array(
        z.object({ reference: z.string(), status: z.enum(STATUSES), receivedAt: dateTime, ownerName: z.string() }),
      ),
      /** Names of others who have an open signal there: whoever reads this knows no more of it. */
      elsewhere: z.array(z.string()),
      /** Of those. */
      phones: z.optional(Phones),
    }),
  ),
  triage: z.optional(
    z.object({ at: dateTime, tested: z.array(z.string()), decision: z.string(), duplicateOf: z.optional(z.string()) }),
  ),
  plan: z.optional(z.object({ at: dateTime, who: z.string() })),
  attempts: z.optional(z.array(z.object({ at: dateTime, way: z.string(), result: z.string() }))),
  /** Instead of `contact`, for a planned visitor: when somebody was spoken to before. */
  contactAt: z.optional(dateTime),
  contact: z.optional(ContactView),
  /** From before a reopening, oldest first. */
  earlierContacts: z.optional(z.array(ContactView)),
  /** Danger that somebody saw, the last time. */
  danger: z.optional(
    z.object({ at: dateTime, handled: z.optional(z.object({ at: dateTime, how: z.enum(DANGER_HANDLED) })) }),
  ),
  /** The resident was spoken to and not told of the signal yet: the law gives until then. */
  informBefore: z.optional(dateTime),
  /** How the resident heard of it later than the contact, or without one. */
  informed: z.optional(z.object({ at: dateTime, how: z.string() })),
  followUps: z.optional(z.array(z.object({ at: dateTime, helpStarted: z.string() }))),
  closing: z.optional(z.object({ at: dateTime, outcome: z.string() })),
  /**
   * All that the resident asked. For a coordinator, who answers it; for the owner what was asked with the letter, without how to reach the
   * resident.
   */
  asked: z.optional(
    z.array(
      z.object({
        id: z.string(),
        wish: z.enum(REQUEST_WISHES),
        at: dateTime,
        before: dateTime,
        contact: z.optional(z.string()),
        /** Who was told so at the door, for another signal at the address; absent when it came with the code of the letter. */
        toldTo: z.optional(z.string()),
        answered: z.optional(z.object({ at: dateTime, how: z.enum(REQUEST_ANSWERS) })),
      }),
    ),
  ),
  /** What was done, oldest first. `by` is absent for the system. */
  history: z.optional(
    z.array(
      z.object({
        at: dateTime,
        what: z.string(),
        by: z.optional(z.string()),
        /** Of whom, when it is not the reader's own. */
        organisation: z.optional(z.string()),
      }),
    ),
  ),
  /** What was mailed about it, oldest first; `at` is of the last news. Only for the owner and the coordinator, and nothing of mails to the reporter. */
  mails: z.optional(
    z.array(
      z.object({
        at: dateTime,
        what: z.string(),
        to: z.enum(['owner', 'backup', 'coordinator', 'visitor']),
        state: z.string(),
        /** Whose mailbox, where that is still known. */
        partner: z.optional(z.string()),
      }),
    ),
  ),
  /** Who can be planned for a visit: members and visitors of the owner. */
  visitors: z.optional(z.array(z.object({ id: z.string(), name: z.string() }))),
});
export type SignalView = z.output<typeof SignalView>;
