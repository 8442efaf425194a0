import { mailboxOf, mailNews } from '#shared/domain/effects.ts';
import type { SignalId } from '#shared/domain/ids.ts';
import type { MailRecord } from '#shared/domain/mail-record.ts';
import type { MailFailure } from '#shared/domain/mailbox-health.ts';
import type { Rules } from '#shared/domain/settings.ts';
import type { SignalStore } from '#shared/ports/signal-store.ts';
import { bookkeep } from './write-signal.ts';

export type MailEvent = {
  readonly signalId: SignalId;
  readonly effect: string;
  readonly news: MailRecord;
  /** Why it did not arrive. */
  readonly failure?: MailFailure;
};

/**
 * Writes down what the mail service says of a mail. What follows from it, `advance` does. News about a signal that is gone changes nothing.
 * Gives the key of the mailbox, when it is known and a colleague's.
 */
export async function recordMailEvent(
  deps: { readonly signals: SignalStore; readonly rules: Rules },
  { signalId, effect, news }: MailEvent,
): Promise<string | undefined> {
  let mailbox: string | undefined;
  await bookkeep(deps, signalId, (latest) => {
    mailbox = mailboxOf(latest, effect);
    return mailNews(latest, effect, news);
  });
  return mailbox;
}
