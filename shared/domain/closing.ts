import { keptForCopy } from './resident-request.ts';
import { retentionOf } from './retention.ts';
import type { Rules } from './settings.ts';
import type { Closing, Signal } from './signal.ts';
import { latest, plusElapsed } from './time.ts';

/** What remains to be done is over, and retention starts: by a person, or by what the registers say. */
export function closed(signal: Signal, rules: Rules, closing: Closing): Signal {
  const { step: _over, plan: _done, held: _decided, ...rest } = signal;
  return {
    ...rest,
    status: 'closed',
    closing,
    // Of a practice there is nothing to keep; a copy that was asked for is given first, however it ends.
    expiresAt: signal.practice
      ? closing.at
      : latest(plusElapsed(closing.at, retentionOf(rules, closing, signal.contact)), ...keptForCopy(signal)),
  };
}
