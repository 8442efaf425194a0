import { liveAdvance } from '#shared/runtime/live-advance.ts';
import { faultName, log } from '#shared/runtime/log.ts';
import { countChangeFailed, countRemovedByTimeToLive } from '#shared/runtime/metrics.ts';
import { followChanges } from './follow-changes.ts';

const { advance } = liveAdvance();

/** The table's stream: what changed is advanced within a second or two. */
export const handler = followChanges({
  advance,
  onFault(signalId, fault) {
    log.error('SIGNAL_NOT_ADVANCED', { signalId, fault: faultName(fault) });
    countChangeFailed();
  },
  onRemovedByTimeToLive: (signalId) => {
    log.error('TTL_REMOVED_SIGNAL', { signalId });
    countRemovedByTimeToLive();
  },
});
