import { LANGUAGES, type Language } from '#shared/domain/words.ts';
import { EVERY } from './catalogues/every.ts';
import { MAIL_PLACES } from './mail-texts.ts';
import { stepInto } from './own-texts.ts';

/** Every text that a municipality may replace, under the name that its path begins with. */
export const catalogueIn = (language: Language): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(EVERY).map(([kind, texts]) => [kind, texts[language]]));

export type TextMistake = {
  readonly path: string;
  readonly code: 'unknown-text' | 'languages' | 'language' | 'empty' | 'places';
  /** For who configures, in English. */
  readonly expected: string;
};

/** Everything that is wrong with a municipality's own texts, whatever was given for them. `path` is the one in `texts`. */
export function mistakesInOwnTexts(own: unknown): readonly TextMistake[] {
  if (!isRecord(own))
    return [
      { path: '', code: 'unknown-text', expected: 'texts by their path, such as "form.start.heading": { "nl": "…" }' },
    ];
  return Object.entries(own).flatMap(([path, byLanguage]) => mistakesAt(path, byLanguage));
}

function mistakesAt(path: string, byLanguage: unknown): readonly TextMistake[] {
  if (textAt(catalogueIn(LANGUAGES[0]), path) === undefined)
    return [{ path, code: 'unknown-text', expected: 'the path of a text, such as "form.start.heading"' }];
  if (!isRecord(byLanguage) || Object.keys(byLanguage).length === 0)
    return [{ path, code: 'languages', expected: 'a text per language, such as { "nl": "…" }' }];
  return Object.entries(byLanguage).flatMap(([code, text]) => {
    const mistake = mistakeIn(path, code, text);
    return mistake ? [{ path: `${path}.${code}`, ...mistake }] : [];
  });
}

function mistakeIn(path: string, code: string, text: unknown): Omit<TextMistake, 'path'> | undefined {
  const language = LANGUAGES.find((known) => known === code);
  if (!language)
    return {
      code: 'language',
      expected: `one of the languages ${LANGUAGES.map((known) => `"${known}"`).join(', ')}`,
    };
  if (typeof text !== 'string' || text.trim() === '') return { code: 'empty', expected: 'a text that is not empty' };
  const ours = standardText(path, language) ?? '';
  const [wanted, found] = [placesIn(ours), placesIn(text)];
  if (wanted.join() === found.join()) return undefined;
  const places = wanted.length === 0 ? 'no places to fill in' : wanted.join(' and ');
  return { code: 'places', expected: `${places}, as in "${ours}"` };
}

/** Our text under a path, with its places; undefined where there is none. */
export const standardText = (path: string, language: Language): string | undefined =>
  textAt(catalogueIn(language), path);

/** Every text of ours under its path, with its places. */
export const standardTexts = (language: Language): readonly (readonly [path: string, text: string])[] =>
  textsUnder(catalogueIn(language), []);

function textsUnder(value: unknown, path: readonly string[]): (readonly [string, string])[] {
  if (typeof value === 'string') return [[path.join('.'), value]];
  if (typeof value === 'function') return textsUnder(value(FIRST, '{2}', '{3}'), path);
  return Object.entries(value ?? {}).flatMap(([key, inner]) => textsUnder(inner, [...path, key]));
}

/** Our text, with `{1}`, `{2}` or the names of its places where it takes values. */
function textAt(value: unknown, path: string): string | undefined {
  if (typeof value === 'function') return textAt(value(FIRST, '{2}', '{3}'), path);
  if (path === '') return typeof value === 'string' ? value : undefined;
  const step = isRecord(value) ? stepInto(value, path) : undefined;
  return step && isRecord(value) ? textAt(value[step.key], step.rest) : undefined;
}

/** Stands for any first value: the text `{1}`, and each place of a mail by its name. */
const FIRST = Object.assign(Object('{1}'), Object.fromEntries(MAIL_PLACES.map((name) => [name, `{${name}}`])));

/** Each place once, in one order for all texts. */
export const placesIn = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g))].sort();
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
