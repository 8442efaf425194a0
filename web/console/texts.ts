import type { Language } from '#shared/domain/words.ts';
import { LOAD_CONSOLE, type Spoken } from '#shared/texts/catalogues/console-load.ts';
import type { ConsoleTexts } from '#shared/texts/console-texts.ts';
import { type OwnTexts, withOwnTexts } from '#shared/texts/own-texts.ts';
import type { Words } from '#shared/texts/words.ts';
import { ownTexts } from './own-texts.ts';

export type Texts = ConsoleTexts & { readonly words: Words };

const spoken = new Map<Language, Spoken>();

/** Fetches what the console says in a language. Nobody waits for the texts of another one. Throws without a connection. */
export async function loadTexts(language: Language): Promise<void> {
  if (!spoken.has(language)) spoken.set(language, await LOAD_CONSOLE[language]());
}

const known = new Map<Language, { readonly of: OwnTexts; readonly texts: Texts }>();

/** Ours, with the municipality's own in their place. The same object until those change. Only of a language that was loaded. */
export function textsIn(language: Language): Texts {
  const before = known.get(language);
  if (before?.of === ownTexts()) return before.texts;
  const texts = withOwn(language);
  known.set(language, { of: ownTexts(), texts });
  return texts;
}

function withOwn(language: Language): Texts {
  const ours = spoken.get(language);
  if (!ours) throw new Error(`the texts in '${language}' were not loaded`);
  const { console, words } = withOwnTexts(ours, language, ownTexts());
  return { ...console, words };
}

/** Words in answers are open (a newer server may know more): an unknown one is shown as it is rather than not at all. */
export const labelOf = (labels: Readonly<Record<string, string>>, word: string): string => labels[word] ?? word;

type Sentences = Readonly<Record<string, (by: string | undefined) => string>>;
/** What was done, by whom where that is known; also something that only a newer server knows of. */
export const sentenceOf = (sentences: Sentences, what: string, by: string | undefined): string =>
  sentences[what]?.(by) ?? [by, what].filter(Boolean).join(': ');

/** Texts that one page of the console loads for itself, `kind` being the name of their file: ours, with the municipality's own in their place. */
export const ownIn = <Of>(kind: `console-${string}`, texts: Of, language: Language): Of =>
  withOwnTexts({ [kind]: texts }, language, ownTexts())[kind] ?? texts;
