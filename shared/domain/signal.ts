import type { Address } from './address.ts';
import type { FactId, MemberId, NeighbourhoodId, PartnerId, SignalId } from './ids.ts';
import type { HistoryEvent } from './life.ts';
import type { MailRecord } from './mail-record.ts';
import type { ResidentRequest } from './resident-request.ts';
import type { EpochSeconds } from './time.ts';
import type {
  ABOUT,
  ALREADY_TRIED,
  ATTEMPT_RESULTS,
  BEST_TIMES,
  Consent,
  DANGER_HANDLED,
  DISMISSALS,
  HELP_STARTED,
  INFORMED,
  Language,
  NOT_SEEN_SINCE,
  NoFollowUp,
  OtherEnding,
  Outcome,
  REFERRALS,
  REPORTER_KINDS,
  RESIDENT_WISHES,
  Reason,
  RegisterAnswer,
  Suspicion,
  TESTED,
  TOLD,
  WAYS,
  WISHES,
} from './words.ts';

export const STATUSES = ['received', 'assigned', 'following-up', 'in-contact', 'closed'] as const;
/** `erased` is not among them: what is erased is no signal any more, only an erasure record. */
export type Status = (typeof STATUSES)[number];

type OneOf<List extends readonly unknown[]> = List[number];

/** What the reporter told. Stays as it came in. */
export type Report = {
  readonly about: OneOf<typeof ABOUT>;
  readonly language: Language;
  /** What kind of person or organisation; says nothing about who, so it may stay. */
  readonly reporterKind: OneOf<typeof REPORTER_KINDS> | 'resident';
  /** Where the form was found (a poster's code). May identify the reporter, so it goes with the reporter. */
  readonly source?: string;
  readonly address: Address;
  readonly reasons: readonly Reason[];
  readonly notSeenSince?: OneOf<typeof NOT_SEEN_SINCE>;
  readonly residentKnows?: boolean;
  readonly explanation?: string;
  readonly alreadyTried: readonly OneOf<typeof ALREADY_TRIED>[];
  readonly wishes: readonly OneOf<typeof WISHES>[];
  readonly bestTime?: OneOf<typeof BEST_TIMES>;
  /** Several days unseen and no answer at the door: on top of every list. */
  readonly sooner: boolean;
};

/** Kept apart from the report: it is forgotten at closing, and only the owner may read it. */
export type Reporter = {
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly mayBeContacted: boolean;
  readonly mayBeNamed: boolean;
  readonly wantsUpdates: boolean;
};

export type Assignment = {
  /** Counts owners from 1; part of the key of the mail that tells the owner. */
  readonly number: number;
  readonly ownerId: PartnerId;
  readonly neighbourhoodId?: NeighbourhoodId;
  readonly since: EpochSeconds;
  /** The partner that was asked to step in. From then on it may read the signal's row and take it over. */
  readonly backup?: { readonly partnerId: PartnerId; readonly invitedAt: EpochSeconds };
  readonly formerOwners: readonly PartnerId[];
  /** Partners that were asked to step in and need not any more: told so, and nothing else. */
  readonly formerBackups?: readonly PartnerId[];
  /** A backup that said it cannot. Not asked again about what was late by then. */
  readonly declined?: { readonly partnerId: PartnerId; readonly at: EpochSeconds };
};

export const STEPS = ['held', 'triage', 'visit', 'attempt', 'choice', 'follow-up'] as const;
/** The one thing that somebody has to do next, and by when. A signal has at most one running step. */
export type Step = {
  readonly name: OneOf<typeof STEPS>;
  /** Counts steps of one name from 1; part of the keys of its mails. */
  readonly number: number;
  readonly startedAt: EpochSeconds;
  readonly remindAt: EpochSeconds;
  readonly before: EpochSeconds;
};

/** The promises to the resident, fixed at receipt. They keep running whoever owns the signal; a later change of rules does not move them. */
export type Deadlines = {
  readonly rulesVersion: string;
  readonly triageBefore: EpochSeconds;
  readonly visitPreferredBefore: EpochSeconds;
  readonly visitBefore: EpochSeconds;
};

