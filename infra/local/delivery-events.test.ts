import { describe, expect, it } from 'vitest';
import { deliveryEvents } from './delivery-events.ts';
import type { CaughtMail } from './mailbox.ts';

const at = new Date('2026-11-22T10:00:05Z');
const mail = (to: string, changes: Partial<CaughtMail> = {}): CaughtMail => ({
  messageId: 'm-1',
  from: 'omzien@rotterdam.example',
  to: [to],
  subject: 'Nieuw signaal',
  text: 'Kijk op http://localhost:3000/console/#/signalen/0123456789ABCDEF?mail=notify-owner-1\n',
  html: null,
  sentAt: new Date('2026-11-22T10:00:00Z'),
  ...changes,
});
const typesFor = (to: string): string[] => deliveryEvents(mail(to), at).map(({ detailType }) => detailType);

describe('what SES would report about a mail', () => {
  it('carries the signal and the effect of the deep link as tags', () => {
    const [event] = deliveryEvents(mail('a@partner.example'), at);
    expect(event).toEqual({
      detailType: 'Email Delivered',
      detail: {
        eventType: 'Delivery',
        mail: {
          timestamp: '2026-11-22T10:00:00.000Z',
          messageId: 'm-1',
          source: 'omzien@rotterdam.example',
          destination: ['a@partner.example'],
          tags: { signal: ['0123456789ABCDEF'], effect: ['notify-owner-1'] },
        },
        delivery: {
          timestamp: '2026-11-22T10:00:05.000Z',
          recipients: ['a@partner.example'],
          smtpResponse: '250 2.6.0 Message received',
        },
      },
    });
  });

  it('finds the link in the html of a mail without text', () => {
    const html = '<a href="https://x.example/console/#/signalen/0123456789ABCDEF?mail=remind-triage">Open</a>';
    const [event] = deliveryEvents(mail('a@partner.example', { text: '', html }), at);
    expect(event?.detail.mail.tags).toEqual({ signal: ['0123456789ABCDEF'], effect: ['remind-triage'] });
  });

  it('says nothing about a mail without such a link', () => {
    expect(deliveryEvents(mail('a@partner.example', { text: 'Uw code is 123456' }), at)).toEqual([]);
  });

  it('follows the addresses of the mailbox simulator', () => {
    expect(typesFor('success@simulator.amazonses.com')).toEqual(['Email Delivered']);
    expect(typesFor('bounce@simulator.amazonses.com')).toEqual(['Email Bounced']);
    expect(typesFor('Bounce+zwaan@simulator.amazonses.com')).toEqual(['Email Bounced']);
    expect(typesFor('suppressionlist@simulator.amazonses.com')).toEqual(['Email Bounced']);
    expect(typesFor('complaint@simulator.amazonses.com')).toEqual(['Email Delivered', 'Email Complaint Received']);
    expect(typesFor('silent@partner.example')).toEqual([]);
  });

  it('makes a bounce permanent', () => {
    const [event] = deliveryEvents(mail('bounce@simulator.amazonses.com'), at);
    expect(event?.detail).toMatchObject({ eventType: 'Bounce', bounce: { bounceType: 'Permanent' } });
  });
});
