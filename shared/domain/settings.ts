import type { OwnTexts } from './own-texts.ts';
import type { Seconds } from './time.ts';
import type { ENDING_ANSWERS, Language } from './words.ts';

/** Office hours in Europe/Amsterdam. A working hour is an hour inside them. */
export type OfficeHours = {
  /** ISO weekdays, Monday 1 to Sunday 7. */
  readonly weekdays: readonly number[];
  /** Minutes after midnight, local time; 0 to 1,440. */
  readonly fromMinute: number;
  readonly untilMinute: number;
  /** Public holidays of the Algemene termijnenwet, art. 3. */
  readonly publicHolidays: 'closed' | 'open';
};

/** What a municipality may decide about time. `version` is stored with every deadline that these rules set. */
export type Rules = {
  readonly version: string;
  /** Whether `triage`, `visitPreferred` and `visit` count elapsed hours or working hours: a required choice of the municipality. */
  readonly clock: 'elapsed' | 'working-hours';
  readonly officeHours: OfficeHours;
  readonly durations: {
    readonly triage: Seconds;
    readonly visitPreferred: Seconds;
    readonly visit: Seconds;
    /** Working time until the next attempt after a failed one. */
    readonly nextAttempt: Seconds;
    /** Working time in which the desk releases or dismisses a held signal. */
    readonly held: Seconds;
    /** Elapsed time until "Is de hulp gestart?". */
    readonly followUp: Seconds;
    /** Elapsed time after which a mail without a delivery event counts as lost. */
    readonly delivery: Seconds;
    /** Elapsed time after receipt at which the owner is warned to inform the resident (AVG art. 14(3)(a): within a month). */
    readonly inform: Seconds;
  };
  /** Elapsed time from closing until everything personal goes, per kind of ending. */
  readonly retention: {
    readonly noFollowUp: Seconds;
    readonly notReached: Seconds;
    readonly withoutConsent: Seconds;
    readonly undecided: Seconds;
    readonly consent: Seconds;
    /** From the last act of a person, for a signal that nobody closes. */
    readonly hardCap: Seconds;
    /** How long before the end of an unclosed signal its owner is warned. */
    readonly warning: Seconds;
    /** How long an erasure record blocks its key. */
    readonly erasureRecord: Seconds;
    /** How long the proof code of an erasure can be checked. */
    readonly erasureProof: Seconds;
    readonly audit: Seconds;
  };
  /** Absent: no register is asked anything. */
  readonly registers?:
    | {
        /** The answers that end a signal at once. Without any, every answer only adds to it. */
        readonly mayEnd: readonly (typeof ENDING_ANSWERS)[number][];
        /** Elapsed time that the owner's mail waits for an answer that may end the signal. */
        readonly wait: Seconds;
      }
    | undefined;
};

/** What the functions need to know about their municipality: the part of its configuration that may live in an environment variable. */
export type Settings = {
  readonly municipality: string;
  /** `Omzien in Rotterdam`: what the service is called on every page. */
  readonly service: string;
  /** Of the theme, for what has no style sheet: mails, and what a browser colours around a page. */
  readonly colours: { readonly brand: string; readonly action: string; readonly actionText: string };
  readonly baseUrl: string;
  readonly rules: Rules;
  readonly reporterContact: 'optional' | 'required';
  /** Zero bits that the form's script must find (`proof-of-work.ts`). Absent: nobody is asked to. */
  readonly proofOfWorkBits?: number | undefined;
  /** The municipality's own texts, by their path in the catalogue and their language. */
  readonly texts?: OwnTexts | undefined;
  /** `required`: nobody reads a signal without a passkey. Offered otherwise. */
  readonly passkeys: 'offered' | 'required';
  /** Of the municipality itself. `desk`: where somebody who would rather not type can go. */
  readonly contact: { readonly phone: string; readonly desk: string };
  /** `languages`: what mails to partners, desk and coordinators are written in, the first on top. */
  readonly mail: { readonly from: string; readonly languages: readonly [Language, ...Language[]] };
  /** Who answers for the data, and who watches over that. `address`: a postal one. */
  readonly controller: { readonly name: string; readonly address: string; readonly mailbox: string };
  readonly privacyOfficer: { readonly mailbox: string; readonly phone?: string | undefined };
  readonly coordinator: { readonly mailboxes: readonly string[] };
  readonly desk: { readonly name: string; readonly phone: string; readonly mailboxes: readonly string[] };
};
