import type { Partner } from '#shared/domain/directory.ts';
import { DESK, type PartnerId } from '#shared/domain/ids.ts';
import { mailsWithoutNews, troubledMailboxes } from '#shared/domain/mail-trouble.ts';
import { ownerOf } from '#shared/domain/signal.ts';
import { type EpochSeconds, earliest } from '#shared/domain/time.ts';
import type { DirectoryReader } from '#shared/ports/directory-store.ts';
import type { SignalLists } from '#shared/ports/signal-lists.ts';
import type { SignalStore } from '#shared/ports/signal-store.ts';

export type MailTroubleDeps = {
  readonly signals: Pick<SignalStore, 'findAll'> & SignalLists;
  readonly directory: Pick<DirectoryReader, 'partners'>;
};
/** Whose mail does not arrive: owners and backups by id, the desk among them, and whether it is the coordinators' own. */
export type MailTrouble = {
  readonly partners: ReadonlySet<PartnerId>;
  readonly coordinator: boolean;
  /** Under their keys, since when. */
  readonly mailboxes: ReadonlyMap<string, EpochSeconds>;
};

/** Enough to name everybody whose mail fails: a mailbox that fails does so for every signal. */
const LOOKED_AT = 100;

/** What open signals tell of the mail of those who work on them, now. For the screen: a mail about mail that fails may fail too. */
export async function mailTrouble({ signals, directory }: MailTroubleDeps): Promise<MailTrouble> {
  const { items } = await signals.list({ of: 'town', part: 'mail' }, { limit: LOOKED_AT });
  const troubled = items.length > 0 ? await signals.findAll(items) : [];
  const known = new Map<PartnerId, Partner>(
    troubled.length > 0 ? (await directory.partners()).map((partner) => [partner.id, partner]) : [],
  );
  const partners = new Set<PartnerId>();
  const mailboxes = new Map<string, EpochSeconds>();
  let coordinator = false;
  for (const signal of troubled) {
    const ownerId = ownerOf(signal) ?? DESK;
    const backupId = known.get(ownerId)?.backupId;
    for (const { mailbox, since } of mailsWithoutNews(signal))
      mailboxes.set(mailbox, earliest(mailboxes.get(mailbox) ?? since, since));
    for (const mailbox of troubledMailboxes(signal)) {
      if (mailbox.startsWith('owner')) partners.add(ownerId);
      else if (mailbox.startsWith('coordinator')) coordinator = true;
      else if (backupId) partners.add(backupId);
    }
  }
  return { partners, coordinator, mailboxes };
}
