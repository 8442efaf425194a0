import { spellMoment } from '#shared/domain/spell-moment.ts';
import type { Language } from '#shared/domain/words.ts';
import { MAIL } from '#shared/texts/catalogues/mail.ts';
import type { MailTexts } from '#shared/texts/mail-texts.ts';
import { type OwnTexts, withOwnTexts } from '#shared/texts/own-texts.ts';

export type MailPreview = { readonly subject: string; readonly paragraphs: readonly string[] };
type Example = { readonly neighbourhood: string; readonly owner: string };

const MOMENT = new Date('2026-11-23T16:00:00Z');
const REFERENCE = '7G2K-Q9XM-4T8R-BN5W';

/**
 * A mail as it goes out, with made-up values; `id` is how the paths of its texts begin. What is in every mail is shown in the one about a new
 * signal. Undefined for what is in no mail.
 */
export function mailPreview(id: string, language: Language, own: OwnTexts, example: Example): MailPreview | undefined {
  const [kind, what, message] = id.split('.');
  if (kind !== 'mail') return undefined;
  const mail = withOwnTexts({ mail: MAIL[language] }, language, own).mail;
  const before = mail.before(spellMoment(mail.moment, language, MOMENT));
  const place = { neighbourhood: example.neighbourhood, before, ownerName: example.owner };
  switch (what) {
    case 'code':
      return { subject: mail.code.subject, paragraphs: [...mail.code.body, '123 456', mail.code.ignore] };
    case 'teamMailbox':
      return { subject: mail.teamMailbox.subject, paragraphs: [...mail.teamMailbox.body, mail.teamMailbox.ignore] };
    case 'passkeys': {
      const { notYou, ...news } = mail.passkeys;
      const { subject, body } = find(news, message) ?? news.added;
      return { subject, paragraphs: [mail.greeting, ...body, notYou, mail.noReply] };
    }
    case 'digest': {
      const { subject, body, line, open } = mail.digest;
      return { subject: subject(2), paragraphs: [mail.greeting, body, line(example.owner, 2), open, mail.noReply] };
    }
    case 'reporter':
    case 'resident':
      return toReporter(mail, what, message);
    default: {
      const { subject, body } = find(mail.messages, message) ?? mail.messages.notify;
      const isPractice = what === 'practice';
      return {
        subject: isPractice ? mail.practice.subject(subject(place)) : subject(place),
        paragraphs: [
          mail.greeting,
          ...(isPractice ? [mail.practice.body] : []),
          ...body(place),
          mail.open,
          mail.openHint,
          `${mail.reference}: ${REFERENCE}`,
          mail.noReply,
        ],
      };
    }
  }
}

function toReporter(mail: MailTexts, who: 'reporter' | 'resident', message: string | undefined): MailPreview {
  const { greeting, status, thanks, ...messages } = mail[who];
  const { subject, body } = find(messages, message) ?? messages['update-received'];
  return {
    subject,
    paragraphs: [greeting, ...body, `${mail.reference}: ${REFERENCE}`, `${status} …/status/`, thanks, mail.noReply],
  };
}

const find = <Value>(values: Readonly<Record<string, Value>>, name: string | undefined): Value | undefined =>
  name !== undefined && Object.hasOwn(values, name) ? values[name] : undefined;
