import type { TABLE_NAMES } from '#shared/domain/statistics.ts';

type LabelsOf<Word extends string> = Readonly<Record<Word, string>>;

/** The page with the figures, the file that is downloaded from it, and the page that is printed for the alderman. */
export type FiguresTexts = {
  readonly title: string;
  readonly intro: string;
  readonly rounding: string;
  readonly period: string;
  readonly year: (year: string) => string;
  readonly quarter: (quarter: string, year: string) => string;
  readonly area: string;
  readonly everywhere: string;
  readonly running: string;
  readonly empty: string;
  readonly emptyHint: string;
  readonly download: string;
  readonly toPrint: (period: string) => string;
  readonly rowsLeftOut: string;
  /** Every row of a table is under five. */
  readonly allSmall: string;
  readonly hidden: (rows: string) => string;
  /** A number of which not even the rounded one is said, in a table and in the middle of a sentence. */
  readonly counts: LabelsOf<'under-5' | 'not-shown'>;
  readonly notShownWhy: string;
  readonly keyFigures: string;
  readonly signals: string;
  /** `within`: what the municipality promises, `24 uur` or `2 werkdagen`. */
  readonly shares: LabelsOf<'consent' | 'referred' | 'erased-unvisited'> &
    Readonly<Record<'triaged-in-time' | 'visited-preferred' | 'visited-in-time', (within: string) => string>>;
  readonly countOf: (count: string, whole: string) => string;
  readonly percent: (percent: string) => string;
  readonly tooFew: string;
  /** A number stands there, and not what part it is. */
  readonly tooFewForShare: string;
  readonly medians: LabelsOf<'triage' | 'first-attempt'>;
  readonly medianHint: string;
  readonly hours: (hours: string) => string;
  readonly tables: LabelsOf<(typeof TABLE_NAMES)[number]>;
  readonly columns: LabelsOf<(typeof TABLE_NAMES)[number] | 'count'>;
  readonly severalPossible: string;
  readonly endings: LabelsOf<'open' | 'erased' | 'expired'>;
  readonly elsewhere: LabelsOf<'neighbourhood' | 'partner'>;
  /** Said to who does not see the picture. */
  readonly chart: (subject: string) => string;
  readonly chartSays: (largest: string, count: string) => string;
  readonly file: LabelsOf<'name' | 'period' | 'area' | 'table' | 'row' | 'count' | 'of' | 'percent' | 'hours'>;
  readonly print: {
    readonly title: (period: string) => string;
    readonly lead: (municipality: string) => string;
    readonly back: string;
    readonly print: string;
    readonly signals: (count: string) => string;
    readonly fewSignals: string;
    readonly notShown: string;
    readonly soFar: string;
    readonly triaged: (percent: string, within: string) => string;
    readonly visited: (percent: string, within: string) => string;
    readonly preferred: (percent: string, within: string) => string;
    readonly tooFew: string;
    readonly triageTook: (hours: string) => string;
    readonly attemptTook: (hours: string) => string;
    readonly agreed: (count: string) => string;
    readonly referred: (count: string) => string;
    readonly erased: (count: string) => string;
    readonly made: (day: string) => string;
    readonly privacy: string;
  };
};
