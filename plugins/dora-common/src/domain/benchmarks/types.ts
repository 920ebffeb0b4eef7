export type BenchmarkMetric =
  | 'leadTime'
  | 'deploymentFrequency'
  | 'changeFailRate'
  | 'recoveryTime';

/**
 * What respondents of a group answered. Seconds for durations, deployments a
 * week for frequency, 0..1 for rates; half-open, null: without an end. A single
 * value has `low` equal to `high`.
 */
export interface BenchmarkRange {
  low: number | null;
  high: number | null;
}

export interface BenchmarkCluster {
  name: 'Elite' | 'High' | 'Medium' | 'Low';
  /** Of the respondents, 0..1; null: no primary text at hand. */
  share: number | null;
  metrics: Record<BenchmarkMetric, BenchmarkRange>;
}

/**
 * Clusters that one year's answers fell into. They are not thresholds: they
 * overlap, leave gaps, and are not in the same order for every metric, so a
 * team must not be given the name of one.
 */
export interface BenchmarkSet {
  id: string;
  year: number;
  source: string;
  clusters: readonly BenchmarkCluster[];
}
