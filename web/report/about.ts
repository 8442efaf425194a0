import { one } from './elements.ts';

export const isAboutMyself = (): boolean => one('[value=myself]', HTMLInputElement).checked;

/** A heading as it shows: without the words for the other kind of signal, which the style sheet hides. */
export function wordsOf(heading: Element): string {
  const others = isAboutMyself() ? '.for-someone-else' : '.for-myself';
  const shown = [...heading.childNodes].filter((node) => !(node instanceof Element && node.matches(others)));
  return shown.map((node) => node.textContent).join('');
}
