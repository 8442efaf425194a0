import { localDay } from '#shared/domain/amsterdam.ts';
import { DESK, type PartnerId } from '#shared/domain/ids.ts';
import type { Settings } from '#shared/domain/settings.ts';
import type { DirectoryReader } from '#shared/ports/directory-store.ts';
import type { LateCount, MailWriter } from '#shared/ports/mail-writer.ts';
import type { Mailer } from '#shared/ports/mailer.ts';
import type { SignalStore } from '#shared/ports/signal-store.ts';
import { type OncePerDeps, oncePer } from './once-per.ts';

export type SendDigestDeps = OncePerDeps & {
  readonly signals: Pick<SignalStore, 'listByOwner'>;
  readonly directory: Pick<DirectoryReader, 'partners'>;
  readonly mailer: Mailer;
  readonly write: Pick<MailWriter, 'digest'>;
  readonly settings: Settings;
};

const PAGE = 100;
const KEY_SECONDS = 3 * 86_400;

/**
 * Once a day, what is late, to the coordinators: after the escalation at a deadline this is all they hear of it. Nothing when nothing is late.
 * One mailbox does not keep the digest from the other. Throws when one could not be reached: it is tried again the same day, that one alone.
 */
export async function sendDigest(deps: SendDigestDeps): Promise<void> {
  const late = await lateCounts(deps);
  if (late.length === 0) return;
  const day = localDay(deps.now());
  const mail = await deps.write.digest(late);
  const faults: unknown[] = [];
  for (const [index, to] of deps.settings.coordinator.mailboxes.entries()) {
    const key = `digest-${day}-${index + 1}`;
    await oncePer(deps, key, KEY_SECONDS, () => deps.mailer.send({ ...mail, to })).catch((fault: unknown) => {
      faults.push(fault);
    });
  }
  if (faults.length > 0) throw faults[0];
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
    count += page.items.filter(({ deadline, practice }) => deadline <= now() && !practice).length;
    after = page.next;
  } while (after);
  return count;
}
