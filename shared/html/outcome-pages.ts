import { hiddenFields } from './check-page.ts';
import { type PageContext, textsOf } from './context.ts';
import { type Content, type Html, html } from './html.ts';
import { page } from './layout.ts';
import { deskPhone, fill, link, phoneLink } from './links.ts';
import { alert, button, heading1, heading2, paragraph } from './parts.ts';
import { pathOf } from './paths.ts';

type Contact = { readonly name: string; readonly phone: string };
type Kept = { readonly values: URLSearchParams; readonly idempotencyKey: string };

/** Another municipality's address: nothing is kept, and a way to go on. `values`: to correct a mistyped postcode without starting over. */
export function outsideAreaPage(
  context: PageContext,
  { contact, values }: { contact?: Contact; values?: URLSearchParams } = {},
): string {
  const { outside } = textsOf(context).form;
  return page(context, {
    title: outside.title,
    main: [
      heading1(outside.heading(context.municipality), true),
      outsideText(context, contact),
      values &&
        html`<form id="form" method="post" action="/v1/report/check">
${hiddenFields(values, '')}
<div class="buttons">${button('primary', outside.changeAddress, { type: 'submit', name: 'change', value: 'yes' })}</div>
</form>`,
    ],
  });
}

/** The same as a block above the form. */
export const outsideView = (context: PageContext): Html => {
  const { outside } = textsOf(context).form;
  return alert('info', [
    heading2(outside.heading(context.municipality), { tabindex: -1 }),
    outsideText(context, context.desk),
  ]);
};

const outsideText = (context: PageContext, contact: Contact = context.desk): Content => {
  const { outside } = textsOf(context).form;
  return [
    paragraph(outside.text),
    paragraph(outside.otherMunicipality),
    paragraph(fill(outside.call, { name: contact.name, phone: phoneLink(contact.phone) })),
  ];
};

/** Sending failed on our side. The same key goes along, so sending again cannot make a second signal. */
export function tryAgainPage(context: PageContext, { values, idempotencyKey }: Kept): string {
  const { problems, offline } = textsOf(context).form;
  return page(context, {
    title: problems.internalError.title,
    main: [
      heading1(problems.internalError.heading, true),
      paragraph(problems.internalError.text),
      paragraph(fill(offline.call, { phone: deskPhone(context) })),
      html`<form id="form" method="post" action="/v1/report/send">
${hiddenFields(values, idempotencyKey)}
<div class="buttons">${button('primary', offline.again, { type: 'submit', id: 'next' })}</div>
</form>`,
    ],
  });
}

/** The connection was lost while sending, or too many send at once: the button sends the same once more. */
export const notSentView = (context: PageContext, why: 'offline' | 'busy'): Html => {
  const { form } = textsOf(context);
  const { offline } = form;
  return alert('warning', [
    heading2(form[why].heading, { tabindex: -1 }),
    paragraph(form[why].text),
    html`<div class="buttons">${button('primary', offline.again, { type: 'submit', form: 'form' })}</div>`,
    paragraph(fill(offline.call, { phone: deskPhone(context) })),
  ]);
};

/** This key has already brought in a signal with other content. */
export const alreadyReceivedPage = (context: PageContext): string => {
  const { alreadyReceived, problems } = textsOf(context).form;
  return page(context, {
    title: alreadyReceived.title,
    main: [
      heading1(alreadyReceived.heading, true),
      alreadyReceivedText(context),
      paragraph(link(pathOf(context.language), problems.toStart), 'way-on'),
    ],
  });
};

export const alreadyReceivedView = (context: PageContext): Html =>
  alert('info', [
    heading2(textsOf(context).form.alreadyReceived.heading, { tabindex: -1 }),
    alreadyReceivedText(context),
  ]);

const alreadyReceivedText = (context: PageContext): Content => {
  const { alreadyReceived } = textsOf(context).form;
  return [paragraph(alreadyReceived.text), paragraph(fill(alreadyReceived.call, { phone: deskPhone(context) }))];
};

/** Never a dead end: what is wrong, a phone number, and the way back. */
export function problemPage(context: PageContext, problem: 'internalError' | 'unreadable'): string {
  const { problems } = textsOf(context).form;
  return page(context, {
    title: problems[problem].title,
    main: [
      heading1(problems[problem].heading),
      paragraph(problems[problem].text),
      paragraph(fill(problems.call, { phone: deskPhone(context) })),
      paragraph(link(pathOf(context.language), problems.toStart), 'way-on'),
    ],
  });
}

/** There is one for the whole site, so it speaks every language: the first in full, the others below it. */
export function notFoundPage([first, ...others]: readonly [PageContext, ...PageContext[]]): string {
  const { notFound } = textsOf(first).form.problems;
  return page(first, {
    title: notFound.title,
    main: [
      heading1(notFound.heading),
      notFoundText(first),
      others.map(
        (other) =>
          html`<div lang="${other.language}">${heading2(textsOf(other).form.problems.notFound.heading)}${notFoundText(other)}</div>`,
      ),
    ],
  });
}

const notFoundText = (context: PageContext): Content => {
  const { problems } = textsOf(context).form;
  return [
    paragraph(problems.notFound.text),
    paragraph(fill(problems.call, { phone: deskPhone(context) })),
    paragraph(link(pathOf(context.language), problems.toStart), 'way-on'),
  ];
};
