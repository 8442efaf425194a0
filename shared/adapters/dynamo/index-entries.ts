import { plannedVisit } from '#shared/domain/access.ts';
import type { SignalId } from '#shared/domain/ids.ts';
import { openRequests } from '#shared/domain/resident-request.ts';
import type { Assignment, Signal } from '#shared/domain/signal.ts';
import { type EpochSeconds, plusElapsed } from '#shared/domain/time.ts';
import { deadlineOf, rankOf, urgencyOf } from '#shared/domain/work-filter.ts';
import {
  areaListKey,
  attentionKey,
  backupListKey,
  MAIL_TROUBLE,
  ownerListKey,
  REQUESTS,
  shardOf,
  townListKey,
  visitorKey,
} from './keys.ts';
import { hasMailTrouble, kindOf, townKindOf } from './kinds.ts';
import { FIRST } from './list-order.ts';

/** The time-to-live service deletes within days of `ttl`. A week later than the sweep should have: a second net, never the first to act. */
const SECOND_NET_SECONDS = 7 * 86_400;

/** How the sweep finds an erasure record when its day has come: the same way as a signal. */
export const dueEntryOf = (id: SignalId, removeAt: EpochSeconds) => ({
  dueShard: shardOf(id),
  nextAt: removeAt,
  ttl: plusElapsed(removeAt, SECOND_NET_SECONDS),
});

/**
 * What the indexes of Signals hold of one signal: moments, ids of the directory, nothing personal. Computed here from the whole state at
 * every write, and nowhere else, so that a signal lies in exactly the lists that it fits. `nextAt` is the signal's own.
 */
export function indexEntriesOf(signal: Signal) {
  const { id, assignment, expiresAt, endsAt = expiresAt } = signal;
  return {
    dueShard: shardOf(id),
    ...(assignment && listEntriesOf(signal, assignment)),
    ...(endsAt !== undefined && { ttl: plusElapsed(endsAt, SECOND_NET_SECONDS) }),
  };
}

function listEntriesOf(signal: Signal, { ownerId, neighbourhoodId, backup }: Assignment) {
  const kind = kindOf(signal);
  const open = kind !== 'closed';
  const visit = plannedVisit(signal);
  return {
    ownerList: ownerListKey(ownerId, open ? 'open' : 'closed'),
    ownerId,
    listOrder: urgencyOf(signal) - FIRST * rankOf(signal),
    deadline: deadlineOf(signal),
    ...(neighbourhoodId && { neighbourhoodId }),
    ...(open && kind !== 'open' && { attention: attentionKey(ownerId, kind) }),
    ...(hasMailTrouble(kind) && { mailTrouble: MAIL_TROUBLE }),
    ...(visit && { visitorId: visitorKey(visit.memberId), visitAt: visit.at }),
    // Who practises is on nobody's list but their own.
    ...(!signal.practice && {
      townList: townListKey(townKindOf(signal), shardOf(signal.id)),
      ...(neighbourhoodId && { areaList: areaListKey(neighbourhoodId, kind) }),
      ...(open && backup && { backupList: backupListKey(backup.partnerId) }),
      ...requestEntryOf(signal),
    }),
  };
}

/** The law asks for an answer whether the signal is closed or not. */
function requestEntryOf(signal: Signal) {
  const ends = openRequests(signal).map(({ before }) => before);
  return ends.length > 0 && { requestList: REQUESTS, answerBefore: Math.min(...ends) };
}
