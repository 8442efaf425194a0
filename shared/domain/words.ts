/** The closed lists of the field: what can be chosen on a form or recorded after a visit. Contracts, texts and facts all read these. */

export { LANGUAGES, type Language } from './languages.ts';

/** Who a signal is about. */
export const ABOUT = ['someone-else', 'myself'] as const;

/** Observable signs only: illness or addiction would be health data about a third person (AVG art. 9). */
export const REASONS = [
  'not-seen',
  'no-answer',
  'mail-and-curtains',
  'stays-away',
  'house-and-garden',
  'self-care',
  'seeks-contact',
  'says-so',
  'life-event',
  'other',
] as const;
export type Reason = (typeof REASONS)[number];

/** How long somebody has not been seen. */
export const NOT_SEEN_SINCE = ['days', 'week', 'weeks', 'unknown'] as const;
export const ALREADY_TRIED = ['talked', 'rang-bell', 'called', 'asked-others', 'nothing'] as const;
export const REPORTER_KINDS = [
  'neighbour',
  'family-or-friend',
  'shop',
  'care-or-welfare',
  'volunteer',
  'housing',
  'other',
] as const;
export const WISHES = ['talk', 'activity', 'practical-help', 'do-not-know'] as const;
export const BEST_TIMES = ['morning', 'afternoon', 'evening', 'any'] as const;

/** How the owner found out whether a visit is needed. */
export const TESTED = ['called-reporter', 'own-contacts', 'asked-partner', 'walked-past', 'not-tested'] as const;
export const NO_FOLLOW_UP = [
  'seen-well',
  'already-in-care',
  'moved',
  'deceased',
  'duplicate',
  'passed-on',
  'reporter-withdrew',
  'no-ground',
] as const;
export type NoFollowUp = (typeof NO_FOLLOW_UP)[number];

export const WAYS = ['visit', 'phone', 'walk', 'elsewhere', 'letter'] as const;
export const ATTEMPT_RESULTS = ['nobody-home', 'door-kept-shut', 'card-left', 'no-answer'] as const;
/** Whether the resident was told of the signal and what is kept (AVG art. 14). */
export const TOLD = ['handed', 'posted', 'read-aloud'] as const;
export const INFORMED = [...TOLD, 'not-yet'] as const;
/** What the resident wants with the data. `not-given`: nothing may be kept, no erasure was asked for. */
export const CONSENTS = ['keep', 'undecided', 'not-given', 'erase-now'] as const;
export type Consent = (typeof CONSENTS)[number];
export const RESIDENT_WISHES = ['talk', 'activity', 'practical-help', 'money-or-forms', 'other', 'nothing'] as const;
export const REFERRALS = [
  'general-practitioner',
  'welfare',
  'neighbourhood-team',
  'volunteer',
  'luisterlijn',
  'housing',
  'other',
] as const;
export const HELP_STARTED = ['yes', 'not-yet', 'not-wanted'] as const;

/** What came of a signal that was followed up. */
export const OUTCOMES = [
  'help-started',
  'referred',
  'no-help-wanted',
  'seen-well',
  'already-in-care',
  'moved',
  'deceased',
  'passed-on',
  'not-reached',
] as const;
export type Outcome = (typeof OUTCOMES)[number];
/** Ended by no partner: by the desk, by what the registers said, or because the resident objected (AVG art. 21). */
export const OTHER_ENDINGS = ['dismissed', 'ended-by-registers', 'objected'] as const;
export type OtherEnding = (typeof OTHER_ENDINGS)[number];
export const DISMISSALS = ['spam', 'not-serious', 'unreadable'] as const;
export const HAND_OVER_REASONS = [
  'wrong-neighbourhood',
  'no-capacity',
  'better-placed',
  'knows-resident',
  'no-reaction',
  'other',
] as const;
/** How danger that somebody saw was handled. */
export const DANGER_HANDLED = ['emergency-services', 'visited', 'other-help', 'false-alarm'] as const;
export const ERASURE_ASKED = ['at-door', 'by-phone', 'by-letter', 'at-desk'] as const;
/** What a resident can ask with the code of the letter (AVG art. 15, 16, 17 and 21), and how a person answered it. */
export const REQUEST_WISHES = ['copy', 'correct', 'erase', 'object'] as const;
export const REQUEST_ANSWERS = ['done', 'refused', 'not-reachable'] as const;
/** Why a coordinator opens a signal that is neither escalated nor the desk's. Written to the audit trail. */
export const READ_REASONS = ['question-of-resident', 'question-of-partner', 'complaint', 'quality-check'] as const;

/**
 * What the registers can say of an address. `confirmed`: it exists, and somebody is registered there. `deceased`: everybody who was registered
 * there. `unknown`: they did not say, or nothing that anything follows from.
 */
export const REGISTER_ANSWERS = ['confirmed', 'unknown-address', 'nobody-registered', 'deceased', 'unknown'] as const;
export type RegisterAnswer = (typeof REGISTER_ANSWERS)[number];
/** Those that a municipality may let end a signal. An address that does not exist is one that somebody mistyped: never. */
export const ENDING_ANSWERS = ['nobody-registered', 'deceased'] as const satisfies readonly RegisterAnswer[];

/** Why a signal is held for the desk before it goes to a partner. */
export const SUSPICIONS = ['hidden-field', 'too-fast', 'no-check-page', 'no-proof-of-work'] as const;
export type Suspicion = (typeof SUSPICIONS)[number];
