import { type MailboxState, stateOf } from '#shared/domain/mailbox-health.ts';
import type { MailboxKey } from '#shared/ports/address-key.ts';
import type { WatchReader } from '#shared/ports/watch-store.ts';
import { type MailTroubleDeps, mailTrouble } from './mail-trouble.ts';

export type MailChannelsDeps = MailTroubleDeps & {
  readonly watch: Pick<WatchReader, 'mailboxes'>;
  readonly mailboxKey: MailboxKey;
};

/** Whether mail reaches each of these mailboxes: what the mail service said of it, and what open signals tell of its silence. */
export async function mailChannels(
  deps: MailChannelsDeps,
  mailboxes: readonly string[],
): Promise<ReadonlyMap<string, MailboxState>> {
  const keys = new Map<string, string>();
  for (const mailbox of mailboxes) keys.set(mailbox, await deps.mailboxKey(mailbox));
  const [trouble, health] = await Promise.all([mailTrouble(deps), deps.watch.mailboxes([...keys.values()])]);
  return new Map(
    [...keys].map(([mailbox, key]) => [mailbox, stateOf(health.get(key) ?? {}, trouble.mailboxes.get(key))]),
  );
}
