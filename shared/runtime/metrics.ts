import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';

const metrics = new Metrics();

/** One signal that our own purge missed. An alarm waits for it; without dimensions of its own, so it says nothing of anybody. */
export function countRemovedByTimeToLive(): void {
  metrics.addMetric('TtlRemovedSignal', MetricUnit.Count, 1);
  metrics.publishStoredMetrics();
}

/** One thing that the books cannot explain. Each kind has an alarm of its own. */
export function countDifference(kind: 'lost' | 'unrecorded' | 'returned'): void {
  metrics.addMetric(DIFFERENCES[kind], MetricUnit.Count, 1);
  metrics.publishStoredMetrics();
}

/** The names that the alarms wait for. */
const DIFFERENCES = { lost: 'SignalLost', unrecorded: 'SignalUnrecorded', returned: 'SignalReturned' } as const;
