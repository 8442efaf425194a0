import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';

const metrics = new Metrics();

/** One signal that our own purge missed. An alarm waits for it; without dimensions of its own, so it says nothing of anybody. */
export function countRemovedByTimeToLive(): void {
  metrics.addMetric('TtlRemovedSignal', MetricUnit.Count, 1);
  metrics.publishStoredMetrics();
}
