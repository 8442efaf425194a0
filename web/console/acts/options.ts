import type { Option } from '../parts/choice-list.tsx';

/** The words of a closed list as choices, in the list's own order. */
export const optionsOf = <Word extends string>(
  list: readonly Word[],
  labels: Readonly<Record<Word, string>>,
  hints: Partial<Readonly<Record<Word, string>>> = {},
): Option<Word>[] =>
  list.map((value) => {
    const hint = hints[value];
    return { value, label: labels[value], ...(hint && { hint }) };
  });
