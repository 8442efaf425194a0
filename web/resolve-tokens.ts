/**
 * A token that only repeats another (`--a: var(--b)`) or a plain value is known at build: it is put where it is used and left out itself.
 * Only what every element sees alike: set on `:root` alone. Tokens that a rule sets again, for its own elements or in a media query, stay.
 * A token that nothing sets gives way to what stands in for it: no page of ours sets one later (our policy refuses `style`). Where nothing
 * does, and it is one that the component library offers to themes, nobody wants the declaration.
 */
export function resolveTokens(css: string): string {
  const set = declarations(css);
  const known = new Map<string, string>();
  for (const [name, values] of set) {
    // The last one on `:root` counts: a theme comes after what it themes.
    const last = values.at(-1);
    if (last && values.every(({ onRoot }) => onRoot)) known.set(name, last.text.trim());
  }
  let text = css;
  // Chains are a handful of tokens long; what is still unresolved after this refers to itself.
  for (let round = 0; round < 12; round += 1) {
    const next = withValues(text, (name, instead) => known.get(name) ?? (set.has(name) ? undefined : instead));
    if (next === text) break;
    text = next;
  }
  const refersTo = (name: string): boolean => new RegExp(`var\\(\\s*${name}(?![\\w-])`).test(text);
  return text.replaceAll(/([\w-]+):((?:"[^"]*"|url\([^)]*\)|[^;{}"])*)(;|(?=\}))/g, (declaration, name: string) =>
    (known.has(name) && !refersTo(name)) || needsUnset(declaration, set) ? '' : declaration,
  );
}

const needsUnset = (declaration: string, set: ReadonlyMap<string, unknown>): boolean =>
  [...declaration.matchAll(/var\(\s*(--utrecht-[\w-]+)\s*\)/g)].some(([, name = '']) => !set.has(name));

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

/** Every `var(--name, instead)` as what it comes down to, where that is known; both may have brackets themselves. */
function withValues(
  css: string,
  replacementFor: (name: string, instead: string | undefined) => string | undefined,
): string {
  let result = '';
  let from = 0;
  for (const { index, 0: opening, 1: name = '' } of css.matchAll(/var\(\s*(--[\w-]+)\s*/g)) {
    if (index < from) continue;
    const end = endOf(css, index + opening.length);
    const rest = css.slice(index + opening.length, end - 1);
    const value = replacementFor(name, rest.startsWith(',') ? rest.slice(1).trim() : undefined);
    if (value === undefined) continue;
    result += css.slice(from, index) + value;
    from = end;
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
