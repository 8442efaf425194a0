import type { Language } from '#shared/domain/words.ts';
import { CONSOLE } from '#shared/texts/catalogues/console.ts';
import { WORDS } from '#shared/texts/catalogues/words.ts';
import type { ConsoleTexts } from '#shared/texts/console-texts.ts';
import { withOwnTexts } from '#shared/texts/own-texts.ts';
import type { Words } from '#shared/texts/words.ts';
import { OWN_TEXTS } from './own-texts.ts';

export type Texts = ConsoleTexts & { readonly words: Words };

const known = new Map<Language, Texts>();

/** Ours, with the municipality's own in their place. The same object every time. */
export function textsIn(language: Language): Texts {
  const texts = known.get(language) ?? withOwn(language);
  known.set(language, texts);
  return texts;
}

function withOwn(language: Language): Texts {
  const ours = { console: CONSOLE[language], words: WORDS[language] };
  const { console, words } = withOwnTexts(ours, language, OWN_TEXTS);
  return { ...console, words };
}

/** Words in answers are open (a newer server may know more): an unknown one is shown as it is rather than not at all. */
export const labelOf = (labels: Readonly<Record<string, string>>, word: string): string => labels[word] ?? word;

/** Texts that one page of the console loads for itself, `kind` being the name of their file: ours, with the municipality's own in their place. */
export const ownIn = <Of>(kind: `console-${string}`, texts: Of, language: Language): Of =>
  withOwnTexts({ [kind]: texts }, language, OWN_TEXTS)[kind] ?? texts;
