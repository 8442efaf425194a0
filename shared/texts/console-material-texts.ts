/** The page with posters, cards and slips, for coordinators. */
export type MaterialTexts = {
  readonly title: string;
  readonly intro: string;
  readonly places: string;
  readonly none: string;
  readonly counted: (from: string, until: string) => string;
  readonly signals: (count: number) => string;
  readonly fewSignals: string;
  readonly removed: string;
  readonly byPhone: string;
  readonly selfTries: string;
  readonly fewSelfTries: string;
  readonly countedSelfTries: (count: number) => string;
  readonly whyNotExact: string;
  readonly add: {
    readonly button: string;
    readonly title: string;
    readonly intro: string;
    readonly name: string;
    readonly nameHint: string;
    readonly code: string;
    readonly codeHint: string;
    readonly kind: string;
    readonly kindHint: string;
    readonly submit: string;
    readonly done: (name: string) => string;
  };
  readonly change: {
    readonly button: string;
    readonly title: (name: string) => string;
    readonly intro: string;
    readonly submit: string;
    readonly done: (name: string) => string;
  };
  readonly remove: {
    readonly button: string;
    readonly title: (name: string) => string;
    readonly poster: string;
    readonly counts: string;
    readonly submit: string;
    readonly done: (name: string) => string;
  };
  readonly kit: {
    readonly back: string;
    readonly unknown: string;
    readonly code: (code: string) => string;
    readonly sheet: string;
    readonly sheets: Readonly<Record<'poster' | 'cards' | 'slips', string>>;
    readonly hints: Readonly<Record<'poster' | 'cards' | 'slips', string>>;
    readonly language: string;
    readonly preview: (sheet: string) => string;
    readonly print: string;
    readonly printHint: string;
  };
};
