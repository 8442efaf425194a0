import * as z from 'zod';

export type CaughtMail = {
  readonly messageId: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
  readonly sentAt: Date;
};

/** The mails that the emulator's SES took in, oldest first: a mail keeps its place for as long as the emulator runs. */
export type Mailbox = () => Promise<readonly CaughtMail[]>;

const addresses = z.array(z.string());
const Messages = z.object({
  messages: z.record(
    z.string(),
    z.array(
      z.object({
        MessageId: z.string(),
        Source: z.string(),
        To: addresses,
        CC: addresses,
        BCC: addresses,
        Subject: z.string(),
        BodyText: z.string(),
        BodyHtml: z.string().nullish(),
        Timestamp: z.number(),
      }),
    ),
  ),
});

export const emulatorMailbox =
  (endpoint: string): Mailbox =>
  async () => {
    const response = await fetch(`${endpoint}/_ministack/ses/messages`, { signal: AbortSignal.timeout(5_000) });
    if (!response.ok) throw new Error(`the emulator's mailbox answered ${response.status}`);
    const { messages } = Messages.parse(await response.json());
    const mails = Object.values(messages).flatMap((account) =>
      account.map((mail) => ({
        messageId: mail.MessageId,
        from: mail.Source,
        to: [...mail.To, ...mail.CC, ...mail.BCC],
        subject: mail.Subject,
        text: mail.BodyText,
        html: mail.BodyHtml || null,
        sentAt: new Date(mail.Timestamp * 1000),
      })),
    );
    return mails.sort((a, b) => a.sentAt.getTime() - b.sentAt.getTime());
  };
