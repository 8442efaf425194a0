import { type SESClient, SESServiceException, SendEmailCommand } from '@aws-sdk/client-ses';
import type { Mail, Mailer } from '#shared/ports/mailer.ts';

export type SesSettings = {
  readonly from: string;
  /** Its events (delivered, bounced, complaint) come back to us. */
  readonly configurationSet: string;
  readonly replyTo?: string;
};

const UTF_8 = 'UTF-8';

export const sesMailer = (client: SESClient, settings: SesSettings): Mailer => ({
  async send(mail) {
    refuseControlCharacters('subject', mail.subject);
    refuseControlCharacters('address', mail.to);
    if (/[,;<>]/.test(mail.to)) throw new RangeError('a mail goes to one address');
    try {
      await client.send(commandFor(mail, settings));
      return 'sent';
    } catch (fault) {
      if (isRefusal(fault, settings.from)) return 'refused';
      throw fault;
    }
  },
});

const commandFor = ({ to, subject, text, html, about }: Mail, { from, configurationSet, replyTo }: SesSettings) =>
  new SendEmailCommand({
    Source: from,
    ConfigurationSetName: configurationSet,
    Destination: { ToAddresses: [to] },
    ...(replyTo !== undefined && { ReplyToAddresses: [replyTo] }),
    Message: {
      Subject: { Data: subject, Charset: UTF_8 },
      Body: { Text: { Data: text, Charset: UTF_8 }, Html: { Data: html, Charset: UTF_8 } },
    },
    // Delivery events carry the tags, so that they find their signal without anybody reading the mail.
    ...(about && {
      Tags: [
        { Name: 'signal', Value: about.signalId },
        { Name: 'effect', Value: about.effect },
      ],
    }),
  });

/**
 * Whether this mail will never go out, so that the next recipient is to be tried. A sender that is not (or no longer) verified is our own
 * fault, not the recipient's: it stops all mail, an alarm tells the operator (docs/runbook.md#mail-does-not-go-out), and everything goes out once it is repaired. The same for a
 * paused account, a missing configuration set or MAIL FROM domain, and throttling.
 */
function isRefusal(fault: unknown, from: string): boolean {
  if (!(fault instanceof SESServiceException)) return false;
  if (fault.name === 'InvalidParameterValue') return !names(fault.message, from);
  return fault.name === 'MessageRejected' && !names(fault.message, from);
}

/** SES says which identities failed its check: a sender's address, its domain, or the recipient's (in the sandbox). */
function names(message: string, from: string): boolean {
  const address = /<([^>]*)>/.exec(from)?.[1] ?? from;
  const domain = address.slice(address.lastIndexOf('@') + 1);
  const said = message.toLowerCase().split(/[\s,:;<>"']+/);
  return said.includes(address.toLowerCase()) || said.includes(domain.toLowerCase());
}

/** A line break in a header would begin another header. The value is not repeated: it may be what somebody typed. */
function refuseControlCharacters(what: string, text: string): void {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (/[\u0000-\u001f\u007f\u2028\u2029]/.test(text)) throw new RangeError(`the ${what} of a mail is one line`);
}
