import type { ROLES } from '#shared/domain/directory.ts';
import type { Act } from '#shared/domain/life.ts';
import type { STEPS } from '#shared/domain/signal.ts';
import type { Consent, REQUEST_ANSWERS, REQUEST_WISHES, RegisterAnswer, TOLD } from '#shared/domain/words.ts';
import type { WorkFilter } from '#shared/domain/work-filter.ts';

type LabelsOf<Word extends string> = Readonly<Record<Word, string>>;
type OneOf<List extends readonly string[]> = List[number];

/** Where a signal stands for its reader; the console's `next-act.ts` chooses one. */
export type SituationWord =
  | 'take-over'
  | 'held'
  | 'triage'
  | 'asked'
  | 'locate'
  | 'plan'
  | 'ahead'
  | 'planned'
  | 'again'
  | 'reopened'
  | 'inform'
  | 'request'
  | 'request-waits'
  | 'choose'
  | 'choice-of-coordinator'
  | 'undecided'
  | 'help-later'
  | 'help'
  | 'wrap-up'
  | 'escalated'
  | 'alarm'
  | 'danger'
  | 'with-owner'
  | 'closed'
  | 'on-its-way';
/** What somebody at a door can say with one tap. */
export type DoorWord = 'nobody-home' | 'spoke' | 'no-worry' | 'wants-contact' | 'referred' | 'danger';
export type BlockedWord =
  | 'held-first'
  | 'triage-first'
  | 'asked-first'
  | 'choice'
  | 'contact-made'
  | 'owner-acts'
  | 'closed'
  | 'request';

type ActTexts = {
  /** On the button that leads to the form. */
  readonly button: string;
  /** Above the form. */
  readonly title: string;
  /** Once it is done. */
  readonly done: string;
};

