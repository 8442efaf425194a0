import type { TextChange } from '#shared/domain/own-texts.ts';
import { tidied } from '#shared/domain/typed-text.ts';
import { changesWithoutDeploy } from './changeable.ts';
import { mistakesInOwnTexts, standardText } from './check-own-texts.ts';
import { longSentences } from './sentences.ts';

/** Longer than any of ours, and short enough that all of them fit in one item of the directory. */
export const MAX_TEXT_LENGTH = 600;

/** What changes may say, as it is stored; and all that is wrong, by the place in the list: `changes.2.text`. */
export function checkedChanges(changes: readonly TextChange[]): {
  readonly changes: readonly TextChange[];
  readonly wrong: readonly { readonly field: string; readonly code: string }[];
} {
  const tidy = changes.map((change) => (change.text === undefined ? change : { ...change, text: tidied(change.text) }));
  const wrong = tidy.flatMap((change, at) => {
    const twice = tidy.findIndex(({ path, language }) => path === change.path && language === change.language) < at;
    const codes = twice ? ['twice'] : codesOf(change);
    return codes.map((code) => ({ field: `changes.${at}.text`, code }));
  });
  return { changes: tidy, wrong };
}

/** Putting the standard text back is never wrong, also where there is none any more. */
export function codesOf({ path, language, text }: TextChange): string[] {
  if (text === undefined) return [];
  if (standardText(path, language) === undefined) return ['unknown-text'];
  if (!changesWithoutDeploy(path)) return ['needs-deploy'];
  if (!text.isWellFormed() || CONTROL.test(text)) return ['unreadable-characters'];
  return [
    ...(LINE_END.test(text) ? ['one-line'] : []),
    ...(text.length > MAX_TEXT_LENGTH ? ['too-long'] : []),
    ...mistakesInOwnTexts({ [path]: { [language]: text } }).map(({ code }) => code),
    ...(language === 'nl' && longSentences(text).length > 0 ? ['long-sentence'] : []),
  ];
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused; ends of lines have a code of their own.
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;
const LINE_END = /[\t\n\r\u2028\u2029]/;
