import type { REASONS, REPORTER_KINDS, WISHES } from '#shared/domain/words.ts';

type LabelsOf<Word extends string> = Readonly<Record<Word, string>>;
type WithTime = (time: string) => string;

/** The letter for the resident (AVG art. 14), the card for a closed door, and the page that prints them. */
export type LetterTexts = {
  readonly page: {
    readonly title: string;
    readonly intro: string;
    readonly sheet: string;
    readonly sheets: LabelsOf<'letter' | 'card'>;
    readonly hints: LabelsOf<'letter' | 'card'>;
    readonly language: string;
    readonly print: string;
    readonly printHint: string;
    readonly back: string;
  };
  readonly letter: {
    readonly to: string;
    /** Where nobody told the street. */
    readonly houseNumber: (number: string) => string;
    readonly heading: string;
    readonly headingThemselves: string;
    readonly greeting: string;
    readonly because: string;
    readonly becauseThemselves: string;
    readonly visitFrom: (partner: string) => string;
    readonly visitBy: (visitor: string, partner: string) => string;
    readonly yours: string;
    readonly whatHeading: string;
    readonly address: string;
    readonly addressThemselves: string;
    readonly told: string;
    readonly toldThemselves: string;
    readonly reasons: LabelsOf<(typeof REASONS)[number]>;
    readonly wishes: LabelsOf<(typeof WISHES)[number]>;
    readonly note: string;
    readonly contact: string;
    readonly sourceHeading: string;
    readonly source: (who: string) => string;
    readonly sourceKinds: LabelsOf<(typeof REPORTER_KINDS)[number] | 'resident'>;
    readonly sourceNamed: (name: string) => string;
    readonly sourceUnnamed: string;
    readonly sourceRegisters: string;
    readonly whyHeading: string;
    readonly why: readonly string[];
    readonly readersHeading: string;
    readonly readers: (partner: string, municipality: string) => string;
    /** After a hand-over others read it too. */
    readonly readersBefore: (partner: string, municipality: string, others: string) => string;
    readonly processor: string;
    readonly howLongHeading: string;
    readonly howLong: {
      readonly noFollowUp: WithTime;
      readonly notReached: WithTime;
      readonly atOnce: string;
      readonly withoutConsent: WithTime;
      readonly undecided: WithTime;
      readonly consent: WithTime;
      readonly hardCap: WithTime;
      readonly backups: string;
    };
    readonly rightsHeading: string;
    readonly rights: readonly string[];
    readonly eraseNow: string;
    readonly reach: (phone: string, mailbox: string) => string;
    readonly whoHeading: string;
    readonly who: (controller: string, address: string) => string;
    readonly whoToo: (partner: string) => string;
    readonly officer: (reachable: string) => string;
    readonly complaintHeading: string;
    readonly complaint: string;
    readonly proof: string;
    readonly ask: (page: string) => string;
    readonly askCode: string;
  };
  /** Says nothing of what it is about: anybody may find it. */
  readonly card: {
    readonly heading: string;
    readonly text: string;
    readonly call: (partner: string) => string;
    readonly day: string;
    readonly name: string;
  };
};
