import type { Language } from '#shared/domain/words.ts';
import type { Texts } from './texts.ts';

/**
 * Texts of a municipality in the place of ours: a path in the catalogue (`form.start.heading`, `form.start.tipList.0`) with the text in one
 * language or more. Where ours takes values (`Iemand leest het binnen ${triage}`) theirs has `{1}`, `{2}`, in the same order.
 */
export type OwnTexts = Readonly<Record<string, { readonly [language in Language]?: string | undefined }>>;

/** The catalogue with a municipality's own texts in it. Leaves ours as it is. */
export function withOwnTexts(texts: Texts, language: Language, own: OwnTexts | undefined): Texts {
  const changes = Object.entries(own ?? {}).flatMap(([path, { [language]: text }]) =>
    text === undefined ? [] : [[path.split('.'), text] as const],
  );
  // `replaced` changes texts and nothing of the shape.
  return changes.reduce((changed, [path, text]) => replaced(changed, path, text) as Texts, texts);
}

function replaced(value: unknown, [key, ...rest]: readonly string[], text: string): unknown {
  if (typeof value === 'function')
    return (...given: unknown[]) =>
      replaced(value(...given), key === undefined ? [] : [key, ...rest], filled(text, given));
  if (key === undefined) return text;
  if (Array.isArray(value)) return value.map((one, at) => (String(at) === key ? replaced(one, rest, text) : one));
  if (!isRecord(value)) return value;
  return { ...value, [key]: replaced(value[key], rest, text) };
}

const filled = (text: string, given: readonly unknown[]): string =>
  text.replaceAll(/\{(\d)\}/g, (place, at: string) => String(given[Number(at) - 1] ?? place));

/** What is wrong with a municipality's own texts, one line each, beginning with the path in `texts`. */
export function mistakesInOwnTexts(texts: Texts, language: Language, own: OwnTexts): string[] {
  return Object.entries(own).flatMap(([path, { [language]: text }]) => {
    const ours = textAt(texts, path.split('.'));
    if (ours === undefined) return [`${path}: expected the path of a text, such as "form.start.heading"`];
    if (text === undefined) return [];
    const [wanted, found] = [placesIn(ours), placesIn(text)];
    if (wanted.join() === found.join()) return [];
    const expected = wanted.length === 0 ? 'no places to fill in' : wanted.join(' and ');
    return [`${path}.${language}: expected ${expected}, as in "${ours}"`];
  });
}

/** Our text, with `{1}`, `{2}` where it takes values. */
function textAt(value: unknown, [key, ...rest]: readonly string[]): string | undefined {
  if (typeof value === 'function') return textAt(value('{1}', '{2}', '{3}'), key === undefined ? [] : [key, ...rest]);
  if (key === undefined) return typeof value === 'string' ? value : undefined;
  if (Array.isArray(value)) return textAt(value[Number(key)], rest);
  return isRecord(value) && Object.hasOwn(value, key) ? textAt(value[key], rest) : undefined;
}

const placesIn = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g))].sort();
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
