const ACCENTED: Readonly<Record<string, string>> = { a: 'å', e: 'é', i: 'í', o: 'ø', u: 'ü', y: 'ý' };
/** Words that no dictionary has, so that a text is 40 % longer. */
const PADDING = 'ãẽĩõũ';

const accented = (text: string): string =>
  text.replace(/\{\w+\}|[aeiouy]/gi, (found) => {
    const small = ACCENTED[found.toLowerCase()];
    if (small === undefined) return found;
    return found === found.toLowerCase() ? small : small.toUpperCase();
  });

function longer(text: string): string {
  const words = Math.ceil((text.length * 0.4) / (PADDING.length + 1));
  return `${text}${` ${PADDING}`.repeat(words)}`;
}

/** Any catalogue, every text in it with accents on all its vowels and 40 % longer. What it is given to fill in gets accents too. */
export function pseudo<Texts>(texts: Texts): Texts {
  // A text stays a text, a list a list: only what they say is another.
  return changed(texts) as Texts;
}

function changed(value: unknown): unknown {
  if (typeof value === 'string') return longer(accented(value));
  if (typeof value === 'function') return (...given: unknown[]) => changed(value(...given));
  if (Array.isArray(value)) return value.map(changed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, changed(inner)]));
}
