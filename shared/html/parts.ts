import { attributes, type Content, type Html, html } from './html.ts';

/** Building blocks in the class names of the component library. */

export const heading1 = (text: Content, focus = false): Html =>
  html`<h1 class="utrecht-heading-1"${attributes({ tabindex: focus ? -1 : undefined, autofocus: focus })}>${text}</h1>`;
export const heading2 = (text: Content, also: Readonly<Record<string, string | number | boolean>> = {}): Html =>
  html`<h2 class="utrecht-heading-2"${attributes(also)}>${text}</h2>`;
export const paragraph = (text: Content, also?: string): Html =>
  html`<p class="utrecht-paragraph${also && ` ${also}`}">${text}</p>`;
export const list = (items: readonly Content[]): Html =>
  html`<ul class="utrecht-unordered-list">${items.map((item) => html`<li class="utrecht-unordered-list__item">${item}</li>`)}</ul>`;

/** A coloured block. `role`: `alert` where script shows it while somebody is busy. */
export const alert = (
  kind: 'info' | 'ok' | 'warning' | 'error',
  content: Content,
  also: Readonly<Record<string, string | number | boolean | undefined>> & { readonly class?: string } = {},
): Html => {
  const { class: classes, ...rest } = also;
  return html`<div class="utrecht-alert utrecht-alert--${kind}${classes && ` ${classes}`}"${attributes(rest)}><div class="utrecht-alert__content"><div class="utrecht-alert__message">${content}</div></div></div>`;
};

export const button = (
  kind: 'primary' | 'secondary' | 'subtle',
  text: Content,
  also: Readonly<Record<string, string | number | boolean | undefined>>,
): Html =>
  html`<button class="utrecht-button utrecht-button--${kind === 'subtle' ? 'subtle' : `${kind}-action`}"${attributes(also)}>${text}</button>`;

/** Question and answer. `change` is what stands beside it. */
export const answers = (rows: readonly (readonly [question: string, answer: Content])[]): Html =>
  html`<dl class="utrecht-data-list">${rows.map(
    ([question, answer]) =>
      html`<div class="utrecht-data-list__item"><dt class="utrecht-data-list__item-key">${question}</dt><dd class="utrecht-data-list__item-value">${answer}</dd></div>`,
  )}</dl>`;
