import { LANGUAGES, type Language } from '#shared/domain/words.ts';
import { EVERY } from './catalogues/every.ts';
import { MAIL_PLACES } from './mail-texts.ts';
import { stepInto } from './own-texts.ts';

/** Every text that a municipality may replace, under the name that its path begins with. */
export const catalogueIn = (language: Language): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(EVERY).map(([kind, texts]) => [kind, texts[language]]));

export type TextMistake = { readonly path: string; readonly expected: string };

/** Everything that is wrong with a municipality's own texts, whatever was given for them. `path` is the one in `texts`. */
export function mistakesInOwnTexts(own: unknown): readonly TextMistake[] {
  if (!isRecord(own))
    return [{ path: '', expected: 'texts by their path, such as "form.start.heading": { "nl": "…" }' }];
  return Object.entries(own).flatMap(([path, byLanguage]) => mistakesAt(path, byLanguage));
}

function mistakesAt(path: string, byLanguage: unknown): readonly TextMistake[] {
  if (textAt(catalogueIn(LANGUAGES[0]), path) === undefined)
    return [{ path, expected: 'the path of a text, such as "form.start.heading"' }];
  if (!isRecord(byLanguage) || Object.keys(byLanguage).length === 0)
    return [{ path, expected: 'a text per language, such as { "nl": "…" }' }];
  return Object.entries(byLanguage).flatMap(([code, text]) => {
    const expected = expectedOf(path, code, text);
    return expected === undefined ? [] : [{ path: `${path}.${code}`, expected }];
  });
}

function expectedOf(path: string, code: string, text: unknown): string | undefined {
  const language = LANGUAGES.find((known) => known === code);
  if (!language) return `one of the languages ${LANGUAGES.map((known) => `"${known}"`).join(', ')}`;
  if (typeof text !== 'string' || text.trim() === '') return 'a text that is not empty';
  const ours = textAt(catalogueIn(language), path) ?? '';
  const [wanted, found] = [placesIn(ours), placesIn(text)];
  if (wanted.join() === found.join()) return undefined;
  return `${wanted.length === 0 ? 'no places to fill in' : wanted.join(' and ')}, as in "${ours}"`;
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

const placesIn = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g))].sort();
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
