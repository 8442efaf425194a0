import { describe, expect, it } from 'vitest';
import { aSignalId, moment } from '#shared/testing/builders.ts';
import { readMailEvent } from './read-mail-event.ts';

const ID = aSignalId(7);
const EFFECT = 'notify-1-owner-first';

/** As SES publishes it through EventBridge (SES developer guide, "Monitor email sending using EventBridge" and "Examples of event data"). */
const event = (detailType: string, eventType: string, particulars: object, tags: object = ours) => ({
  version: '0',
  id: '12a18625-3cf8-fafd-2ab3-f6bf1f1c1234',
  'detail-type': detailType,
  source: 'aws.ses',
  account: '123456789012',
  time: '2026-03-03T10:00:07Z',
  region: 'eu-central-1',
  resources: ['arn:aws:ses:eu-central-1:123456789012:configuration-set/omzien'],
  detail: {
    eventType,
    ...particulars,
    mail: {
      timestamp: '2026-03-03T10:00:02.012Z',
      source: 'Omzien <omzien@voorbeeldstad.example>',
      sourceArn: 'arn:aws:ses:eu-central-1:123456789012:identity/voorbeeldstad.example',
      sendingAccountId: '123456789012',
      messageId: '0107019ab-example',
      destination: ['centrum@welzijn.example'],
      headersTruncated: false,
      headers: [{ name: 'Subject', value: 'Nieuw signaal' }],
      commonHeaders: {
        from: ['omzien@voorbeeldstad.example'],
        to: ['centrum@welzijn.example'],
        subject: 'Nieuw signaal',
      },
      tags,
    },
  },
});
const ours = {
  'ses:operation': ['SendEmail'],
  'ses:configuration-set': ['omzien'],
  'ses:source-ip': ['192.0.2.1'],
  'ses:from-domain': ['voorbeeldstad.example'],
  'ses:caller-identity': ['a-role'],
  signal: [ID],
  effect: [EFFECT],
};
const recipients = [
  { emailAddress: 'centrum@welzijn.example', action: 'failed', status: '5.1.1', diagnosticCode: 'smtp; 550 5.1.1' },
];
const bounce = (bounceType: string, bounceSubType: string) => ({
  bounce: {
    bounceType,
    bounceSubType,
    bouncedRecipients: recipients,
    timestamp: '2026-03-03T10:00:07.000Z',
    feedbackId: '0107-example',
    reportingMTA: 'dsn; a1.eu-central-1.amazonses.com',
  },
});
const delivery = {
  delivery: {
    timestamp: '2026-03-03T10:00:07.000Z',
    processingTimeMillis: 11_893,
    recipients: ['centrum@welzijn.example'],
    smtpResponse: '250 2.6.0 Message received',
    reportingMTA: 'a1.eu-central-1.amazonses.com',
  },
};

describe('an event of the mail service', () => {
  it.each([
    ['a delivery', event('Email Delivered', 'Delivery', delivery), 'delivered', undefined],
    ['a hard bounce', event('Email Bounced', 'Bounce', bounce('Permanent', 'General')), 'failed', 'bounced'],
    [
      'an address that SES suppresses',
      event('Email Bounced', 'Bounce', bounce('Permanent', 'Suppressed')),
      'failed',
      'suppressed',
    ],
    [
      'an address on our own suppression list',
      event('Email Bounced', 'Bounce', bounce('Permanent', 'OnAccountSuppressionList')),
      'failed',
      'suppressed',
    ],
    [
      'a soft bounce, which SES gave up on',
      event('Email Bounced', 'Bounce', bounce('Transient', 'MailboxFull')),
      'returned',
      'returned',
    ],
    [
      'an answer that nobody is there',
      event('Email Bounced', 'Bounce', bounce('Transient', 'General')),
      'returned',
      'returned',
    ],
    [
      'a bounce without a reason',
      event('Email Bounced', 'Bounce', bounce('Undetermined', 'Undetermined')),
      'failed',
      'bounced',
    ],
    [
      'a complaint',
      event('Email Complaint Received', 'Complaint', {
        complaint: { complainedRecipients: recipients, complaintFeedbackType: 'abuse' },
      }),
      'failed',
      'complained',
    ],
    ['a reject', event('Email Rejected', 'Reject', { reject: { reason: 'Bad content' } }), 'failed', 'refused'],
    [
      'a failure of a template',
      event('Email Rendering Failed', 'Rendering Failure', {
        failure: { errorMessage: 'Attribute is not present', templateName: 'x' },
      }),
      'failed',
      'refused',
    ],
  ] as const)('%s is read', (_what, given, state, failure) => {
    expect(readMailEvent(given)).toEqual({
      kind: 'news',
      event: {
        signalId: ID,
        effect: EFFECT,
        news: { state, at: moment('2026-03-03T10:00:07Z') },
        ...(failure && { failure }),
      },
    });
  });

  it.each([
    ['sent', event('Email Sent', 'Send', { send: {} })],
    [
      'delayed: SES goes on trying',
      event('Email Delivery Delayed', 'DeliveryDelay', { deliveryDelay: { delayType: 'MailboxFull' } }),
    ],
    ['opened', event('Email Opened', 'Open', { open: {} })],
    ['of a kind that SES may invent', event('Email Frozen', 'Frozen', {})],
    ['about a sign-in code', event('Email Delivered', 'Delivery', delivery, { 'ses:operation': ['SendEmail'] })],
    ['about a signal without an effect', event('Email Delivered', 'Delivery', delivery, { signal: [ID] })],
  ])('%s changes nothing', (_what, given) => {
    expect(readMailEvent(given)).toEqual({ kind: 'not-ours' });
  });

  it.each([
    ['no event', null],
    ['an empty object', {}],
    ['a mail without tags', { detail: { eventType: 'Delivery', mail: { timestamp: '2026-03-03T10:00:02Z' } } }],
    ['a tag that is no reference', event('Email Delivered', 'Delivery', delivery, { signal: ['x'], effect: [EFFECT] })],
    ['a tag without a value', event('Email Delivered', 'Delivery', delivery, { signal: [], effect: [EFFECT] })],
  ])('%s cannot be read, and says so', (_what, given) => {
    expect(readMailEvent(given)).toEqual({ kind: 'unreadable' });
  });

  it('without a time of its own happened when the mail was sent', () => {
    const { time: _time, ...timeless } = event('Email Delivered', 'Delivery', delivery);
    expect(readMailEvent(timeless)).toMatchObject({ event: { news: { at: moment('2026-03-03T10:00:02Z') } } });
  });

  it('is read without its recipients and its subject', () => {
    expect(JSON.stringify(readMailEvent(event('Email Delivered', 'Delivery', delivery)))).not.toMatch(/welzijn|Nieuw/);
  });
});
