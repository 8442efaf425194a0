import type { SignalReceipt } from '#shared/contracts/signal-submission.ts';
import { spellMoment } from '#shared/html/moment.ts';
import { all, fromTemplate, one } from './elements.ts';

/** In the place of the form: the number to keep, and by when what happens. */
export function showThanks(main: HTMLElement, receipt: SignalReceipt, aboutMyself: boolean): void {
  const pattern = one('#template-thanks', HTMLTemplateElement).dataset['moment'] ?? '';
  const language = document.documentElement.lang;
  const places: Readonly<Record<string, string>> = {
    reference: receipt.reference.replaceAll(/[\s-]/g, '').replaceAll(/(.{4})(?=.)/g, '$1-'),
    triageBefore: spellMoment(pattern, language, receipt.triageBefore),
    visitBefore: spellMoment(pattern, language, receipt.visitBefore),
  };
  const view = fromTemplate('thanks');
  for (const other of all(`[data-about="${aboutMyself ? 'someone-else' : 'myself'}"]`, HTMLElement, view))
    other.remove();
  for (const place of all('[data-place]', HTMLElement, view))
    place.textContent = places[place.dataset['place'] ?? ''] ?? '';
  // Staff pass on one call after another, and a shop one customer's after another's.
  one('.buttons a', HTMLAnchorElement, view).search = location.search;
  main.replaceChildren(view);
  main.querySelector('[data-print]')?.addEventListener('click', () => print());
  const heading = one('h1', HTMLElement, main);
  document.title = heading.textContent;
  scrollTo(0, 0);
  heading.focus();
}
