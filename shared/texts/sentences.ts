/** How long a Dutch sentence may be that everybody can read (B1), in words. */
const MAX_WORDS = 15;

export const longSentences = (text: string): string[] =>
  text.split(/(?<=[.?!:])\s/).filter((sentence) => sentence.split(/\s+/).length > MAX_WORDS);
