import type { SignalReceipt } from '#shared/contracts/signal-submission.ts';
import { inFours } from '#shared/domain/in-fours.ts';
import { spellMoment } from '#shared/domain/spell-moment.ts';
import { all, element, fromTemplate, one } from './elements.ts';

/** In the place of the form: the number to keep, and by when what happens. */
export function showThanks(main: HTMLElement, receipt: SignalReceipt, aboutMyself: boolean): void {
  const pattern = one('#template-thanks', HTMLTemplateElement).dataset['moment'] ?? '';
  const language = document.documentElement.lang;
  const places: Readonly<Record<string, string>> = {
    reference: inFours(receipt.reference),
    triageBefore: spellMoment(pattern, language, new Date(receipt.triageBefore)),
    visitBefore: spellMoment(pattern, language, new Date(receipt.visitBefore)),
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

/** It was in before, and is over by now: there is no number to give any more, but a way on. */
export function showArrived(form: HTMLElement, notices: HTMLElement): void {
  const another = one('.buttons a', HTMLAnchorElement, fromTemplate('thanks'));
  another.search = location.search;
  notices.replaceChildren(fromTemplate('already'));
  form.replaceWith(element('div', 'buttons', another));
  const heading = one('h2', HTMLElement, notices);
  document.title = heading.textContent;
  scrollTo(0, 0);
  heading.focus();
}
