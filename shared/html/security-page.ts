import type { Language } from '#shared/domain/words.ts';
import { type PageContext, textsOf } from './context.ts';
import { page } from './layout.ts';
import { fill, mailLink } from './links.ts';
import { heading1, heading2, list, paragraph } from './parts.ts';

/** The policy that `security.txt` names: what somebody who finds a hole may do, and what we do then. */
export function securityPage(context: PageContext, languages: readonly Language[], contact: string): string {
  const { security } = textsOf(context).site;
  return page(context, {
    title: security.title,
    description: security.description,
    path: 'security/',
    languages,
    index: true,
    main: [
      heading1(security.heading),
      paragraph(security.lead, 'lead'),
      paragraph(fill(security.how, { contact: mailLink(contact) })),
      heading2(security.askHeading),
      list(security.ask),
      heading2(security.promiseHeading),
      list(security.promise),
    ],
  });
}
