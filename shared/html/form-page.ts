import { CONTROL_NAMES, controlOf, HONEYPOT_FIELD, type Mistake } from '#shared/contracts/report-form.ts';
import type { Language } from '#shared/domain/words.ts';
import { checkTemplate } from './check-page.ts';
import { type PageContext, textsOf } from './context.ts';
import { type Filled, hidden, idOf, mistakeOf, textField } from './controls.ts';
import { spellDuration } from './duration.ts';
import { formSteps } from './form-steps.ts';
import { attributes, type Content, type Html, html } from './html.ts';
import { labelOf } from './labels.ts';
import { page } from './layout.ts';
import { CONFUSED_BEHAVIOUR, EMERGENCY, fill, link, POLICE, phoneLink, VEILIG_THUIS } from './links.ts';
import { alreadyReceivedView, notSentView, outsideView } from './outcome-pages.ts';
import { alert, button, heading2, list, paragraph } from './parts.ts';
import { selfTryForm } from './self-try-page.ts';
import { thanksTemplate } from './thank-you-page.ts';
import { viaTemplates } from './via-bars.ts';

type FormState = {
  readonly values?: URLSearchParams;
  readonly errors?: readonly Mistake[];
};

/** The form as a function answers with it: everything that was typed is still there, mistakes above the form and at their fields. */
export function formPage(context: PageContext, { values = new URLSearchParams(), errors = [] }: FormState): string {
  const { form } = textsOf(context);
  const title = errors.length > 0 ? form.errors.titlePrefix + form.start.title : form.start.title;
  return page(context, { title, main: formView(context, { values, errors, script: false }) });
}

/** The form as the build writes it: empty, with all that its script needs. */
export function startPage(context: PageContext, languages: readonly Language[]): string {
  const { form } = textsOf(context);
  return page(context, {
    title: form.start.title,
    description: form.start.description,
    main: [formView(context, { values: new URLSearchParams(), errors: [], script: true }), scriptTemplates(context)],
    script: 'report',
    path: '',
    languages,
    index: true,
  });
}

function formView(
  context: PageContext,
  { values, errors, script }: Required<FormState> & { readonly script: boolean },
): Content {
  const texts = textsOf(context);
  const { form } = texts;
  const filled: Filled = { texts, values, errors };
  return [
    // Who comes back to change something has seen the introduction, and goes on where they are wanted.
    html`<h1${attributes({ class: 'page-name', tabindex: script ? undefined : -1, autofocus: !script && errors.length === 0 })}>${form.start.title}</h1>`,
    mistakesBlock(filled),
    script && introduction(context),
    html`<form${attributes({
      id: 'form',
      method: 'post',
      action: '/v1/report/check',
      novalidate: true,
      'data-contact': context.reporterContact,
      'data-work': context.proofOfWorkBits,
    })}>
${paragraph(form.start.allRequired, 'all-required')}
${hidden('language', context.language)}
${script && hidden('source', '')}
${formSteps(context, filled)}
${script ? html`<noscript>${posterCode(filled)}</noscript>` : posterCode(filled)}
<p class="not-for-people" aria-hidden="true"><label for="${HONEYPOT_FIELD}">${form.start.honeypot}</label> <input id="${HONEYPOT_FIELD}" name="${HONEYPOT_FIELD}" type="text" tabindex="-1" autocomplete="off"${attributes({ value: values.get(HONEYPOT_FIELD) ?? undefined })}></p>
<div class="buttons">
${button('primary', form.steps.check, { type: 'submit', id: 'next', 'data-next': form.steps.next, 'data-check': form.steps.check, 'data-send': form.check.send, 'data-sending': form.check.sending, 'data-again': form.offline.again })}
${button('secondary', form.steps.back, { type: 'button', id: 'back', hidden: true })}
${button('subtle', form.steps.restart, { type: 'button', id: 'restart', hidden: true })}
</div>
</form>`,
  ];
}

/** The script reads the code from the address of the page, which no form without it can. Last, because it is not what somebody came for. */
const posterCode = (filled: Filled): Html =>
  textField(filled, { name: 'source', label: filled.texts.form.via.code, optional: true });

/** For worries that are not about loneliness: each has its own line. */
const OTHER_NUMBERS = {
  confused: phoneLink(CONFUSED_BEHAVIOUR),
  violence: phoneLink(VEILIG_THUIS),
};

function introduction(context: PageContext): Html {
  const { form, words } = textsOf(context);
  const { other: _, ...reasons } = words.reasons;
  const signs = Object.values(reasons);
  const { start } = form;
  const { clock, durations } = context.rules;
  return html`<div id="introduction">
<p class="question">${start.heading}</p>
${paragraph(start.lead, 'lead')}
${list([...start.whatHappens(spellDuration(form, durations.triage, clock), spellDuration(form, durations.visit, clock)), ...(context.reporterContact === 'optional' ? [start.nameOptional] : [])])}
${paragraph(html`<strong>${fill(start.danger, { emergency: phoneLink(EMERGENCY), police: phoneLink(POLICE) })}</strong>`, 'danger')}
<div><details><summary>${start.signs}</summary>${list(signs)}${paragraph(start.signsHint)}</details>
<details><summary>${start.numbers}</summary>${list(start.numberList.map((line) => fill(line, OTHER_NUMBERS)))}</details>
<details class="tips"><summary>${start.tips}</summary>${list(start.tipList)}${selfTryForm(context)}</details></div>
</div>`;
}

/** Above the form, with the focus: what is wrong, each a link to its control. */
function mistakesBlock(filled: Filled): Content {
  const { errors, texts } = filled;
  if (errors.length === 0) return false;
  const wrong = new Set(errors.map(({ field }) => controlOf(field)));
  const controls = CONTROL_NAMES.filter((name) => wrong.has(name));
  const { heading, headingAny } = texts.form.errors;
  return alert(
    'error',
    [
      heading2(controls.length > 0 ? heading(controls.length) : headingAny, { tabindex: -1, autofocus: true }),
      list(controls.map((name) => link(`#${idOf(name)}`, mistakeOf(filled, name, labelOf(texts, name)) ?? ''))),
    ],
    { id: 'mistakes' },
  );
}

/** What the script shows later. Everything it says stands here, so that it is the same for every language. */
function scriptTemplates(context: PageContext): Content {
  const { form, errors } = textsOf(context);
  return [
    html`<template id="template-mistakes"${attributes({ 'data-one': form.errors.heading(1), 'data-many': form.errors.heading(2).replace('2', '#'), 'data-errors': JSON.stringify(errors), 'data-title': form.errors.titlePrefix })}>${alert('error', [html`<h2 class="utrecht-heading-2" tabindex="-1">${form.errors.headingAny}</h2>`, html`<ul class="utrecht-unordered-list"></ul>`], { id: 'mistakes' })}</template>`,
    checkTemplate(context),
    thanksTemplate(context),
    viaTemplates(context),
    html`<template id="template-street" data-or="${form.address.or}"><p class="utrecht-form-field-description street">${fill(form.address.known, { street: html`<strong data-place="street"></strong>` })}</p></template>`,
    html`<template id="template-outside">${outsideView(context)}</template>`,
    html`<template id="template-offline">${notSentView(context, 'offline')}</template>`,
    html`<template id="template-busy">${notSentView(context, 'busy')}</template>`,
    html`<template id="template-already">${alreadyReceivedView(context)}</template>`,
  ];
}
