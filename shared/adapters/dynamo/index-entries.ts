import { isInDanger } from '#shared/domain/danger.ts';
import type { SignalId } from '#shared/domain/ids.ts';
import { troubledMailboxes } from '#shared/domain/mail-trouble.ts';
import type { Signal } from '#shared/domain/signal.ts';
import { type EpochSeconds, plusElapsed } from '#shared/domain/time.ts';
import { backupListKey, dueShardOf, MAIL_TROUBLE, ownerListKey } from './keys.ts';

/** Later than any deadline until the year 2286: takes the urgent ones before all others in the order of a list, and those in danger before these. */
const SOONER = 10_000_000_000;

/** The time-to-live service deletes within days of `ttl`. A week later than the sweep should have: a second net, never the first to act. */
const SECOND_NET_SECONDS = 7 * 86_400;

/** How the sweep finds an erasure record when its day has come: the same way as a signal. */
export const dueEntryOf = (id: SignalId, removeAt: EpochSeconds) => ({
  dueShard: dueShardOf(id),
  nextAt: removeAt,
  ttl: plusElapsed(removeAt, SECOND_NET_SECONDS),
});

/** What the indexes of Signals hold of one signal: moments, ids of the directory, nothing personal. `nextAt` is the signal's own. */
export function indexEntriesOf(signal: Signal) {
  const { id, assignment, status, expiresAt } = signal;
  const deadline = deadlineOf(signal);
  const open = status !== 'closed';
  return {
    dueShard: dueShardOf(id),
    ...(assignment && {
      ownerList: ownerListKey(assignment.ownerId, open ? 'open' : 'closed'),
      ownerId: assignment.ownerId,
      listOrder: deadline - SOONER * rankOf(signal),
      deadline,
    }),
    ...(assignment?.neighbourhoodId && { neighbourhoodId: assignment.neighbourhoodId }),
    ...(assignment?.backup && open && { backupList: backupListKey(assignment.backup.partnerId) }),
    ...(assignment && open && troubledMailboxes(signal).length > 0 && { mailTrouble: MAIL_TROUBLE }),
    ...(expiresAt !== undefined && { ttl: plusElapsed(expiresAt, SECOND_NET_SECONDS) }),
  };
}

/** How many times it goes before. Danger also when it is closed: nobody said yet that it is handled. */
const rankOf = (signal: Signal): number =>
  isInDanger(signal) ? 2 : signal.status !== 'closed' && signal.report.sooner ? 1 : 0;

const deadlineOf = ({ step, expiresAt, nextAt }: Signal): EpochSeconds => step?.before ?? expiresAt ?? nextAt;
