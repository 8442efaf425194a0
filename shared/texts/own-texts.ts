import type { OwnTexts } from '#shared/domain/own-texts.ts';
import type { Language } from '#shared/domain/words.ts';

export type { OwnTexts };

/**
 * A catalogue, or a part of one under its name (`{ mail }`), with a municipality's own texts in it. Leaves ours as it is, and ours is said
 * where a value is absent that theirs would name.
 */
export function withOwnTexts<Catalogue>(texts: Catalogue, language: Language, own: OwnTexts | undefined): Catalogue {
  const changes = Object.entries(own ?? {}).flatMap(([path, { [language]: text }]) =>
    text === undefined ? [] : [[path, text] as const],
  );
  // `replaced` changes texts and nothing of the shape.
  return changes.reduce((changed, [path, text]) => replaced(changed, path, text) as Catalogue, texts);
}

function replaced(value: unknown, path: string, text: string): unknown {
  if (typeof value === 'function')
    return (...given: unknown[]) => {
      const said = filled(text, given);
      return said === undefined ? value(...given) : replaced(value(...given), path, said);
    };
  if (path === '') return text;
  if (!isRecord(value)) return value;
  const step = stepInto(value, path);
  if (!step) return value;
  const inside = replaced(value[step.key], step.rest, text);
  if (Array.isArray(value)) return value.map((one, at) => (String(at) === step.key ? inside : one));
  return { ...value, [step.key]: inside };
}

/** Where a path goes on. A key may hold a dot itself (`errors.controls.reporter.email.any`): the longest that fits is meant. */
export function stepInto(value: object, path: string): { readonly key: string; readonly rest: string } | undefined {
  const fitting = Object.keys(value).filter((key) => path === key || path.startsWith(`${key}.`));
  const [key] = fitting.sort((a, b) => b.length - a.length);
  return key === undefined ? undefined : { key, rest: path.slice(key.length + 1) };
}

/** Undefined where a place has no value. Links (`{phone}`) are filled in by the page, so they stay. */
function filled(text: string, given: readonly unknown[]): string | undefined {
  const [first] = given;
  let whole = true;
  const said = text.replaceAll(/\{(\w+)\}/g, (place, name: string) => {
    if (isRecord(first) && Object.hasOwn(first, name)) return String(first[name]);
    if (!/^\d$/.test(name)) return place;
    const value = given[Number(name) - 1];
    if (value === undefined) whole = false;
    return String(value);
  });
  return whole ? said : undefined;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Said by pages that the build makes, by the console and on paper: a new one needs a build. Functions say all others. */
const ONLY_BUILT =
  /^(?:(?:site|console(?:-\w+)?|kit|form\.(?:privacy|status|selfTry))\.|words\.(?!(?:about|reasons|notSeenSince|alreadyTried|reporterKinds|wishes|bestTimes)\.))/;

/** Those that functions read from their settings when they run, so that they can change without a build. */
export const saidByFunctions = (own: OwnTexts): OwnTexts =>
  Object.fromEntries(Object.entries(own).filter(([path]) => !ONLY_BUILT.test(path)));
