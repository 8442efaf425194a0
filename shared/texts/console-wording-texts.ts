import type { MAIL_PLACES } from './mail-texts.ts';

type MailPlaceName = (typeof MAIL_PLACES)[number];
type LabelsOf<Word extends string> = Readonly<Record<Word, string>>;

/** Where texts that change without a deploy are found. */
export type WordingPart = 'work' | 'reporters' | 'every' | 'letter' | 'pages' | 'console' | 'words';

/** The page on which the coordinator changes what functions and the console say. */
export type WordingTexts = {
  readonly title: string;
  readonly intro: string;
  readonly back: string;
  readonly language: string;
  readonly search: string;
  readonly searchHint: string;
  readonly searching: {
    readonly found: (count: number) => string;
    readonly none: string;
    readonly more: (count: number) => string;
    /** Beside a sentence that only a deploy can change. */
    readonly fixed: string;
  };
  readonly own: { readonly heading: string; readonly none: string; readonly tag: string };
  readonly misfits: {
    readonly heading: string;
    readonly text: string;
    readonly remove: string;
    readonly removed: string;
  };
  readonly all: string;
  readonly parts: LabelsOf<WordingPart>;
  readonly sentences: (count: number) => string;
  /** Beside mails that go to who passed on a signal about themselves. */
  readonly toResident: string;
  readonly fixed: { readonly heading: string; readonly reasons: readonly string[] };
  readonly group: {
    readonly intro: string;
    readonly subject: string;
    readonly paragraph: (number: string) => string;
    readonly sentence: (number: string) => string;
    /** Before what is named: it is read out too. */
    readonly change: string;
    readonly cancel: string;
    readonly reset: string;
    readonly now: (text: string) => string;
    readonly standard: (text: string) => string;
    readonly places: (places: string) => string;
    /** What stands for what, where a place has a name. */
    readonly meanings: LabelsOf<MailPlaceName>;
    readonly save: string;
    readonly saved: string;
    readonly nothing: string;
    readonly gone: string;
    /** To the example below the form. */
    readonly look: string;
  };
  readonly preview: {
    readonly heading: string;
    readonly text: string;
    readonly subject: string;
    readonly example: LabelsOf<'neighbourhood' | 'owner' | 'visitor' | 'door' | 'town'>;
  };
  readonly overtaken: { readonly title: string; readonly text: string };
  readonly errors: {
    readonly codes: LabelsOf<
      | 'empty'
      | 'places'
      | 'long-sentence'
      | 'too-long'
      | 'one-line'
      | 'unreadable-characters'
      | 'unknown-text'
      | 'needs-deploy'
      | 'too-many'
    >;
  };
};
