import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import type { Difference } from '#shared/usecases/balance-books.ts';

const metrics = new Metrics();

/** The names that alarms wait for, each under the function that counts it and with no other dimension: it says nothing of anybody. */
export const METRICS = {
  /** A signal that our own purge missed. */
  removedByTimeToLive: 'TtlRemovedSignal',
  /** A mail that the mail service did not take; tried again. */
  mailNotHandedOver: 'MailNotHandedOver',
  /** A sweep that got to its end. Its alarm rings when there is none. */
  swept: 'Swept',
  /** A signal that failed in a sweep. */
  sweepFailed: 'SweepFailed',
  /** A signal that failed in a batch of the stream. */
  changeFailed: 'ChangeFailed',
} as const;

/** What the books cannot explain. Each kind has an alarm of its own. */
export const DIFFERENCES: Readonly<Record<Difference['kind'], string>> = {
  lost: 'SignalLost',
  'gone-early': 'SignalGoneEarly',
  unrecorded: 'SignalUnrecorded',
  returned: 'SignalReturned',
  'facts-lost': 'FactsLost',
};

export const countRemovedByTimeToLive = (): void => count(METRICS.removedByTimeToLive);
export const countMailNotHandedOver = (): void => count(METRICS.mailNotHandedOver);
export const countChangeFailed = (): void => count(METRICS.changeFailed);
export const countDifference = (kind: Difference['kind']): void => count(DIFFERENCES[kind]);

/** Every minute, so a number that is nought is left out: it costs as much as any other. */
export function countSweep({ failed }: { readonly failed: number }): void {
  if (failed > 0) metrics.addMetric(METRICS.sweepFailed, MetricUnit.Count, failed);
  count(METRICS.swept);
}

function count(name: string): void {
  metrics.addMetric(name, MetricUnit.Count, 1);
  metrics.publishStoredMetrics();
}
