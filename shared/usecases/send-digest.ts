import { localDay } from '#shared/domain/amsterdam.ts';
import { DESK, type PartnerId } from '#shared/domain/ids.ts';
import type { Settings } from '#shared/domain/settings.ts';
import { type EpochSeconds, plusElapsed } from '#shared/domain/time.ts';
import type { AccessStore } from '#shared/ports/access-store.ts';
import type { DirectoryReader } from '#shared/ports/directory-store.ts';
import type { LateCount, MailWriter } from '#shared/ports/mail-writer.ts';
import type { Mailer } from '#shared/ports/mailer.ts';
import type { SignalStore } from '#shared/ports/signal-store.ts';

export type SendDigestDeps = {
  readonly signals: Pick<SignalStore, 'listByOwner'>;
  readonly directory: Pick<DirectoryReader, 'partners'>;
  readonly access: Pick<AccessStore, 'once'>;
  readonly mailer: Mailer;
  readonly write: Pick<MailWriter, 'digest'>;
  readonly settings: Settings;
  readonly now: () => EpochSeconds;
};

const PAGE = 100;
const KEY_SECONDS = 3 * 86_400;

/**
 * Once a day, what is late, to the coordinators: after the escalation at a deadline this is all they hear of it. Nothing when nothing is late.
 * One mailbox that refuses does not keep the digest from the other. Throws when a mailbox could not be reached; its key is then spent.
 */
export async function sendDigest(deps: SendDigestDeps): Promise<void> {
  const late = await lateCounts(deps);
  if (late.length === 0) return;
  const day = localDay(deps.now());
  for (const [index, to] of deps.settings.coordinator.mailboxes.entries()) {
    if (!(await deps.access.once(`digest-${day}-${index + 1}`, plusElapsed(deps.now(), KEY_SECONDS)))) continue;
    await deps.mailer.send({ ...deps.write.digest(late), to });
  }
}

async function lateCounts(deps: SendDigestDeps): Promise<LateCount[]> {
  const partners = await deps.directory.partners();
  const owners = [{ id: DESK, name: deps.settings.desk.name }, ...partners];
  const counts = await Promise.all(
    owners.map(async ({ id, name }) => ({ ownerName: name, count: await countLate(deps, id) })),
  );
  return counts.filter(({ count }) => count > 0);
}

async function countLate({ signals, now }: SendDigestDeps, ownerId: PartnerId): Promise<number> {
  let count = 0;
  let after: string | undefined;
  do {
    const page = await signals.listByOwner(ownerId, 'open', { limit: PAGE, ...(after && { after }) });
    count += page.items.filter(({ deadline }) => deadline <= now()).length;
    after = page.next;
  } while (after);
  return count;
}
