import type { CaughtMail } from './mailbox.ts';

/** As SES publishes it through EventBridge; `mail.tags` are the message tags of the send. */
export type DeliveryEvent = {
  readonly detailType: 'Email Delivered' | 'Email Bounced' | 'Email Complaint Received';
  readonly detail: {
    readonly eventType: 'Delivery' | 'Bounce' | 'Complaint';
    readonly mail: {
      readonly timestamp: string;
      readonly messageId: string;
      readonly source: string;
      readonly destination: readonly string[];
      readonly tags: Readonly<Record<string, readonly string[]>>;
    };
    readonly [particulars: string]: unknown;
  };
};

/** The emulator drops message tags; the deep link of a mail about a signal says the same two things. */
const DEEP_LINK = /#\/signalen\/([0-9A-HJKMNP-TV-Z]{16})\?mail=([A-Za-z0-9-]+)/;

/**
 * What SES would report about a mail. The local part of the address decides, as with AWS's mailbox simulator
 * (https://docs.aws.amazon.com/ses/latest/dg/send-an-email-from-console.html): `bounce`, `complaint` and `suppressionlist`, each also
 * with a +label. `silent` is ours: a mail of which nothing is heard again. A mail about no signal (a sign-in code) gets no event.
 */
export function deliveryEvents(mail: CaughtMail, at: Date): readonly DeliveryEvent[] {
  const [, signal, effect] = DEEP_LINK.exec(mail.text) ?? DEEP_LINK.exec(mail.html ?? '') ?? [];
  if (signal === undefined || effect === undefined) return [];
  const common = {
    timestamp: mail.sentAt.toISOString(),
    messageId: mail.messageId,
    source: mail.from,
    destination: mail.to,
    tags: { signal: [signal], effect: [effect] },
  };
  return mail.to.flatMap((recipient) => fateOf(recipient, at).map((fate) => withMail(fate, common)));
}

type Fate = {
  readonly detailType: DeliveryEvent['detailType'];
  readonly eventType: DeliveryEvent['detail']['eventType'];
  readonly particulars: object;
};

function fateOf(recipient: string, at: Date): readonly Fate[] {
  const [localPart] = (recipient.split('@')[0] ?? '').toLowerCase().split('+');
  switch (localPart) {
    case 'bounce':
      return [bounced(recipient, at, 'General')];
    case 'suppressionlist':
      return [bounced(recipient, at, 'Suppressed')];
    case 'complaint':
      return [delivered(recipient, at), complained(recipient, at)];
    case 'silent':
      return [];
    default:
      return [delivered(recipient, at)];
  }
}

const delivered = (recipient: string, at: Date): Fate => ({
  detailType: 'Email Delivered',
  eventType: 'Delivery',
  particulars: {
    delivery: { timestamp: at.toISOString(), recipients: [recipient], smtpResponse: '250 2.6.0 Message received' },
  },
});

const bounced = (recipient: string, at: Date, bounceSubType: 'General' | 'Suppressed'): Fate => ({
  detailType: 'Email Bounced',
  eventType: 'Bounce',
  particulars: {
    bounce: {
      timestamp: at.toISOString(),
      bounceType: 'Permanent',
      bounceSubType,
      bouncedRecipients: [{ emailAddress: recipient, action: 'failed', status: '5.1.1' }],
    },
  },
});

const complained = (recipient: string, at: Date): Fate => ({
  detailType: 'Email Complaint Received',
  eventType: 'Complaint',
  particulars: {
    complaint: {
      timestamp: at.toISOString(),
      complainedRecipients: [{ emailAddress: recipient }],
      complaintFeedbackType: 'abuse',
    },
  },
});

const withMail = (
  { detailType, eventType, particulars }: Fate,
  mail: DeliveryEvent['detail']['mail'],
): DeliveryEvent => ({
  detailType,
  detail: { eventType, mail, ...particulars },
});
