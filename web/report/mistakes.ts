import { controlOf, type Mistake } from '#shared/contracts/report-form.ts';
import { errorSentence } from '#shared/html/error-sentence.ts';
import type { ErrorTexts } from '#shared/texts/errors.ts';
import { all, element, fromTemplate, labelIn, one } from './elements.ts';

/** The sentences come from our own build, so their shape is known. */
const texts = (template: HTMLElement): ErrorTexts => JSON.parse(template.dataset['errors'] ?? '{}');

/** The title of the page says it too: it is what a screen reader says first. */
const titlePrefix = (): string => one('#template-mistakes', HTMLTemplateElement).dataset['title'] ?? '';
const unprefixTitle = (): void => {
  document.title = document.title.replace(titlePrefix(), '');
};

const fieldOf = (form: HTMLElement, name: string) => form.querySelector<HTMLElement>(`[data-field="${name}"]`);
const idOf = (name: string): string => name.replaceAll('.', '-');

/** The number of the step around something on the page; the first where there is none. */
export const stepAround = (within: Element | null | undefined): number =>
  Number(within?.closest('.step')?.id.slice(-1) ?? 1);

/** The step that a mistake is in. */
export const stepOf = (form: HTMLElement, { field }: Mistake): number =>
  stepAround(fieldOf(form, controlOf(field) ?? ''));

/** Says above the form and at each field what is wrong, and puts the focus there. */
export function showMistakes(form: HTMLFormElement, mistakes: readonly Mistake[], notices: HTMLElement): void {
  clearMistakes(form);
  const template = one('#template-mistakes', HTMLTemplateElement);
  const summary = fromTemplate('mistakes');
  const list = one('ul', HTMLUListElement, summary);

  for (const mistake of mistakes) {
    const name = controlOf(mistake.field);
    const field = name && fieldOf(form, name);
    if (!name || !field) continue;
    const sentence = errorSentence(texts(template), mistake, labelIn(field));
    mark(field, idOf(name), sentence);
    const link = element('a', 'utrecht-link', sentence);
    link.setAttribute('href', `#${idOf(name)}`);
    link.addEventListener('click', (event) => {
      event.preventDefault();
      field.closest('details')?.setAttribute('open', '');
      document.getElementById(idOf(name))?.focus();
    });
    list.append(element('li', 'utrecht-unordered-list__item', link));
  }
  sayHowMany(summary);
  unprefixTitle();
  document.title = titlePrefix() + document.title;
  notices.replaceChildren(summary);
  notices.querySelector('h2')?.focus();
}

function sayHowMany(summary: ParentNode): void {
  const { one: single = '', many = '' } = one('#template-mistakes', HTMLTemplateElement).dataset;
  const count = all('li', HTMLElement, summary).length;
  const heading = one('h2', HTMLHeadingElement, summary);
  if (count === 1) heading.textContent = single;
  else if (count > 1) heading.textContent = many.replace('#', String(count));
}

/** A field that is being put right: its mark goes, its line above the form too, and with the last line the whole summary. */
export function putRight(field: HTMLElement, notices: HTMLElement): void {
  clearMistakes(field);
  const line = notices.querySelector(`a[href="#${idOf(field.dataset['field'] ?? '')}"]`)?.closest('li');
  if (!line) return;
  line.remove();
  if (notices.querySelector('li')) sayHowMany(notices);
  else {
    notices.replaceChildren();
    unprefixTitle();
  }
}

function mark(field: HTMLElement, id: string, sentence: string): void {
  const message = element('p', 'utrecht-form-field-error-message', sentence);
  message.id = `${id}-error`;
  const control = field.matches('fieldset') ? field : field.querySelector('input, textarea');
  const [before] = field.matches('fieldset') ? all('.choice', HTMLElement, field) : [control];
  before?.before(message);
  field.classList.add(field.matches('fieldset') ? 'utrecht-form-fieldset--invalid' : 'utrecht-form-field--invalid');
  control?.setAttribute('aria-describedby', `${control.getAttribute('aria-describedby') ?? ''} ${message.id}`.trim());
  if (control?.matches('[role="radiogroup"], input, textarea')) control.setAttribute('aria-invalid', 'true');
}

/** Takes the marks away: of the whole form, or of one field. */
export function clearMistakes(within: ParentNode): void {
  for (const message of all('.utrecht-form-field-error-message', HTMLElement, within)) {
    const field = message.closest('[data-field]');
    field?.classList.remove('utrecht-form-fieldset--invalid', 'utrecht-form-field--invalid');
    for (const control of [field, field?.querySelector('input, textarea')]) {
      const described = control?.getAttribute('aria-describedby')?.replace(message.id, '').trim();
      if (described === '') control?.removeAttribute('aria-describedby');
      else if (described !== undefined) control?.setAttribute('aria-describedby', described);
      control?.removeAttribute('aria-invalid');
    }
    message.remove();
  }
}
