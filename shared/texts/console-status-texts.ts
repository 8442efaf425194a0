import type { StatusLineName, Verdict } from '#shared/domain/system-status.ts';

/** What a line is about: a moment in words, a count ("3", or "50 of meer"), names in a row. */
export type StatusGiven = { readonly when: string; readonly count: string; readonly names: string };

export type StatusLineTexts = {
  readonly title: string;
  /** What it means for residents and partners. */
  readonly means: string;
  readonly fine: (given: StatusGiven) => string;
  readonly attention: (given: StatusGiven) => string;
  /** `{days}`, of what was erased: how long an erasure record is kept. */
  readonly unknown: string;
  readonly todo: string;
};

/** The page where the coordinator sees how the system does. */
export type StatusTexts = {
  readonly title: string;
  readonly intro: string;
  readonly allFine: string;
  readonly some: (count: number) => string;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly orMore: (count: number) => string;
  readonly lines: Readonly<Record<StatusLineName, StatusLineTexts>>;
  readonly go: Readonly<Record<'directory' | 'practice' | 'signals', string>>;
  /** Where an operator reads on. */
  readonly runbook: (headings: string) => string;
  readonly versions: Readonly<Record<'title' | 'intro' | 'release' | 'rules' | 'directory' | 'routes', string>>;
};
