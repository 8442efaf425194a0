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
  readonly access: Pick<AccessStore, 'lease' | 'spend'>;
  readonly mailer: Mailer;
  readonly write: Pick<MailWriter, 'digest'>;
  readonly settings: Settings;
  readonly now: () => EpochSeconds;
};

const PAGE = 100;
const KEY_SECONDS = 3 * 86_400;
/** No longer than it takes until a run that failed is tried again, and longer than a run can last. */
const LEASE_SECONDS = 60;

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
    if (!(await deps.access.lease(key, deps.now(), plusElapsed(deps.now(), LEASE_SECONDS)))) continue;
    try {
      await deps.mailer.send({ ...mail, to });
    } catch (fault) {
      faults.push(fault);
      continue;
    }
    await deps.access.spend(key, plusElapsed(deps.now(), KEY_SECONDS));
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
