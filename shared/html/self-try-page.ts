import { type PageContext, textsOf } from './context.ts';
import { hidden } from './controls.ts';
import { type Html, html } from './html.ts';
import { page } from './layout.ts';
import { deskPhone, fill, LUISTERLIJN, link, phoneLink } from './links.ts';
import { button, heading1, heading2, list, paragraph } from './parts.ts';
import { pathOf, SELF_TRY_PAGE } from './paths.ts';

/** The way out of the opening page for who goes and talks first. A form of its own: it works without script and asks nothing. */
export const selfTryForm = (context: PageContext): Html =>
  html`<form method="post" action="/v1/self-tries">${hidden('language', context.language)}${button('secondary', textsOf(context).form.selfTry.button, { type: 'submit' })}</form>`;

/** Thanks, tips and ways back, for who tries it alone first. The same for everybody: nobody is known here. */
export function selfTryPage(context: PageContext, languages: readonly PageContext['language'][]): string {
  const { form } = textsOf(context);
  const { selfTry } = form;
  return page(context, {
    title: selfTry.title,
    path: SELF_TRY_PAGE,
    languages,
    main: [
      heading1(selfTry.heading),
      paragraph(selfTry.lead, 'lead'),
      heading2(selfTry.tipsHeading),
      list([...form.start.tipList, ...selfTry.tipList]),
      heading2(selfTry.backHeading),
      paragraph(selfTry.back),
      paragraph(link(pathOf(context.language), selfTry.toForm), 'way-on'),
      paragraph(fill(selfTry.call, { phone: deskPhone(context) })),
      paragraph(fill(selfTry.listeningLine, { phone: phoneLink(LUISTERLIJN) })),
    ],
  });
}