/** What came of asking the registers. `waiting`: they gave no answer, and are asked again at `retryAt`. */
export type RegisterCheck =
  | { readonly state: 'answered'; readonly at: EpochSeconds; readonly answer: RegisterAnswer }
  | { readonly state: 'waiting'; readonly at: EpochSeconds; readonly tries: number; readonly retryAt: EpochSeconds };

export type Triage = {
  readonly at: EpochSeconds;
  readonly tested: readonly OneOf<typeof TESTED>[];
  readonly decision: 'follow-up' | NoFollowUp;
  readonly duplicateOf?: SignalId;
};

export type Plan = {
  readonly at: EpochSeconds;
  readonly by: { readonly memberId: MemberId; readonly name: string } | { readonly volunteer: string };
};

/** A planned visit that does not take place. `called-off`: others decided so. `cannot-go`: its visitor said so, or left. */
export type PlanEnded = {
  /** Counts them from 1; part of the keys of their mails. */
  readonly number: number;
  readonly at: EpochSeconds;
  readonly memberId: MemberId;
  readonly why: 'called-off' | 'cannot-go';
};

export type Attempt = {
  readonly at: EpochSeconds;
  readonly way: OneOf<typeof WAYS>;
  readonly result: OneOf<typeof ATTEMPT_RESULTS>;
};

export type Contact = {
  readonly at: EpochSeconds;
  readonly way: OneOf<typeof WAYS>;
  readonly informed: OneOf<typeof INFORMED>;
  readonly notInformedBecause?: string;
  readonly consent: Exclude<Consent, 'erase-now'>;
  readonly wishes: readonly OneOf<typeof RESIDENT_WISHES>[];
  readonly referrals: readonly OneOf<typeof REFERRALS>[];
  readonly agreements?: string;
  /** The visitor saw danger: 112 or 0900-8844 first, then the coordinator is mailed at once. */
  readonly alarm: boolean;
};

/** Danger that somebody saw. Stands above everything else until somebody says that it is handled. */
export type Danger = {
  /** Counts alarms from 1; part of the keys of their mails. */
  readonly number: number;
  readonly at: EpochSeconds;
  readonly handled?: { readonly at: EpochSeconds; readonly how: OneOf<typeof DANGER_HANDLED> };
};

/** How the resident heard of the signal after all: apart from a contact, or after one. */
export type Information = { readonly at: EpochSeconds; readonly how: OneOf<typeof TOLD> };

export type FollowUp = { readonly at: EpochSeconds; readonly helpStarted: OneOf<typeof HELP_STARTED> };

export type Closing = {
  readonly at: EpochSeconds;
  readonly outcome: Outcome | NoFollowUp | OtherEnding;
  readonly dismissal?: OneOf<typeof DISMISSALS>;
};

/** What a person or the system did, for the page of the signal ("al gedaan door … om …"). Goes with the signal. */
export type HistoryLine = {
  readonly at: EpochSeconds;
  readonly what: HistoryEvent;
  /** The member who did it, by the name that they had. Absent: the system. */
  readonly by?: { readonly memberId: MemberId; readonly name: string };
};

