import type { Rules } from '#shared/domain/settings.ts';
import type { Language } from '#shared/domain/words.ts';
import { type PageContext, textsOf } from './context.ts';
import { spellDuration } from './duration.ts';
import type { Content } from './html.ts';
import { page } from './layout.ts';
import { deskPhone, fill, link, mailLink, phoneLink } from './links.ts';
import { heading1, heading2, list, paragraph } from './parts.ts';

export const AUTHORITY = 'https://www.autoriteitpersoonsgegevens.nl/';

/** What AVG art. 13 and 14 ask, for reporters and residents alike, from the configuration that also rules the retention. */
export function privacyPage(context: PageContext, languages: readonly Language[]): string {
  const { form } = textsOf(context);
  const { privacy } = form;
  const { controller, privacyOfficer, rules } = context;
  return page(context, {
    title: privacy.title,
    description: privacy.description,
    path: 'privacy/',
    languages,
    index: true,
    main: [
      heading1(privacy.heading),
      paragraph(privacy.lead, 'lead'),
      heading2(privacy.whoHeading),
      paragraph(privacy.who(controller.name, controller.address)),
      paragraph(fill(privacy.officer, { officer: officerOf(privacyOfficer) })),
      heading2(privacy.whyHeading),
      privacy.why.map((sentence) => paragraph(sentence)),
      heading2(privacy.whatHeading),
      list(privacy.what),
      heading2(privacy.sourceHeading),
      list(rules.registers ? [...privacy.source, privacy.registers] : privacy.source),
      heading2(privacy.readersHeading),
      list(privacy.readers),
      heading2(privacy.howLongHeading),
      paragraph(privacy.howLongLead),
      list(retentionLines(context, rules.retention)),
      heading2(privacy.rightsHeading),
      list(privacy.rights),
      paragraph(fill(privacy.rightsHow, { phone: deskPhone(context), mailbox: mailLink(controller.mailbox) })),
      heading2(privacy.complaintHeading),
      paragraph(fill(privacy.complaint, { mailbox: mailLink(privacyOfficer.mailbox) })),
      paragraph(fill(privacy.authority, { authority: link(AUTHORITY, privacy.authorityName) })),
      heading2(privacy.browserHeading),
      paragraph(privacy.browser),
    ],
  });
}

export const officerOf = ({ mailbox, phone }: PageContext['privacyOfficer']): Content => [
  mailLink(mailbox),
  phone && [', ', phoneLink(phone)],
];

function retentionLines(context: PageContext, retention: Rules['retention']): Content[] {
  const { form } = textsOf(context);
  const { howLong } = form.privacy;
  const time = (length: number): string => spellDuration(form, length);
  return [
    howLong.reporter,
    howLong.noFollowUp(time(retention.noFollowUp)),
    howLong.notReached(time(retention.notReached)),
    retention.withoutConsent === 0 ? howLong.atOnce : howLong.withoutConsent(time(retention.withoutConsent)),
    howLong.undecided(time(retention.undecided)),
    howLong.consent(time(retention.consent)),
    howLong.hardCap(time(retention.hardCap)),
    howLong.audit(time(retention.audit)),
    howLong.proof(time(retention.erasureProof)),
  ];
}
