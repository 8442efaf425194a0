import type { SignalReceipt } from '#shared/contracts/signal-submission.ts';
import type { Report } from '#shared/domain/signal.ts';
import { type PageContext, textsOf } from './context.ts';
import { type Content, type Html, html } from './html.ts';
import { page } from './layout.ts';
import { deskPhone, fill, LUISTERLIJN, link, phoneLink } from './links.ts';
import { spellMoment } from './moment.ts';
import { alert, button, heading1, heading2, list, paragraph } from './parts.ts';
import { pathOf } from './paths.ts';

type Thanks = { readonly receipt: SignalReceipt; readonly about?: Report['about'] };

/** The signal is in: a number to keep, and by when what happens. */
export function thankYouPage(context: PageContext, { receipt, about = 'someone-else' }: Thanks): string {
  const { form } = textsOf(context);
  return page(context, { title: form.thanks.title, main: thanksView(context, { receipt, about }) });
}

/** `ABCD-EFGH-JKMN-PQRS` can be read out over the phone. */
export const spellInFours = (reference: string): string =>
  reference.replaceAll(/[\s-]/g, '').replaceAll(/(.{4})(?=.)/g, '$1-');

/** For the script: both kinds, with empty places (`data-place`) for the number and the moments. */
export const thanksTemplate = (context: PageContext): Html =>
  html`<template id="template-thanks" data-moment="${textsOf(context).form.moment}">${(
    ['someone-else', 'myself'] as const
  ).map((about) => html`<div data-about="${about}">${thanksView(context, { about })}</div>`)}</template>`;

function thanksView(
  context: PageContext,
  { receipt, about }: { receipt?: SignalReceipt; about: Report['about'] },
): Content {
  const { form } = textsOf(context);
  const { thanks } = form;
  const place = (name: 'reference' | 'triageBefore' | 'visitBefore', value: string | undefined): Html =>
    html`<strong${!receipt && html` data-place="${name}"`}>${value}</strong>`;
  const at = (name: 'triageBefore' | 'visitBefore'): Html =>
    place(name, receipt && spellMoment(form.moment, context.language, receipt[name]));
  const next: Content[] =
    about === 'myself'
      ? [[thanks.selfVisitBefore, ' ', at('visitBefore'), '.'], thanks.selfChoice]
      : [
          [thanks.triageBefore, ' ', at('triageBefore'), '.'],
          [thanks.visitBefore, ' ', at('visitBefore'), '.'],
          thanks.outcomePrivate,
        ];
  return [
    heading1(thanks.heading, true),
    alert('ok', [
      paragraph([
        thanks.reference,
        html` <span class="reference">${place('reference', receipt && spellInFours(receipt.reference))}</span>`,
      ]),
      paragraph(thanks.keep),
    ]),
    heading2(thanks.nextHeading),
    list(next),
    paragraph(html`<strong>${fill(thanks.changed, { phone: deskPhone(context) })}</strong>`),
    about === 'myself' && paragraph(fill(form.footer.listeningLine, { phone: phoneLink(LUISTERLIJN) })),
    paragraph(link(pathOf(context.language, 'status/'), thanks.status)),
    html`<div class="buttons no-print">${!receipt && button('secondary', thanks.print, { type: 'button', 'data-print': true })}${link(pathOf(context.language), thanks.another)}</div>`,
  ];
}
