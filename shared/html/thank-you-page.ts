import type { SignalReceipt } from '#shared/contracts/signal-submission.ts';
import { inFours } from '#shared/domain/in-fours.ts';
import type { Report } from '#shared/domain/signal.ts';
import { spellMoment } from '#shared/domain/spell-moment.ts';
import { type PageContext, textsOf } from './context.ts';
import { type Content, type Html, html } from './html.ts';
import { page } from './layout.ts';
import { deskPhone, fill, LUISTERLIJN, link, phoneLink } from './links.ts';
import { alert, button, heading1, heading2, list, paragraph } from './parts.ts';
import { pathOf } from './paths.ts';

type Thanks = { readonly receipt: SignalReceipt; readonly about?: Report['about'] };

/** The signal is in: a number to keep, and by when what happens. */
export function thankYouPage(context: PageContext, { receipt, about = 'someone-else' }: Thanks): string {
  const { form } = textsOf(context);
  return page(context, { title: form.thanks.title, main: thanksView(context, { receipt, about }) });
}

/** For the script: what is for one kind alone is marked (`data-about`), and the number and the moments have empty places (`data-place`). */
export const thanksTemplate = (context: PageContext): Html =>
  html`<template id="template-thanks" data-moment="${textsOf(context).form.moment}">${thanksView(context, {})}</template>`;

function thanksView(context: PageContext, { receipt, about }: Partial<Thanks>): Content {
  const { form } = textsOf(context);
  const { thanks } = form;
  const place = (name: 'reference' | 'triageBefore' | 'visitBefore', value: string | undefined): Html =>
    html`<strong${!receipt && html` data-place="${name}"`}>${value}</strong>`;
  const at = (name: 'triageBefore' | 'visitBefore'): Html =>
    place(name, receipt && spellMoment(form.moment, context.language, new Date(receipt[name])));
  const only = (kind: Report['about'], content: Html): Content =>
    about ? about === kind && content : html`<div data-about="${kind}">${content}</div>`;
  return [
    heading1(thanks.heading, true),
    alert('ok', [
      paragraph([
        thanks.reference,
        html` <span class="reference">${place('reference', receipt && inFours(receipt.reference))}</span>`,
      ]),
      paragraph(thanks.keep),
    ]),
    heading2(thanks.nextHeading),
    only('myself', list([[thanks.selfVisitBefore, ' ', at('visitBefore'), '.'], thanks.selfChoice])),
    only(
      'someone-else',
      list([
        [thanks.triageBefore, ' ', at('triageBefore'), '.'],
        [thanks.visitBefore, ' ', at('visitBefore'), '.'],
        thanks.outcomePrivate,
      ]),
    ),
    paragraph(html`<strong>${fill(thanks.changed, { phone: deskPhone(context) })}</strong>`),
    only('myself', paragraph(fill(form.footer.listeningLine, { phone: phoneLink(LUISTERLIJN) }))),
    paragraph(link(pathOf(context.language, 'status/'), thanks.status), 'way-on'),
    html`<div class="buttons no-print">${!receipt && button('secondary', thanks.print, { type: 'button', 'data-print': true })}${link(pathOf(context.language), thanks.another)}</div>`,
  ];
}
