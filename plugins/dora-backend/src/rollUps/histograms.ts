import { LogHistogram } from '@waymark/plugin-dora-common';
import type { Duration, Tally } from './Tally';

/** The histogram of a duration in a tally. */
export function histogramOf(tally: Tally, duration: Duration): LogHistogram {
  const entries = tally.bucketsOf(duration);
  return LogHistogram.fromSparse({
    buckets: entries.map(([bucket]) => bucket),
    counts: entries.map(([, count]) => count),
    sumMs: tally.counters[`${duration}Ms`] ?? 0,
  });
}
