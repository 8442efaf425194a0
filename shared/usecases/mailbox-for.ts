import type { Partner } from '#shared/domain/directory.ts';
import { DESK, type PartnerId } from '#shared/domain/ids.ts';
import type { Recipient } from '#shared/domain/mail-key.ts';
import type { Settings } from '#shared/domain/settings.ts';
import { ownerOf, type Signal } from '#shared/domain/signal.ts';
import type { DirectoryReader } from '#shared/ports/directory-store.ts';

type Mailbox = {
  readonly address: string;
  /** Set when writing here asks this partner to step in. */
  readonly backupId?: PartnerId;
};

/** Where a recipient reads mail today. Undefined when there is no such mailbox: then the next in line is written to. */
export async function mailboxFor(
  to: Recipient,
  signal: Signal,
  directory: DirectoryReader,
  settings: Settings,
): Promise<Mailbox | undefined> {
  switch (to) {
    case 'reporter':
      return found(signal.reporter?.email);
    case 'visitor':
      return found(await visitorAddress(signal, directory));
    case 'former-visitor':
      return found(signal.planEnded && (await directory.member(signal.planEnded.memberId))?.email);
    case 'coordinator-first':
      return found(settings.coordinator.mailboxes[0]);
    case 'coordinator-second':
      return found(settings.coordinator.mailboxes[1]);
    case 'owner-first':
      return found((await ownerMailboxes(signal, directory, settings))[0]);
    case 'owner-second':
      return found((await ownerMailboxes(signal, directory, settings))[1]);
    case 'backup-first':
      return ofBackup(await backupOf(signal, directory), 0);
    case 'backup-second':
      return ofBackup(await backupOf(signal, directory), 1);
  }
}

const found = (address: string | undefined): Mailbox | undefined => (address ? { address } : undefined);

function ofBackup(backup: Partner | undefined, index: number): Mailbox | undefined {
  const address = backup?.mailboxes[index];
  return backup && address ? { address, backupId: backup.id } : undefined;
}

async function visitorAddress({ plan }: Signal, directory: DirectoryReader): Promise<string | undefined> {
  const visitor = plan && 'memberId' in plan.by ? await directory.member(plan.by.memberId) : undefined;
  return visitor?.email;
}

async function ownerMailboxes(
  signal: Signal,
  directory: DirectoryReader,
  settings: Settings,
): Promise<readonly string[]> {
  const ownerId = ownerOf(signal);
  if (!ownerId || ownerId === DESK) return settings.desk.mailboxes;
  const owner = await directory.partner(ownerId);
  return owner?.mailboxes ?? settings.desk.mailboxes;
}

async function backupOf(signal: Signal, directory: DirectoryReader): Promise<Partner | undefined> {
  const ownerId = ownerOf(signal);
  const owner = ownerId && ownerId !== DESK ? await directory.partner(ownerId) : undefined;
  return owner?.backupId && directory.partner(owner.backupId);
}
