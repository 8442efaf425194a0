import type { Status } from '#shared/domain/signal.ts';
import type {
  ABOUT,
  ALREADY_TRIED,
  ATTEMPT_RESULTS,
  BEST_TIMES,
  Consent,
  DANGER_HANDLED,
  DISMISSALS,
  ERASURE_ASKED,
  HAND_OVER_REASONS,
  HELP_STARTED,
  INFORMED,
  NOT_SEEN_SINCE,
  NoFollowUp,
  OtherEnding,
  Outcome,
  READ_REASONS,
  REFERRALS,
  REPORTER_KINDS,
  RESIDENT_WISHES,
  Reason,
  Suspicion,
  TESTED,
  WAYS,
  WISHES,
} from '#shared/domain/words.ts';

type LabelsOf<Word extends string> = Readonly<Record<Word, string>>;
type OneOf<List extends readonly string[]> = List[number];

/** A label for every word of every closed list. A word without a label does not compile, in any language. */
export type Words = {
  // What a reporter chooses.
  readonly about: LabelsOf<OneOf<typeof ABOUT>>;
  readonly reasons: LabelsOf<Reason>;
  readonly notSeenSince: LabelsOf<OneOf<typeof NOT_SEEN_SINCE>>;
  readonly alreadyTried: LabelsOf<OneOf<typeof ALREADY_TRIED>>;
  /** `resident` is no choice: it is what a self-report is stored under. */
  readonly reporterKinds: LabelsOf<OneOf<typeof REPORTER_KINDS> | 'resident'>;
  readonly wishes: LabelsOf<OneOf<typeof WISHES>>;
  readonly bestTimes: LabelsOf<OneOf<typeof BEST_TIMES>>;

  // What a partner chooses.
  readonly tested: LabelsOf<OneOf<typeof TESTED>>;
  /** `follow-up`, and every reason not to. */
  readonly decisions: LabelsOf<'follow-up' | NoFollowUp>;
  readonly ways: LabelsOf<OneOf<typeof WAYS>>;
  readonly attemptResults: LabelsOf<OneOf<typeof ATTEMPT_RESULTS>>;
  readonly informed: LabelsOf<OneOf<typeof INFORMED>>;
  readonly consents: LabelsOf<Consent>;
  readonly residentWishes: LabelsOf<OneOf<typeof RESIDENT_WISHES>>;
  readonly referrals: LabelsOf<OneOf<typeof REFERRALS>>;
  readonly helpStarted: LabelsOf<OneOf<typeof HELP_STARTED>>;
  readonly outcomes: LabelsOf<Outcome>;
  /** How a signal can end: the outcomes, the reasons not to follow up, a held signal that the desk turned down, and the registers. */
  readonly endings: LabelsOf<Outcome | NoFollowUp | OtherEnding>;
  readonly dismissals: LabelsOf<OneOf<typeof DISMISSALS>>;
  readonly handOverReasons: LabelsOf<OneOf<typeof HAND_OVER_REASONS>>;
  readonly erasureAsked: LabelsOf<OneOf<typeof ERASURE_ASKED>>;
  readonly dangerHandled: LabelsOf<OneOf<typeof DANGER_HANDLED>>;
  readonly readReasons: LabelsOf<OneOf<typeof READ_REASONS>>;
  readonly suspicions: LabelsOf<Suspicion>;

  // What a screen says about a signal.
  readonly statuses: LabelsOf<Status | 'held'>;
};
