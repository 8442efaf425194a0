import type { Practice, Reaction } from '#shared/domain/practice.ts';

/** The page where the coordinator lets partners practise, and sees whether mail arrives. */
export type PracticeTexts = {
  readonly title: string;
  readonly intro: string;
  readonly facts: readonly string[];
  readonly none: string;
  readonly never: string;
  readonly attention: string;
  readonly sentAt: string;
  readonly reaction: string;
  readonly reactions: Readonly<Record<Reaction, (moment: string) => string>>;
  readonly mail: string;
  readonly mails: Readonly<Record<Practice['mail'], string>>;
  readonly mailFails: string;
  readonly lastReal: string;
  readonly noReal: string;
  readonly send: string;
  readonly sendTo: (name: string) => string;
  readonly running: string;
  readonly sent: (name: string) => string;
};
