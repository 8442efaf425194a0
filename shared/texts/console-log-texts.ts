import type { Act } from '#shared/domain/life.ts';

/** What stands in the log of a signal or a member, beside what somebody can do with a signal. */
type OtherEvent =
  | 'assign'
  | 'check-registers'
  | 'forget-reporter'
  | 'expire'
  | 'request'
  | 'read'
  | 'list'
  | 'read-log'
  | 'triage-and-plan'
  | 'free-plan'
  | 'pass-to-desk'
  | 'add-partner'
  | 'change-partner'
  | 'remove-partner'
  | 'add-member'
  | 'change-member'
  | 'remove-member'
  | 'add-neighbourhood'
  | 'change-neighbourhood'
  | 'remove-neighbourhood'
  | 'switch-routes'
  | 'restore-routes'
  | 'change-referrals'
  | 'change-texts'
  | 'add-location'
  | 'change-location'
  | 'remove-location'
  | 'send-practice'
  | 'export-statistics'
  | 'read-member-log'
  | 'sign-in-code'
  | 'sign-in-passkey'
  | 'wrong-code'
  | 'code-locked'
  | 'sign-out-everywhere'
  | 'add-passkey'
  | 'remove-passkey'
  | 'reset-passkeys';

/** The page that tells who read or did what. */
export type LogTexts = {
  readonly title: string;
  /** `{days}`: how long a line is kept. */
  readonly intro: string;
  readonly ofSignal: string;
  readonly reference: string;
  readonly referenceHint: string;
  readonly referenceWrong: string;
  readonly ofMember: string;
  readonly member: string;
  /** A member who is there no more. */
  readonly left: (name: string) => string;
  readonly chooseMember: string;
  readonly month: string;
  readonly show: string;
  readonly titleOfSignal: (reference: string) => string;
  readonly titleOfMember: (name: string, month: string) => string;
  readonly empty: string;
  /** `{days}` as in `intro`. */
  readonly emptyHint: string;
  readonly more: string;
  readonly download: string;
  readonly back: string;
  readonly system: string;
  /** What follows a name: "Anna las het signaal". */
  readonly events: Readonly<Record<Act | OtherEvent, string>>;
  /** Rows of a list that was opened once. */
  readonly listed: (count: string) => string;
  readonly reason: (reason: string) => string;
  readonly about: (name: string) => string;
  readonly signal: (reference: string) => string;
  readonly file: Readonly<Record<'name' | 'moment' | 'who' | 'what' | 'signal' | 'about' | 'reason', string>>;
};
