import type { SignalStatus } from '#shared/contracts/signal-submission.ts';
import type { Language } from '#shared/domain/words.ts';
import { type PageContext, textsOf } from './context.ts';
import { hidden } from './controls.ts';
import { attributes, type Content, type Html, html } from './html.ts';
import { page } from './layout.ts';
import { deskPhone, fill } from './links.ts';
import { alert, button, heading1, paragraph } from './parts.ts';

/** `wrong`: no number at all. `unknown`: the same for an erased, an expired and an unknown one. */
export type StatusAnswer = SignalStatus['status'] | 'unknown' | 'wrong';
type Asked = { readonly typed: string; readonly answer: StatusAnswer };

/** How a signal is doing, by its number. The form posts; with script the answer comes on the page itself. */
export function statusPage(context: PageContext, languages: readonly Language[]): string {
  const { status } = textsOf(context).form;
  const answer = (name: string, said: Content) => html`<template data-answer="${name}">${said}</template>`;
  return page(context, {
    title: status.title,
    description: status.description,
    script: 'status',
    path: 'status/',
    languages,
    main: [
      statusView(context),
      (['received', 'picked-up', 'closed', 'unknown'] as const).map((name) => answer(name, answerOf(context, name))),
      answer('wrong', mistakeOf(context)),
      answer('failed', alert('error', paragraph(status.failed))),
    ],
  });
}

/** What a function answers the form with. */
export function statusAnswerPage(context: PageContext, asked: Asked): string {
  const { form } = textsOf(context);
  const title = asked.answer === 'wrong' ? form.errors.titlePrefix + form.status.title : form.status.title;
  return page(context, { title, main: statusView(context, asked) });
}

function statusView(context: PageContext, asked?: Asked): Content {
  const { status, problems } = textsOf(context).form;
  const isWrong = asked?.answer === 'wrong';
  return [
    heading1(status.heading),
    html`<form id="status" method="post" action="/v1/signal-status" novalidate>
${hidden('language', context.language)}
<div class="utrecht-form-field">
<label class="utrecht-form-label" for="reference">${status.label}</label>
<div class="utrecht-form-field-description" id="reference-hint">${status.hint}</div>
${isWrong && mistakeOf(context)}
<input${attributes({
      class: 'utrecht-textbox utrecht-textbox--html-input size-reference',
      id: 'reference',
      name: 'reference',
      type: 'text',
      value: asked?.typed,
      autocomplete: 'off',
      autocapitalize: 'characters',
      spellcheck: 'false',
      autofocus: isWrong,
      'aria-required': 'true',
      'aria-invalid': isWrong ? 'true' : undefined,
      'aria-describedby': isWrong ? 'reference-hint reference-error' : 'reference-hint',
    })}>
</div>
<div class="buttons">${button('primary', status.show, { type: 'submit' })}</div>
</form>
<div${attributes({ id: 'answer', role: 'status', tabindex: asked && !isWrong ? -1 : undefined, autofocus: asked && !isWrong })}>${asked && asked.answer !== 'wrong' && answerOf(context, asked.answer)}</div>`,
    paragraph(fill(problems.call, { phone: deskPhone(context) })),
  ];
}

function answerOf(context: PageContext, answer: Exclude<StatusAnswer, 'wrong'>): Html {
  const { status } = textsOf(context).form;
  if (answer === 'unknown') return alert('info', paragraph(status.unknown));
  return alert('ok', paragraph(status.meaning[answer]));
}

const mistakeOf = (context: PageContext): Html =>
  html`<p class="utrecht-form-field-error-message" id="reference-error">${textsOf(context).form.status.wrong}</p>`;
