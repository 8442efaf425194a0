import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { FieldError } from '../api/trouble.ts';
import { useTexts } from '../shell.ts';

const ErrorsContext = createContext<readonly FieldError[]>([]);
export const ErrorsProvider = ErrorsContext.Provider;

export const fieldId = (name: string): string => `field-${name}`;
export const errorId = (name: string): string => `field-${name}-error`;
export const hintId = (name: string): string => `field-${name}-hint`;

/** How to mend what is wrong with this field, if anything is. */
export function useFieldError(name: string): string | undefined {
  const texts = useTexts();
  const error = useContext(ErrorsContext).find(({ field }) => fieldOf(field) === name);
  return error && errorText(texts, error);
}

/** `tested.0` is about `tested`. */
export const fieldOf = (path: string): string => path.split('.')[0] ?? path;

export function errorText({ errors }: ReturnType<typeof useTexts>, { field, code }: FieldError): string {
  const byCode: Readonly<Record<string, string>> = errors.codes;
  const byField: Readonly<Record<string, string>> = errors.fields;
  return byCode[code] ?? byField[fieldOf(field)] ?? errors.other;
}
