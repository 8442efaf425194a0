import { SESClient } from '@aws-sdk/client-ses';
import { describe, expect, it } from 'vitest';
import type { Mail } from '#shared/ports/mailer.ts';
import { type AwsAnswer, awsAnswers } from '#shared/testing/aws-answers.ts';
import { aSignalId } from '#shared/testing/builders.ts';
import { sesMailer } from './ses-mailer.ts';

const SETTINGS = { from: 'Omzien <omzien@gemeente.example>', configurationSet: 'omzien-demo' };
const SENT: AwsAnswer = {
  body: '<SendEmailResponse><SendEmailResult><MessageId>1</MessageId></SendEmailResult></SendEmailResponse>',
};
const refusing = (code: string, message: string): AwsAnswer => ({
  status: 400,
  body: `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`,
});

const aMail = (changes: Partial<Mail> = {}): Mail => ({
  to: 'anna@welzijn.example',
  subject: 'Nieuw signaal in Oude Noorden – graag vandaag',
  text: 'Er is een nieuw signaal.',
  html: '<p>Er is een nieuw signaal.</p>',
  ...changes,
});

function mailer(answer: AwsAnswer, settings: Parameters<typeof sesMailer>[1] = SETTINGS) {
  const { settings: client, requests } = awsAnswers(() => answer);
  return { mailer: sesMailer(new SESClient(client), settings), requests };
}
const fieldsOf = (body = ''): Record<string, string> => Object.fromEntries(new URLSearchParams(body));

describe('a mail', () => {
  it('goes out with both bodies in UTF-8, under the configuration set, marked with signal and effect', async () => {
    const { mailer: ses, requests } = mailer(SENT);
    const signalId = aSignalId();
    expect(await ses.send(aMail({ about: { signalId, effect: 'notify-1-owner-first' } }))).toBe('sent');
    expect(fieldsOf(requests[0]?.body)).toEqual({
      Action: 'SendEmail',
      Version: '2010-12-01',
      Source: SETTINGS.from,
      ConfigurationSetName: 'omzien-demo',
      'Destination.ToAddresses.member.1': 'anna@welzijn.example',
      'Message.Subject.Data': 'Nieuw signaal in Oude Noorden – graag vandaag',
      'Message.Subject.Charset': 'UTF-8',
      'Message.Body.Text.Data': 'Er is een nieuw signaal.',
      'Message.Body.Text.Charset': 'UTF-8',
      'Message.Body.Html.Data': '<p>Er is een nieuw signaal.</p>',
      'Message.Body.Html.Charset': 'UTF-8',
      'Tags.member.1.Name': 'signal',
      'Tags.member.1.Value': signalId,
      'Tags.member.2.Name': 'effect',
      'Tags.member.2.Value': 'notify-1-owner-first',
    });
  });

  it('has no tags when it is not about a signal, and an address for answers when there is one', async () => {
    const { mailer: ses, requests } = mailer(SENT, { ...SETTINGS, replyTo: 'loket@gemeente.example' });
    await ses.send(aMail());
    const fields = fieldsOf(requests[0]?.body);
    expect(Object.keys(fields).filter((name) => name.startsWith('Tags'))).toEqual([]);
    expect(fields['ReplyToAddresses.member.1']).toBe('loket@gemeente.example');
  });

  it('is never sent when its subject or address could begin another header or name another recipient', async () => {
    const { mailer: ses, requests } = mailer(SENT);
    const bad: Partial<Mail>[] = [
      { subject: 'Nieuw\r\nBcc: x@y.example' },
      { subject: 'Nieuw\nsignaal' },
      { subject: 'Nieuw\u0000' },
      { subject: 'Nieuw\u2028signaal' },
      { to: 'anna@welzijn.example\r\nBcc: x@y.example' },
      { to: 'anna@welzijn.example,x@y.example' },
      { to: 'Anna <anna@welzijn.example>' },
    ];
    for (const part of bad) {
      await expect(ses.send(aMail(part))).rejects.toThrow(RangeError);
      await expect(ses.send(aMail(part))).rejects.not.toThrow('example');
    }
    expect(requests).toEqual([]);
  });
});

describe('the mail service', () => {
  it('refuses what will never go out, so that the next recipient is tried', async () => {
    for (const answer of [
      refusing('InvalidParameterValue', "Missing final '@domain'"),
      refusing(
        'MessageRejected',
        'Email address is not verified. The following identities failed: anna@welzijn.example',
      ),
      refusing('MessageRejected', 'Address blacklisted.'),
    ]) {
      expect(await mailer(answer).mailer.send(aMail())).toBe('refused');
    }
  });

  it('is asked again later when the fault is ours or passes by itself', async () => {
    for (const [code, message] of [
      ['MessageRejected', 'Email address is not verified. The following identities failed: omzien@gemeente.example'],
      ['MessageRejected', 'The following identities failed the check in region EU-CENTRAL-1: gemeente.example'],
      ['InvalidParameterValue', 'Invalid sender: omzien@gemeente.example'],
      ['MailFromDomainNotVerifiedException', 'no'],
      ['ConfigurationSetDoesNotExist', 'no'],
      ['AccountSendingPausedException', 'no'],
      ['Throttling', 'Maximum sending rate exceeded.'],
      ['ServiceUnavailable', 'no'],
    ] as const) {
      await expect(mailer(refusing(code, message)).mailer.send(aMail()), code).rejects.toThrow();
    }
  });
});
