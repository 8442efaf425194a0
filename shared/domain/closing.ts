import { keptForCopy } from './resident-request.ts';
import { retentionOf } from './retention.ts';
import type { Rules } from './settings.ts';
import type { Closing, Signal } from './signal.ts';
import { type EpochSeconds, latest, plusElapsed } from './time.ts';

/** When what was closed goes. Of a practice there is nothing to keep; a copy that was asked for is given first, however it ends. */
export const endOfClosed = (signal: Signal, rules: Rules, closing: Closing): EpochSeconds =>
  signal.practice
    ? closing.at
    : latest(plusElapsed(closing.at, retentionOf(rules, closing, signal.contact)), ...keptForCopy(signal));

/** What remains to be done is over, and retention starts: by a person, or by what the registers say. */
export function closed(signal: Signal, rules: Rules, closing: Closing): Signal {
  const { step: _over, plan: _done, held: _decided, keptUntil: _ends, ...rest } = signal;
  return { ...rest, status: 'closed', closing, expiresAt: endOfClosed(signal, rules, closing) };
}
