import type { Language } from '#shared/domain/words.ts';
import type { ConsoleTexts } from '#shared/texts/console-texts.ts';
import { consoleTexts as en } from '#shared/texts/en/console.ts';
import { words as enWords } from '#shared/texts/en/words.ts';
import { consoleTexts as nl } from '#shared/texts/nl/console.ts';
import { words as nlWords } from '#shared/texts/nl/words.ts';
import type { Words } from '#shared/texts/words.ts';

export type Texts = ConsoleTexts & { readonly words: Words };

export const TEXTS: Readonly<Record<Language, Texts>> = {
  nl: { ...nl, words: nlWords },
  en: { ...en, words: enWords },
};

/** Words in answers are open (a newer server may know more): an unknown one is shown as it is rather than not at all. */
export const labelOf = (labels: Readonly<Record<string, string>>, word: string): string => labels[word] ?? word;
