import type { Language } from '#shared/domain/words.ts';
import { type PageContext, textsOf } from './context.ts';
import { html } from './html.ts';
import { page } from './layout.ts';
import { deskPhone, fill } from './links.ts';
import { alert, button, heading1, paragraph } from './parts.ts';

/** How a signal is doing, by its number. Says the same about an erased, an expired and an unknown one. */
export function statusPage(context: PageContext, languages: readonly Language[]): string {
  const { form } = textsOf(context);
  const { status, problems } = form;
  const answer = (name: string, kind: 'ok' | 'info' | 'error', text: string) =>
    html`<template data-answer="${name}">${alert(kind, paragraph(text))}</template>`;
  return page(context, {
    title: status.title,
    description: status.description,
    script: 'status',
    path: 'status/',
    languages,
    main: [
      heading1(status.heading),
      html`<form id="status" hidden novalidate>
<div class="utrecht-form-field">
<label class="utrecht-form-label" for="reference">${status.label}</label>
<div class="utrecht-form-field-description" id="reference-hint">${status.hint}</div>
<input class="utrecht-textbox utrecht-textbox--html-input size-reference" id="reference" name="reference" type="text" autocomplete="off" autocapitalize="characters" spellcheck="false" aria-required="true" aria-describedby="reference-hint">
</div>
<div class="buttons">${button('primary', status.show, { type: 'submit' })}</div>
</form>
<div id="answer" role="status"></div>`,
      answer('received', 'ok', status.meaning.received),
      answer('picked-up', 'ok', status.meaning['picked-up']),
      answer('closed', 'ok', status.meaning.closed),
      answer('unknown', 'info', status.unknown),
      html`<template data-answer="wrong"><p class="utrecht-form-field-error-message" id="reference-error">${status.wrong}</p></template>`,
      answer('failed', 'error', status.failed),
      html`<noscript>${paragraph(status.noScript)}</noscript>`,
      paragraph(fill(problems.call, { phone: deskPhone(context) })),
    ],
  });
}
