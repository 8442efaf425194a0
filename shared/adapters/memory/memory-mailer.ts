import type { Mail, Mailer } from '#shared/ports/mailer.ts';

export type MailBehaviour = 'sent' | 'refused' | 'out-of-order';

export type MemoryMailer = Mailer & {
  /** Every mail that was sent, in order. */
  readonly sent: readonly Mail[];
  /** Every mail that was offered, whatever came of it. */
  readonly offered: readonly Mail[];
  /** How the mail service behaves from now on, for all mails or mail by mail. */
  behave(how: MailBehaviour | ((mail: Mail) => MailBehaviour)): void;
};

/** A mail service that keeps what it sends. It can be told to refuse mails, or to be out of order. */
export function memoryMailer(): MemoryMailer {
  const sent: Mail[] = [];
  const offered: Mail[] = [];
  let behaviour: (mail: Mail) => MailBehaviour = () => 'sent';
  return {
    sent,
    offered,
    behave(how) {
      behaviour = typeof how === 'function' ? how : () => how;
    },
    async send(mail) {
      offered.push(mail);
      const outcome = behaviour(mail);
      if (outcome === 'out-of-order') throw new Error('the mail service is out of order');
      if (outcome === 'sent') sent.push(mail);
      return outcome;
    },
  };
}
