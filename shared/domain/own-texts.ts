import type { Language } from './words.ts';

/**
 * Texts of a municipality in the place of ours: a path in the catalogue (`form.start.heading`, `mail.code.body.1`) with the text in one
 * language or more. Where ours takes values theirs has places: `{neighbourhood}` where ours calls them by name, else `{1}`, `{2}` in order.
 */
export type OwnTexts = Readonly<Record<string, { readonly [language in Language]?: string | undefined }>>;

/** One text in one language, from what somebody saw to what it shall be. Without a text: the standard one. */
export type TextChange = {
  readonly path: string;
  readonly language: Language;
  readonly before?: string;
  readonly text?: string;
};

/** The texts of the one with those of the other over them, each language by itself. */
export const laidOver = (under: OwnTexts, over: OwnTexts): OwnTexts => ({
  ...under,
  ...Object.fromEntries(Object.entries(over).map(([path, texts]) => [path, { ...under[path], ...texts }])),
});

/** How many texts these are, each language counted. */
export const countOf = (texts: OwnTexts): number =>
  Object.values(texts).reduce((count, byLanguage) => count + Object.keys(byLanguage).length, 0);

/** Undefined when one of them is not what somebody saw any more. */
export function changedTexts(texts: OwnTexts, changes: readonly TextChange[]): OwnTexts | undefined {
  const isSeen = ({ path, language, before }: TextChange) => texts[path]?.[language] === before;
  if (!changes.every(isSeen)) return undefined;
  const changed = new Map(Object.entries(texts));
  for (const { path, language, text } of changes) {
    const { [language]: _before, ...others } = changed.get(path) ?? {};
    changed.set(path, text === undefined ? others : { ...others, [language]: text });
  }
  return Object.fromEntries([...changed].filter(([, byLanguage]) => Object.keys(byLanguage).length > 0));
}

/** How the paths of these begin, as far as they agree: what a change is about. `texts` when they have nothing in common. */
export function commonPath(paths: readonly string[]): string {
  const [steps = [], ...others] = paths.map((path) => path.split('.'));
  const differs = steps.findIndex((step, at) => others.some((other) => other[at] !== step));
  const shared = differs === -1 ? steps : steps.slice(0, differs);
  return shared.length > 0 ? shared.join('.') : 'texts';
}