/** Everything personal about one report lies in this one record, so that erasing it is one write. */
export type Signal = {
  readonly id: SignalId;
  /** Counts commands of people: a late click is one that saw an older version. */
  readonly version: number;
  /** Counts every write: a write replaces exactly the state that it was computed from. */
  readonly revision: number;
  readonly status: Status;
  /**
   * SHA-256 of the content as submitted: decides whether a second post under the same key is the same signal. Goes with the reporter, since an
   * address could be guessed against it.
   */
  readonly contentDigest?: string;
  readonly factId: FactId;
  /** HMAC of the address: how other signals there are found while they exist. Absent until the signal is routed. */
  readonly addressHash?: string;
  /** SHA-256 of the code on the letter: how a request of the resident finds it. Absent until the signal is routed. */
  readonly letterHash?: string;
  readonly receivedAt: EpochSeconds;
  readonly lastActedAt: EpochSeconds;
  readonly report: Report;
  /** About nobody: for this partner to practise on, gone by itself at `until`. Not counted, and no alarm to anybody else. */
  readonly practice?: { readonly partnerId: PartnerId; readonly until: EpochSeconds };
  readonly reporter?: Reporter;
  readonly held?: { readonly since: EpochSeconds; readonly suspicions: readonly Suspicion[] };
  readonly deadlines: Deadlines;
  /** Absent where no register was asked, or has not been yet. */
  readonly registers?: RegisterCheck;
  readonly assignment?: Assignment;
  readonly step?: Step;
  readonly triage?: Triage;
  readonly plan?: Plan;
  /** The last visit that was planned and is off. */
  readonly planEnded?: PlanEnded;
  readonly attempts: readonly Attempt[];
  readonly contact?: Contact;
  /** Contacts from before a reopening, oldest first. Absent when there were none. */
  readonly earlierContacts?: readonly Contact[];
  readonly danger?: Danger;
  readonly informed?: Information;
  readonly followUps: readonly FollowUp[];
  readonly closing?: Closing;
  /**
   * Without the resident's consent nothing stays longer than this, whatever is done meanwhile (AVG art. 6(1)(a)). Set by a contact that left it
   * undecided, and by the reopening of what they did not consent to. Absent: no contact yet, or consent.
   */
  readonly keptUntil?: EpochSeconds;
  /** Until then the public does not hear that it is closed: nobody should learn within a minute what a register says of an address. */
  readonly quietUntil?: EpochSeconds;
  /** What the resident asked: with the code of the letter, or of somebody who came for another signal at the address (docs/adr/0009). */
  readonly requests?: readonly ResidentRequest[];
  readonly history: readonly HistoryLine[];
  /** Every mail about this signal by its effect key. */
  readonly mails: Readonly<Record<string, MailRecord>>;
  /** Who is sending which mail right now. Over at `until`, whatever happened to the sender. */
  readonly claim?: {
    readonly effect: string;
    readonly token: string;
    readonly until: EpochSeconds;
    /** As in `MailRecord`, for news that is faster than the record. */
    readonly mailbox?: string;
  };
  /** From here on invisible to people; purged by the next sweep. Set at closing. */
  readonly expiresAt?: EpochSeconds;
  /** The `nextAt` for which a schedule was made. */
  readonly wakeSetFor?: EpochSeconds;
  /** When it ends if nobody does anything any more: `expiresAt`, or that of what nobody closes. Computed at every write, as `nextAt` is. */
  readonly endsAt?: EpochSeconds;
  /** The next moment at which something is to be done without a person. Every signal has one. */
  readonly nextAt: EpochSeconds;
};

/** A signal whose next moment is still to be computed. */
export type Unsettled = Omit<Signal, 'nextAt' | 'endsAt'>;

/** What remains of an erased or expired signal, under its own key, so that it cannot come back: nothing but a day. */
export type ErasureRecord = { readonly id: SignalId; readonly day: string; readonly removeAt: EpochSeconds };

export const ownerOf = (signal: Signal): PartnerId | undefined => signal.assignment?.ownerId;
/** Whether its owner took it over, rather than being given it. */
export const wasTakenOver = ({ history }: Pick<Signal, 'history'>): boolean =>
  history.findLast(({ what }) => what === 'assign' || what === 'hand-over' || what === 'take-over')?.what ===
  'take-over';
/** Whether the resident still has to hear of it (AVG art. 14): not who told it themselves, and once closed only who was met. */
export function isToBeInformed({ report, contact, informed, status }: Unsettled): boolean {
  if (report.about === 'myself' || informed) return false;
  return contact ? contact.informed === 'not-yet' : status !== 'closed';
}
/** What the public may hear of where it stands. */
export const publicStatusOf = (
  { status, quietUntil }: Pick<Signal, 'status' | 'quietUntil'>,
  now: EpochSeconds,
): Status => (quietUntil !== undefined && now < quietUntil ? 'assigned' : status);
/** What has ended is seen by nobody, though it may still lie there. */
export function isVisible({ expiresAt, endsAt }: Pick<Signal, 'expiresAt' | 'endsAt'>, now: EpochSeconds): boolean {
  const end = expiresAt ?? endsAt;
  return end === undefined || now < end;
}
