import type { Language } from '#shared/domain/words.ts';
import { CONSOLE } from '#shared/texts/catalogues/console.ts';
import { WORDS } from '#shared/texts/catalogues/words.ts';
import type { ConsoleTexts } from '#shared/texts/console-texts.ts';
import { type OwnTexts, withOwnTexts } from '#shared/texts/own-texts.ts';
import type { Words } from '#shared/texts/words.ts';
import { ownTexts } from './own-texts.ts';

export type Texts = ConsoleTexts & { readonly words: Words };

const known = new Map<Language, { readonly of: OwnTexts; readonly texts: Texts }>();

/** Ours, with the municipality's own in their place. The same object until those change. */
export function textsIn(language: Language): Texts {
  const before = known.get(language);
  if (before?.of === ownTexts()) return before.texts;
  const texts = withOwn(language);
  known.set(language, { of: ownTexts(), texts });
  return texts;
}

function withOwn(language: Language): Texts {
  const ours = { console: CONSOLE[language], words: WORDS[language] };
  const { console, words } = withOwnTexts(ours, language, ownTexts());
  return { ...console, words };
}

/** Words in answers are open (a newer server may know more): an unknown one is shown as it is rather than not at all. */
export const labelOf = (labels: Readonly<Record<string, string>>, word: string): string => labels[word] ?? word;

/** Texts that one page of the console loads for itself, `kind` being the name of their file: ours, with the municipality's own in their place. */
export const ownIn = <Of>(kind: `console-${string}`, texts: Of, language: Language): Of =>
  withOwnTexts({ [kind]: texts }, language, ownTexts())[kind] ?? texts;
