import type { TextChange } from '#shared/domain/own-texts.ts';
import { tidied } from '#shared/domain/typed-text.ts';
import type { Language } from '#shared/domain/words.ts';
import { checkedChanges } from '#shared/texts/check-text-changes.ts';
import type { FieldError } from '../api/trouble.ts';
import { type Sentence, saysOf } from './catalogue.ts';

/** What somebody typed, by path; only sentences that they opened. */
export type Typed = Readonly<Record<string, string>>;

/** What differs from what is said now. The standard text is no text of their own, however it was typed. */
export const changesOf = (sentences: readonly Sentence[], language: Language, typed: Typed): readonly TextChange[] =>
  sentences.flatMap((sentence): TextChange[] => {
    const { path, standard, own } = sentence;
    const text = typed[path];
    if (text === undefined || tidied(text) === saysOf(sentence)) return [];
    const before = own === undefined ? {} : { before: own };
    if (tidied(text) !== standard) return [{ path, language, ...before, text }];
    return own === undefined ? [] : [{ path, language, ...before }];
  });

/** A path has dots, and errors are told at names without: the place of a sentence in its group. */
export const fieldOfSentence = (sentences: readonly Sentence[], path: string): string =>
  `sentence-${sentences.findIndex((sentence) => sentence.path === path)}`;

/** What is wrong with these, at the fields of the form: one mistake a field, the first. */
export const mistakesIn = (sentences: readonly Sentence[], changes: readonly TextChange[]): readonly FieldError[] =>
  atFields(sentences, changes, checkedChanges(changes).wrong);

/** `changes.2.text`, at the field of the sentence that this is. */
export function atFields(
  sentences: readonly Sentence[],
  changes: readonly TextChange[],
  errors: readonly FieldError[],
): readonly FieldError[] {
  const placed = errors.map(({ field, code }) => {
    const change = changes[Number(field.split('.')[1])];
    return { field: change ? fieldOfSentence(sentences, change.path) : field, code };
  });
  return placed.filter(({ field }, at) => placed.findIndex((other) => other.field === field) === at);
}
