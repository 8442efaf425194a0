import { randomUUID } from 'node:crypto';
import { drive, lostAmong, type Phase, percentile, type Target, untoldAmong } from './drive.ts';
import type { LoadOptions } from './options.ts';

/** "Within minutes", also at the busiest hour: as long as after an outage of the mail. Seconds. */
const TOLD_WITHIN = 300;

/** Loads, looks, and says what came of it. `broken`: a sentence for each promise that was not kept. */
export async function keepsPromises(
  target: Target,
  { minutes, rate, burst }: Pick<LoadOptions, 'minutes' | 'rate' | 'burst'>,
  say: (line: string) => void,
  { toldWithin = TOLD_WITHIN, every = 5 } = {},
): Promise<readonly string[]> {
  const newKey = () => randomUUID();
  const steady = await drive(target, {
    name: 'steady',
    count: Math.round(minutes * 60 * rate),
    perSecond: rate,
    newKey,
  });
  say(lineOf(steady));
  const together = await drive(target, { name: 'burst', count: burst, perSecond: Math.max(1, burst), newKey });
  say(lineOf(together));

  const phases = [steady, together];
  const numbers = phases.flatMap(({ accepted }) => accepted);
  const { untold, seconds } = await untoldAmong(target, numbers, { seconds: toldWithin, every });
  say(
    `${numbers.length - untold.length} of ${numbers.length} owners written to, ${seconds.toFixed(0)} s after the last answer`,
  );
  const lost = await lostAmong(target, numbers);
  say(`${numbers.length - lost.length} of ${numbers.length} numbers known to who asks after them`);

  const failed = phases.flatMap((phase) => [...phase.failed]);
  const twice = numbers.length - new Set(numbers).size;
  return [
    ...failed.map(([status, count]) => `${count} forms got ${status === 0 ? 'no answer' : status} and no number`),
    ...(twice > 0 ? [`${twice} forms share the number of another`] : []),
    ...(lost.length > 0 ? [`${lost.length} signals are lost`] : []),
    ...(untold.length > 0 ? [`of ${untold.length} signals no owner knows after ${toldWithin} s`] : []),
  ];
}

function lineOf({ name, sent, accepted, sentAgain, took, seconds }: Phase): string {
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((part) => percentile(took, part).toFixed(1));
  const pace = seconds > 0 ? (accepted.length / seconds).toFixed(1) : '0';
  return (
    `${name.padEnd(7)}${sent} sent, ${accepted.length} accepted in ${seconds.toFixed(1)} s (${pace} a second), ` +
    `${sentAgain} sent again · p50 ${p50} ms, p95 ${p95} ms, p99 ${p99} ms`
  );
}
