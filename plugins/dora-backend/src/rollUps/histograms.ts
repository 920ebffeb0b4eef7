import { LogHistogram } from '@waymark/plugin-dora-common';
import type { Duration, Tally } from './Tally';

/** The histogram of a duration in a tally. */
export function histogramOf(
  { counters, histograms }: Pick<Tally, 'counters' | 'histograms'>,
  duration: Duration,
): LogHistogram {
  const entries = Object.entries(histograms[duration] ?? {});
  return LogHistogram.fromSparse({
    buckets: entries.map(([bucket]) => Number(bucket)),
    counts: entries.map(([, count]) => count),
    sumMs: counters[`${duration}Ms`] ?? 0,
  });
}
