import { REQUEST_WISHES } from '#shared/domain/words.ts';
import { type PageContext, textsOf } from './context.ts';
import { hidden } from './controls.ts';
import { attributes, type Content, type Html, html } from './html.ts';
import { page } from './layout.ts';
import { deskPhone, fill, link } from './links.ts';
import { alert, button, heading1, heading2, list, paragraph } from './parts.ts';
import { pathOf, REQUEST_PAGE } from './paths.ts';

type Wrong = { readonly field: string };

/** Where a resident goes with the code of the letter, as the build writes it. Its script only takes the code of the QR code out of the address. */
export const emptyRequestPage = (context: PageContext, languages: readonly PageContext['language'][]): string =>
  page(context, {
    title: textsOf(context).form.request.title,
    path: REQUEST_PAGE,
    languages,
    script: 'request',
    main: requestForm(context, new URLSearchParams(), []),
  });

/** The same as a function answers with it: what was typed, and what is wrong with it. */
export const requestPage = (context: PageContext, values: URLSearchParams, errors: readonly Wrong[]): string =>
  page(context, { title: textsOf(context).form.request.title, main: requestForm(context, values, errors) });

/** The same for every code: nobody learns here whether it is known. */
export function requestReceivedPage(context: PageContext): string {
  const { request } = textsOf(context).form;
  return page(context, {
    title: request.received.title,
    main: [
      heading1(request.received.heading, true),
      request.received.text.map((sentence) => paragraph(sentence)),
      paragraph(fill(request.call, { phone: deskPhone(context) })),
    ],
  });
}

function requestForm(context: PageContext, values: URLSearchParams, errors: readonly Wrong[]): Content {
  const { request } = textsOf(context).form;
  const wrong = (field: Field): boolean => errors.some((one) => one.field === field);
  const mistake = (field: Field): Content =>
    wrong(field) && html`<p class="utrecht-form-field-error-message" id="${field}-error">${request.wrong[field]}</p>`;
  const described = (field: Field, hint: boolean): string | undefined =>
    [hint && `${field}-hint`, wrong(field) && `${field}-error`].filter(Boolean).join(' ') || undefined;
  const fieldClass = (field: Field): string =>
    `utrecht-form-field${wrong(field) ? ' utrecht-form-field--invalid' : ''}`;
  const input = (field: 'code' | 'contact', more: Readonly<Record<string, string | boolean>>): Html =>
    html`<div class="${fieldClass(field)}"><label class="utrecht-form-label" for="${field}">${request[field]}</label>
<div class="utrecht-form-field-description" id="${field}-hint">${request.hints[field]}</div>
${mistake(field)}<input${attributes({ class: 'utrecht-textbox utrecht-textbox--html-input', id: field, name: field, type: 'text', value: values.get(field) ?? undefined, 'aria-describedby': described(field, true), 'aria-invalid': wrong(field) ? 'true' : undefined, ...more })}></div>`;
  return [
    heading1(request.heading),
    FIELDS.some(wrong) &&
      alert('error', [
        heading2(request.mistakes, { tabindex: -1, autofocus: true }),
        list(FIELDS.filter(wrong).map((field) => link(`#${field}`, request.wrong[field]))),
      ]),
    paragraph(request.lead, 'lead'),
    html`<form id="request" method="post" action="/v1/resident-requests" novalidate>
${hidden('language', context.language)}
${input('code', { autocomplete: 'off', autocapitalize: 'characters', spellcheck: 'false' })}
<fieldset${attributes({ class: `utrecht-form-fieldset utrecht-form-fieldset--html-fieldset${wrong('wish') ? ' utrecht-form-fieldset--invalid' : ''}`, role: 'radiogroup', 'aria-required': 'true', 'aria-invalid': wrong('wish') ? 'true' : undefined, 'aria-describedby': described('wish', false) })}><legend class="utrecht-form-fieldset__legend utrecht-form-fieldset__legend--html-legend">${request.wish}</legend>
${mistake('wish')}${REQUEST_WISHES.map((wish, at) => html`<label class="choice utrecht-form-label utrecht-form-label--radio"><input${attributes({ type: 'radio', id: at === 0 ? 'wish' : `wish-${wish}`, name: 'wish', value: wish, checked: values.get('wish') === wish })}><span>${request.wishes[wish]}</span></label>`)}</fieldset>
${input('contact', { autocomplete: 'off' })}
<div class="buttons">${button('primary', request.send, { type: 'submit' })}</div>
</form>`,
    paragraph(request.after),
    paragraph(fill(request.call, { phone: deskPhone(context) })),
    paragraph(link(pathOf(context.language, 'privacy/'), request.privacy)),
  ];
}

const FIELDS = ['code', 'wish', 'contact'] as const;
type Field = (typeof FIELDS)[number];
