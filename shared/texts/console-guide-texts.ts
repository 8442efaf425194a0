type Titled = { readonly title: string; readonly text: string };

/** The page that explains the work to who has forgotten it. */
export type GuideTexts = {
  readonly title: string;
  readonly intro: string;
  readonly steps: readonly Titled[];
  readonly goodToKnow: string;
  readonly facts: readonly string[];
  readonly danger: string;
  /** The number of the municipality follows. */
  readonly stuck: string;
};
