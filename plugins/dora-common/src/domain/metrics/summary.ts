import type {
  ConfidenceInterval,
  PartialReason,
} from '@waymark/metrics-common';
import type { Rate } from './rate';

/** `value`: a count for frequency, p50 seconds for durations, 0..1 for rates; null: nothing to say. */
export interface SummaryPoint {
  /** Local dates, half-open. */
  start: string;
  end: string;
  value: number | null;
  n: number;
  /** The period is not over, or the window cuts it. */
  partial: boolean;
  /** Which of the two; `running` where it is both. */
  partialReason: PartialReason | null;
}

/** Seconds. */
export interface StageSummary {
  p50: number | null;
  mean: number | null;
  n: number;
}

/** Durations in seconds, rates 0..1, null: nothing to say. */
export interface Summary {
  deploymentFrequency: {
    perWeek: number | null;
    medianDaysPerWeek: number | null;
    n: number;
    series: SummaryPoint[];
  };
  leadTime: {
    p50: number | null;
    p75: number | null;
    p90: number | null;
    /** 95 % interval of p50; null below six values. */
    interval: ConfidenceInterval | null;
    n: number;
    exact: boolean;
    stages: Record<'coding' | 'pickup' | 'review' | 'deploy', StageSummary>;
    series: SummaryPoint[];
  };
  changeFailRate: Rate & {
    failed: number;
    pending: number;
    series: SummaryPoint[];
  };
  recoveryTime: {
    p50: number | null;
    p90: number | null;
    interval: ConfidenceInterval | null;
    n: number;
    open: number;
    exact: boolean;
    series: SummaryPoint[];
  };
  reworkRate: Rate & { unplanned: number; series: SummaryPoint[] };
  deploymentJobs: { total: number; succeeded: number };
}
