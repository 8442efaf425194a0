import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { FieldError } from '../api/trouble.ts';
import { useTexts } from '../shell.ts';

const ErrorsContext = createContext<readonly FieldError[]>([]);
export const ErrorsProvider = ErrorsContext.Provider;

/** A page's own words for what can be wrong with its own fields. */
type ErrorWords = {
  readonly codes: Readonly<Record<string, string>>;
  readonly fields: Readonly<Record<string, string>>;
};
const OwnWordsContext = createContext<ErrorWords | undefined>(undefined);
export const OwnErrorWords = OwnWordsContext.Provider;

export const fieldId = (name: string): string => `field-${name}`;
export const errorId = (name: string): string => `field-${name}-error`;
export const countId = (name: string): string => `field-${name}-count`;
export const hintId = (name: string): string => `field-${name}-hint`;

/** How to mend what is wrong with this field, if anything is. */
export function useFieldError(name: string): string | undefined {
  const textOf = useErrorText();
  const error = useContext(ErrorsContext).find(({ field }) => fieldOf(field) === name);
  return error && textOf(error);
}

/** `tested.0` is about `tested`; `plan.memberId` about the question of a plan's own form, which stands inside another. */
export const fieldOf = (path: string): string => path.replace(/^plan\./, '').split('.')[0] ?? path;

/** How to mend one mistake: by what is wrong, else by the field; the page's own words first. */
export function useErrorText(): (error: FieldError) => string {
  const { errors } = useTexts();
  const own = useContext(OwnWordsContext);
  const codes: Readonly<Record<string, string>> = errors.codes;
  return ({ field, code }) =>
    own?.codes[code] ?? codes[code] ?? own?.fields[fieldOf(field)] ?? errors.fields[fieldOf(field)] ?? errors.other;
}
