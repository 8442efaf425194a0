import { type PageContext, textsOf } from './context.ts';
import { spellDuration } from './duration.ts';
import { type Html, html } from './html.ts';
import { deskPhone, fill, link, mailLink } from './links.ts';
import { list, paragraph } from './parts.ts';
import { pathOf } from './paths.ts';
import { AUTHORITY, officerOf } from './privacy-page.ts';

/**
 * What AVG art. 13 asks, where somebody who tells about themselves types how to reach them: who and why at once, the rest behind one tap.
 * The whole of it, for reporters too, is on the privacy page.
 */
export function ownDataBlock(context: PageContext): Html {
  const { form } = textsOf(context);
  const { ownData, privacy } = form;
  const { controller, privacyOfficer, rules } = context;
  const { noFollowUp, notReached, withoutConsent, undecided, consent, hardCap } = rules.retention;
  const time = (length: number): string => spellDuration(form, length);
  const afterClosing = Math.max(noFollowUp, notReached, withoutConsent, undecided);
  return html`<div class="for-myself own-data">
${paragraph([privacy.who(controller.name, controller.address), ' ', ownData.why])}
<details><summary>${ownData.more}</summary>
${list([
  ownData.ground,
  ownData.readers,
  ownData.howLong(time(afterClosing), time(consent)),
  privacy.howLong.hardCap(time(hardCap)),
  ownData.voluntary,
  ownData.rights,
  fill(privacy.rightsHow, { phone: deskPhone(context), mailbox: mailLink(controller.mailbox) }),
  fill(privacy.officer, { officer: officerOf(privacyOfficer) }),
  fill(privacy.authority, { authority: link(AUTHORITY, privacy.authorityName) }),
])}
${paragraph(link(pathOf(context.language, 'privacy/'), form.check.privacyMore))}
</details>
</div>`;
}