/** Everything that the console says, beside the labels of the closed lists. A text that a language lacks does not compile. */
export type ConsoleTexts = {
  /** How moments are said. In a day go its parts by name: `{weekday} {day} {month}`. */
  readonly time: {
    readonly yesterday: string;
    readonly today: string;
    readonly tomorrow: string;
    readonly day: string;
    readonly dayOfOtherYear: string;
    /** `hour` without a zero in front, `minute` with. */
    readonly clock: (hour: string, minute: string) => string;
    readonly moment: (day: string, clock: string) => string;
    readonly left: (length: string) => string;
    readonly underAMinute: string;
  };
  readonly frame: { readonly skip: string; readonly signOut: string; readonly menu: string; readonly danger: string };
  /** In the menu: the work list and the pages of `web/console/pages.ts`. */
  readonly pages: LabelsOf<
    | 'signals'
    | 'directory'
    | 'figures'
    | 'log'
    | 'practice'
    | 'status'
    | 'letter'
    | 'requests'
    | 'guide'
    | 'account'
    | 'material'
    | 'wording'
  >;
  readonly session: { readonly signedOut: string; readonly signOutFailed: string };
  readonly signIn: {
    readonly title: string;
    readonly intro: string;
    readonly ended: string;
    readonly email: string;
    readonly askCode: string;
    readonly codeTitle: string;
    readonly sent: string;
    readonly code: string;
    readonly codeHint: string;
    readonly enter: string;
    readonly again: string;
    readonly noMail: string;
    readonly withPasskey: string;
    readonly or: string;
  };
  /** Offered once there is reason to: the second sign-in by code. */
  readonly passkeyOffer: LabelsOf<
    'title' | 'text' | 'make' | 'made' | 'stopped' | 'later' | 'never' | 'required' | 'requiredTitle'
  >;
  readonly loading: {
    readonly busy: string;
    readonly failed: string;
    readonly again: string;
    readonly refresh: string;
    readonly asOf: (time: string) => string;
    readonly stale: (time: string) => string;
    /** While something is looked up; `troubles` is said while something is sent. */
    readonly troubles: LabelsOf<'no-connection' | 'fault'>;
    readonly newVersion: string;
    readonly reload: string;
  };
  readonly list: {
    readonly title: LabelsOf<OneOf<typeof ROLES>>;
    readonly tabs: string;
    readonly which: LabelsOf<'open' | 'closed'>;
    /** `visitor`: of who sees only what was planned for them. */
    readonly empty: LabelsOf<'open' | 'closed' | 'visitor'>;
    readonly emptyHint: LabelsOf<'open' | 'closed' | 'visitor'>;
    /** When something was asked for that is not there. */
    readonly emptyOf: LabelsOf<WorkFilter>;
    readonly emptyOverview: string;
    readonly emptyOverviewHint: string;
    readonly showAll: string;
    readonly noneSoFar: string;
    readonly searchOn: string;
    readonly more: string;
    readonly unknownNeighbourhood: string;
    readonly received: (moment: string) => string;
    readonly planned: (moment: string) => string;
    readonly goneAfter: (day: string) => string;
    readonly goneUnless: (day: string) => string;
  };
  readonly narrow: LabelsOf<
    | 'title'
    | 'show'
    | 'partner'
    | 'anyPartner'
    | 'neighbourhood'
    | 'anyNeighbourhood'
    | 'reference'
    | 'referenceHint'
    | 'find'
    | 'unknown'
  > & { readonly filters: LabelsOf<WorkFilter> };
  /** Everything that a partner has open. */
  readonly handOverAll: LabelsOf<'explanation' | 'to' | 'choose' | 'submit' | 'stayed'> & {
    readonly title: (name: string) => string;
    readonly done: (count: number) => string;
  };
  readonly mailTrouble: LabelsOf<'ours' | 'callThem' | 'coordinator' | 'show'> & {
    readonly partners: (names: string) => string;
  };
  /** A number follows, or a link to where it goes. */
  readonly call: LabelsOf<'add' | 'municipality'> & {
    readonly them: (name: string) => string;
    readonly none: (name: string) => string;
  };
  /** What has to be done before the deadline, as the end of a sentence: "nog 5 uur: gaan we langs?" */
  readonly due: LabelsOf<OneOf<typeof STEPS> | 'backup' | 'choose' | 'locate' | 'asked'>;
  readonly timeLeft: (left: string, question: string) => string;
  readonly lateSince: (moment: string, question: string) => string;
  readonly preferably: (day: string) => string;
  /** On every screen of a practice signal. */
  readonly practice: string;
  readonly tags: LabelsOf<
    | 'practice'
    | 'alarm'
    | 'request'
    | 'choose'
    | 'sooner'
    | 'aboutThemselves'
    | 'addressDoubted'
    | 'escalated'
    | 'mailTrouble'
    | 'withDesk'
  >;
  readonly next: {
    readonly title: LabelsOf<SituationWord>;
    readonly explanation: LabelsOf<SituationWord>;
    readonly blocked: LabelsOf<BlockedWord>;
    readonly otherActs: string;
    readonly possibleActs: string;
    /** Above the suspicions of a held signal. */
    readonly heldBecause: string;
    readonly owner: (name: string) => string;
    /** To a visitor; how to reach the owner follows. */
    readonly cannotGo: (owner: string) => string;
    readonly until: (left: string, moment: string) => string;
    readonly preferably: (moment: string) => string;
    readonly lateSince: (moment: string) => string;
    readonly planned: (moment: string, who: string) => string;
    readonly seenBy: (who: string | undefined, moment: string) => string;
    readonly informBefore: (day: string) => string;
    readonly goneAfter: (day: string) => string;
    readonly goneUnless: (day: string) => string;
  };
  readonly acts: Readonly<Record<Act, ActTexts>>;
  /** `what`: of `history`, without a name. */
  readonly already: {
    readonly by: (name: string, what: string, moment: string) => string;
    readonly byYou: (what: string, moment: string) => string;
    readonly bySystem: (what: string, moment: string) => string;
    readonly unknown: string;
    /** What somebody sent after that, and what became of it. */
    readonly notSaved: string;
  };
  /** What somebody did, in a sentence after the moment; what was done, where no name is given. */
  readonly history: Readonly<
    Record<
      Act | 'submit' | 'assign' | 'check-registers' | 'request' | 'free-plan' | 'pass-to-desk',
      (by: string | undefined) => string
    >
  >;
  readonly form: {
    readonly back: string;
    readonly sending: string;
    readonly sendAgain: string;
    /** It goes by itself when there is network. */
    readonly waiting: string;
    /** Somebody left while it waited. */
    readonly notSent: string;
    /** Somebody left it, and it goes by itself; or it went, and was not taken. */
    readonly leftBehind: { readonly waiting: string; readonly refused: string };
    readonly toForm: (title: string) => string;
    /** Above a form that somebody can send again. `first`: who did what. */
    readonly notSaved: (first: string) => string;
    readonly notPossible: string;
    /** Characters that still fit, and that are too many. */
    readonly left: (count: number) => string;
    readonly tooMany: (count: number) => string;
  };
  readonly errors: {
    readonly summary: (count: number) => string;
    /** When something was filled in, but not right. */
    readonly wrong: (count: number) => string;
    readonly wrongCode: string;
    /** How to mend it, by what is wrong. */
    readonly codes: LabelsOf<
      'too-long' | 'unreadable-characters' | 'past' | 'moment' | 'one-line' | 'wrong-code' | 'not-found' | 'code-taken'
    >;
    /** How to mend it, by field. */
    readonly fields: Readonly<Record<string, string>>;
    readonly other: string;
  };
  readonly troubles: LabelsOf<
    | 'no-connection'
    | 'fault'
    | 'not-allowed'
    | 'not-found'
    | 'handed-over'
    | 'reason-needed'
    | 'not-signed-in'
    | 'wrong-code'
    | 'wrong-passkey'
    | 'passkey-needed'
    | 'too-many-passkeys'
    | 'invalid-fields'
    | 'already-done'
    | 'already-today'
    | 'changed-meanwhile'
    | 'in-use'
    | 'partly-erased'
  >;
  /** What the partner reads that had the signal before. */
  readonly handedOver: Readonly<Record<'to' | 'takenOver', (owner: string) => string>>;
  readonly notNow: LabelsOf<'status' | 'held' | 'not-held' | 'choice-of-coordinator'>;
  readonly how: LabelsOf<'change'> & {
    readonly summary: (way: string, when: string) => string;
    readonly onBehalf: (who: string) => string;
  };
  readonly door: LabelsOf<'title' | 'otherWay'> & { readonly choices: LabelsOf<DoorWord> };
  readonly proposal: LabelsOf<'otherMoment'> & {
    readonly visit: (moment: string) => string;
    readonly otherWay: LabelsOf<'phone' | 'letter'>;
    /** Once it was done. */
    readonly done: LabelsOf<'phone' | 'letter'>;
  };
  readonly when: LabelsOf<'legend' | 'now' | 'earlier' | 'day' | 'time'>;
  readonly triage: LabelsOf<
    | 'tested'
    | 'testedHint'
    | 'decision'
    | 'yes'
    | 'yesHint'
    | 'no'
    | 'noHint'
    | 'reason'
    | 'duplicateOf'
    | 'duplicateOfHint'
    | 'duplicateWhich'
    | 'duplicateOther'
    | 'submitYes'
    | 'submitPlan'
    | 'submitNo'
  >;
  /** Instead of those of `triage`, and of the labels of its answers, where the resident told of themselves. */
  readonly asked: LabelsOf<'tested' | 'decision' | 'yes' | 'yesHint' | 'no' | 'noReach'> & {
    readonly call: (when: string | undefined) => string;
    readonly mail: string;
    readonly words: LabelsOf<'called-reporter' | 'reporter-withdrew'>;
  };
  readonly plan: LabelsOf<
    | 'who'
    | 'whoMaySkip'
    | 'later'
    | 'me'
    | 'volunteer'
    | 'volunteerHint'
    | 'volunteerHintOwner'
    | 'volunteerName'
    | 'day'
    | 'otherDay'
    | 'whichDay'
    | 'time'
    | 'otherTime'
    | 'whichTime'
    | 'submit'
    | 'move'
  >;
  /** `again`: one was recorded a moment ago. `byLetter`: what the coordinator can do after three that failed. */
  readonly attempt: LabelsOf<'way' | 'result' | 'submit' | 'byLetter' | 'letterExplanation' | 'submitLetter'> & {
    readonly again: (time: string) => string;
  };
  readonly alarm: LabelsOf<
    'question' | 'examples' | 'no' | 'yes' | 'callFirst' | 'emergency' | 'police' | 'afterwards' | 'called' | 'noDanger'
  > & {
    /** The address as one tells it to 112. */
    readonly where: (address: string) => string;
    /** One tap that tells of it, before anything else is recorded. */
    readonly tell: LabelsOf<'explanation' | 'submit' | 'stands'>;
  };
  readonly allClear: LabelsOf<'question' | 'hint' | 'submit'>;
  readonly contact: LabelsOf<
    | 'alarmNoted'
    | 'dangerAfterAll'
    | 'way'
    | 'informed'
    | 'informedHint'
    | 'because'
    | 'becauseHint'
    | 'consent'
    | 'consentHint'
    | 'optional'
    | 'wishes'
    | 'referrals'
    | 'agreements'
    | 'agreementsHint'
    | 'ready'
    | 'notReady'
    | 'notReadyHint'
    | 'closeNow'
    | 'outcome'
    | 'submit'
    | 'submitErase'
  > & {
    /** Honest and plain, as one can say it at the door. */
    readonly consents: LabelsOf<Consent>;
    readonly consentHints: LabelsOf<Consent>;
  };
  readonly consent: LabelsOf<'hint' | 'refusedHint' | 'toErasure' | 'erase' | 'submit'>;
  readonly inform: LabelsOf<'question' | 'hint' | 'submit'> & { readonly ways: LabelsOf<(typeof TOLD)[number]> };
  readonly followUp: LabelsOf<'question' | 'hint' | 'submit'>;
  readonly close: LabelsOf<'explanation' | 'notInformed' | 'question' | 'submit'>;
  readonly dismiss: LabelsOf<'explanation' | 'question' | 'submit'>;
  readonly handOver: LabelsOf<
    'explanation' | 'explanationCoordinator' | 'to' | 'neighbourhood' | 'unknown' | 'reason' | 'submit'
  >;
  readonly confirm: Readonly<
    Record<
      'take-over' | 'decline' | 'cannot-go' | 'reopen' | 'release',
      { readonly explanation: string; readonly submit: string }
    >
  >;
  readonly erase: {
    readonly intro: string;
    readonly facts: readonly string[];
    readonly asked: string;
    readonly submit: string;
    readonly lostCode: string;
    /** Whose visit is off: after an erasure nobody can be mailed about it. */
    readonly tell: (who: string, day: string, clock: string) => string;
  };
  readonly erased: LabelsOf<'title' | 'write' | 'label' | 'once' | 'paper' | 'elsewhere' | 'done'> & {
    readonly count: (signals: number) => string;
  };
  /** What residents ask with the code of the letter, or at the door. */
  readonly requests: {
    readonly title: string;
    readonly intro: string;
    readonly none: string;
    readonly wishes: LabelsOf<(typeof REQUEST_WISHES)[number]>;
    readonly received: (day: string) => string;
    readonly before: (day: string) => string;
    readonly late: (day: string) => string;
    /** On the button. */
    readonly answerBefore: (day: string) => string;
    readonly contact: (how: string) => string;
    readonly toldTo: (who: string) => string;
    readonly which: string;
    readonly how: string;
    readonly eraseInstead: string;
    readonly answers: LabelsOf<(typeof REQUEST_ANSWERS)[number]>;
    readonly answerHints: LabelsOf<(typeof REQUEST_ANSWERS)[number]>;
    readonly submit: string;
  };
  /** What the registers say of the address; what to do about it; and when they ended the signal. */
  readonly registers: {
    readonly said: LabelsOf<RegisterAnswer>;
    readonly advice: LabelsOf<'unknown-address' | 'nobody-registered' | 'deceased'>;
    readonly ended: string;
  };
  /** What else is at the address of a signal. */
  readonly sameAddress: {
    readonly titleOpen: string;
    readonly titleClosed: string;
    readonly line: (day: string, status: string, owner: string) => string;
    readonly elsewhere: (owner: string) => string;
    readonly elsewhereHint: string;
    readonly handOverInstead: (owner: string) => string;
    readonly erase: string;
    readonly eraseHint: string;
    readonly askElsewhere: string;
    readonly askElsewhereHint: string;
    readonly yesAsk: string;
    readonly yesAskHint: string;
  };
  /** An address that leads nowhere. */
  readonly unknown: Readonly<Record<'page' | 'reference', LabelsOf<'title' | 'text'>>>;
  readonly reading: LabelsOf<'title' | 'explanation' | 'question' | 'open' | 'back'>;
  readonly signal: LabelsOf<
    | 'tab'
    | 'toList'
    | 'letter'
    | 'log'
    | 'notHere'
    | 'stale'
    | 'signs'
    | 'wishes'
    | 'note'
    | 'noteThemselves'
    | 'notSeenSince'
    | 'bestTime'
    | 'alreadyTried'
    | 'residentKnows'
    | 'yes'
    | 'no'
  > & {
    readonly inNeighbourhood: (name: string | undefined) => string;
    readonly notSeenFor: (howLong: string) => string;
    readonly reference: (reference: string) => string;
  };
  readonly reporter: LabelsOf<
    | 'title'
    | 'titleThemselves'
    | 'kind'
    | 'name'
    | 'phone'
    | 'email'
    | 'mayBeNamed'
    | 'mayNotBeNamed'
    | 'mayBeContacted'
    | 'mayNotBeContacted'
    | 'noContact'
    | 'forgotten'
    | 'sayNothing'
  >;
  readonly clocks: LabelsOf<'title' | 'received' | 'triage' | 'visitPreferred' | 'visit'> &
    Readonly<Record<'inTime' | 'late', (moment: string) => string>>;
  readonly happened: LabelsOf<
    | 'title'
    | 'ending'
    | 'tested'
    | 'testedThemselves'
    | 'duplicateOf'
    | 'attempts'
    | 'helpStarted'
    | 'contact'
    | 'contactAt'
    | 'contactBefore'
    | 'earlierContact'
    | 'alarm'
    | 'alarmGiven'
    | 'informed'
    | 'because'
    | 'consent'
    | 'wishes'
    | 'referrals'
    | 'agreements'
  > & {
    /** `to` from `mailTo` or the name of a partner. */
    readonly mail: (what: string, to: string, state: string) => string;
    readonly mails: LabelsOf<
      | 'notify'
      | 'planned'
      | 'called-off'
      | 'cannot-go'
      | 'declined'
      | 'remind'
      | 'escalate'
      | 'choose'
      | 'alarm'
      | 'warn-inform'
      | 'warn-expiry'
      | 'warn-undecided'
      | 'request'
      | 'remind-request'
    >;
    readonly backupAsked: (partner: string, state: string) => string;
    readonly mailTo: LabelsOf<'owner' | 'backup' | 'coordinator' | 'visitor'>;
    readonly mailStates: LabelsOf<'waiting' | 'sent' | 'returned' | 'delivered' | 'failed'>;
    readonly dangerSeen: (moment: string) => string;
    readonly dangerHandled: (moment: string, how: string) => string;
  };
  readonly tips: { readonly title: string; readonly list: readonly string[] };
};
