import { spellDate } from '#shared/domain/spell-moment.ts';
import type { Language } from '#shared/domain/words.ts';
import { type PageContext, textsOf } from './context.ts';
import { page } from './layout.ts';
import { deskPhone, fill, link, mailLink } from './links.ts';
import { heading1, heading2, list, paragraph } from './parts.ts';

/** What a municipality knows of the accessibility of its site, from its configuration. Dates as `2026-11-22`. */
export type AccessibilityFacts = {
  readonly status: 'full' | 'partial' | 'first-steps';
  readonly statedOn?: string | undefined;
  readonly audit?: { readonly by: string; readonly on: string } | undefined;
  /** The statement in the government's register. */
  readonly register?: string | undefined;
  readonly mailbox: string;
};

const OMBUDSMAN = 'https://www.nationaleombudsman.nl/';

/** The statement that the Besluit digitale toegankelijkheid overheid asks of every public site. */
export function accessibilityPage(
  context: PageContext,
  languages: readonly Language[],
  { status, statedOn, audit, register, mailbox }: AccessibilityFacts,
): string {
  const { accessibility } = textsOf(context).site;
  const date = (on: string): string => spellDate(textsOf(context).form.date, context.language, on);
  return page(context, {
    title: accessibility.title,
    description: accessibility.description,
    path: 'accessibility/',
    languages,
    index: true,
    main: [
      heading1(accessibility.heading),
      paragraph(accessibility.lead, 'lead'),
      heading2(accessibility.statusHeading),
      paragraph(accessibility.standard),
      paragraph([accessibility.status[status], statedOn && [' ', accessibility.statedOn(date(statedOn))]]),
      paragraph(audit ? accessibility.audit(audit.by, date(audit.on)) : accessibility.noAudit),
      register && paragraph(fill(accessibility.register, { register: link(register, accessibility.registerName) })),
      heading2(accessibility.howHeading),
      list(accessibility.how),
      heading2(accessibility.helpHeading),
      paragraph(fill(accessibility.help, { phone: deskPhone(context), mailbox: mailLink(mailbox) })),
      paragraph(accessibility.answer),
      paragraph(fill(accessibility.complaint, { ombudsman: link(OMBUDSMAN, accessibility.ombudsmanName) })),
    ],
  });
}
