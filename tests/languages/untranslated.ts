/** What a reader of a page or mail gets to see or hear: its text, and the attributes that are read out. */
export function readable(html: string): string[] {
  const shown = html
    .replaceAll(/<!--.*?-->|<(script|style|noscript)\b.*?<\/\1>/gs, ' ')
    .replaceAll(/<(\w+)[^>]*\slang="(?:nl|en)"[^>]*>.*?<\/\1>/gs, ' ');
  const attributes = [...shown.matchAll(/\s(?:aria-label|title|alt|placeholder)="([^"]*)"/g)].map(
    ([, text]) => text ?? '',
  );
  const descriptions = [...shown.matchAll(/<meta name="description" content="([^"]*)"/g)].map(([, text]) => text ?? '');
  const texts = shown.split(/<[^>]*>/);
  return [...texts, ...attributes, ...descriptions].map(decoded).filter((text) => text.trim() !== '');
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const decoded = (text: string): string =>
  text.replaceAll(/&(#?\w+);/g, (entity, name: string) => ENTITIES[name] ?? entity);

/**
 * Sentences of which a word kept its plain vowels, so that nobody translated it. `data`: what comes from a configuration, a directory or a
 * person; `names`: words that are the same in every language.
 */
export function untranslated(texts: readonly string[], data: readonly string[], names: readonly string[]): string[] {
  const longestFirst = [...data].sort((a, b) => b.length - a.length);
  const known = new Set(names.map((name) => name.toLowerCase()));
  return texts.filter((text) => {
    const rest = longestFirst.reduce((left, value) => left.replaceAll(value, ' '), text);
    const words = rest.replaceAll(NO_WORDS, ' ').match(/[\p{L}\p{M}]+/gu) ?? [];
    return words.some((word) => isPlain(word) && !known.has(word.toLowerCase()));
  });
}

/** Addresses of mail and sites, postcodes, and the numbers of signals. */
const NO_WORDS = /\S*(?:[@/]|\w\.\w|\w:\d)\S*|\d{4} ?[A-Z]{2}\b|\b(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}\b/g;

const isPlain = (word: string): boolean => /^[a-z]+$/i.test(word) && /[aeiouy]/i.test(word) && word.length > 1;

/** Every text in a value that may be shown as it is: names, addresses, sentences. A word of a closed list is none of them. */
export function dataIn(value: unknown): string[] {
  if (typeof value === 'string') return /[A-Z0-9 @]/.test(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(dataIn) : [];
}
