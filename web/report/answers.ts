import { CONTROL_NAMES, leftOut } from '#shared/contracts/report-form.ts';
import { parsePostcode, spellPostcode } from '#shared/domain/address.ts';
import { wordsOf } from './about.ts';
import { all, element, labelIn, one, valuesOf } from './elements.ts';

/** Fills the check step from the form itself: what it says is what the page asked, and only what will be sent. */
export function showAnswers(form: HTMLFormElement, change: (step: number) => void): void {
  const place = one('#answers', HTMLElement);
  const sent = valuesOf(form);
  for (const name of leftOut(sent)) sent.delete(name);
  place.replaceChildren();
  for (const step of all('.step:not(#step-5)', HTMLElement, form)) {
    const rows = rowsOf(step, sent);
    if (rows.size === 0) continue;
    const list = element('dl', 'utrecht-data-list');
    for (const [question, lines] of rows) {
      const answer = element('dd', 'utrecht-data-list__item-value', lines.join('\n'));
      list.append(
        element('div', 'utrecht-data-list__item', element('dt', 'utrecht-data-list__item-key', question), answer),
      );
    }
    const heading = wordsOf(one('h2', HTMLHeadingElement, step)).replace(/^.*?: /, '');
    const button = element('button', 'utrecht-button utrecht-button--subtle', place.dataset['change'] ?? '');
    button.setAttribute('type', 'button');
    button.setAttribute('aria-label', place.dataset['changeWhat']?.replace('#', heading) ?? '');
    button.addEventListener('click', () => change(Number(step.id.slice(-1))));
    const head = element('div', 'answers-head', element('h3', 'utrecht-heading-3', heading), button);
    place.append(element('div', 'answers', head, list));
  }
}

function rowsOf(step: HTMLElement, sent: URLSearchParams): Map<string, string[]> {
  const rows = new Map<string, string[]>();
  for (const name of CONTROL_NAMES) {
    const field = step.querySelector<HTMLElement>(`[data-field="${name}"]`);
    if (!field || !sent.get(name)?.trim()) continue;
    const isGroup = field.matches('fieldset');
    const isFlag = !isGroup && field.querySelector('[type=checkbox]') !== null;
    const around = name.startsWith('address.') || isFlag ? field.closest('fieldset') : field;
    const question = labelIn(around ?? field);
    const typed = sent.get(name) ?? '';
    const postcode = name === 'address.postcode' && parsePostcode(typed);
    const answer = isGroup || isFlag ? chosenIn(field) : [postcode ? spellPostcode(postcode) : typed];
    const before = rows.get(question) ?? [];
    rows.set(question, name.startsWith('address.') ? [[...before, ...answer].join(' ')] : [...before, ...answer]);
  }
  const known = step.querySelector('.street');
  if (known) rows.get(labelIn(known.closest('fieldset') ?? step))?.push(known.textContent);
  return rows;
}

const chosenIn = (field: HTMLElement): string[] =>
  all('input', HTMLInputElement, field).flatMap((input) =>
    input.checked ? [input.nextElementSibling?.firstChild?.textContent?.trim() ?? ''] : [],
  );
