/**
 * A token that only repeats another (`--a: var(--b)`) or a plain value is known at build: it is put where it is used and left out itself.
 * Only what every element sees alike: set on `:root` alone. Tokens that a rule sets again, for its own elements or in a media query, stay.
 */
export function resolveTokens(css: string): string {
  const set = declarations(css);
  const known = new Map<string, string>();
  for (const [name, values] of set) {
    // The last one on `:root` counts: a theme comes after what it themes.
    const last = values.at(-1);
    if (last && values.every(({ onRoot }) => onRoot)) known.set(name, last.text);
  }
  let text = css;
  // Chains are a handful of tokens long; what is still unresolved after this refers to itself.
  for (let round = 0; round < 12; round += 1) {
    const next = withValues(text, known);
    if (next === text) break;
    text = next;
  }
  const refersTo = (name: string): boolean => new RegExp(`var\\(\\s*${name}(?![\\w-])`).test(text);
  return text.replaceAll(/(--[\w-]+):((?:"[^"]*"|url\([^)]*\)|[^;{}"])*)(;|(?=\}))/g, (declaration, name: string) =>
    known.has(name) && !refersTo(name) ? '' : declaration,
  );
}

type Declaration = { readonly text: string; readonly onRoot: boolean };

/** Every token of minified CSS, with each value it is given. */
function declarations(css: string): Map<string, Declaration[]> {
  const all = new Map<string, Declaration[]>();
  const inMedia = [...css.matchAll(/@media[^{]*\{(?:[^{}]*\{[^{}]*\})*\}/g)].join('');
  for (const [, selector = '', body = ''] of css.matchAll(/([^{}]*)\{((?:"[^"]*"|[^{}"])*)\}/g)) {
    for (const [, name = '', text = ''] of body.matchAll(/(--[\w-]+):((?:"[^"]*"|url\([^)]*\)|[^;"])*)(?:;|$)/g)) {
      all.set(name, [...(all.get(name) ?? []), { text, onRoot: isRoot(selector) && !inMedia.includes(`${name}:`) }]);
    }
  }
  return all;
}

/** A style sheet may begin with its character set. */
const isRoot = (selector: string): boolean => /^\s*(?:@charset "[^"]*";)?\s*:root\s*$/i.test(selector);

/** Every `var(--known, …)` as its value; what stands in brackets may itself have brackets. */
function withValues(css: string, known: ReadonlyMap<string, string>): string {
  let result = '';
  let from = 0;
  for (const { index, 0: opening, 1: name = '' } of css.matchAll(/var\(\s*(--[\w-]+)/g)) {
    const value = known.get(name);
    if (value === undefined || index < from) continue;
    result += css.slice(from, index) + value;
    from = endOf(css, index + opening.length);
  }
  return result + css.slice(from);
}

/** Just after the bracket that closes what `at` is in. */
function endOf(css: string, at: number): number {
  let depth = 1;
  let end = at;
  for (; depth > 0 && end < css.length; end += 1) {
    if (css[end] === '(') depth += 1;
    if (css[end] === ')') depth -= 1;
  }
  return end;
}
