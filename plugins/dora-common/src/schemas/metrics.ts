import {
  confidenceIntervalSchema,
  partialReasonSchema,
} from '@waymark/metrics-common';
import { z } from 'zod';
import { entityRefSchema, instantSchema, localDateSchema } from './common';

const seconds = z.number().nonnegative().nullable();
const rate = z.number().min(0).max(1).nullable();
const count = z.number().int().nonnegative();

/** `value`: a count for frequency, p50 seconds for durations, 0..1 for rates; null: nothing to say. */
export const seriesPointSchema = z.object({
  start: localDateSchema,
  end: localDateSchema,
  value: z.number().nullable(),
  n: count,
  /** The period is not over, or the window cuts it. */
  partial: z.boolean(),
  /** Which of the two; `running` where it is both. */
  partialReason: partialReasonSchema.nullable().optional(),
});
const series = z.array(seriesPointSchema);

const durationSchema = z.object({
  p50: seconds,
  p90: seconds,
  n: count,
  /** 95 % interval of p50 from its ranks; null below six values. */
  interval: confidenceIntervalSchema.nullable().optional(),
});
export const stageSchema = z.object({ p50: seconds, mean: seconds, n: count });
const rateSchema = z.object({
  value: rate,
  /** Wilson 95 % interval. */
  low: rate,
  high: rate,
  total: count,
});

export const metricsSchema = z.object({
  scope: entityRefSchema.nullable(),
  from: localDateSchema,
  to: localDateSchema,
  timezone: z.string(),
  deploymentFrequency: z.object({
    perWeek: z.number().nonnegative().nullable(),
    /** Over full ISO weeks of the window. */
    medianDaysPerWeek: z.number().nonnegative().nullable(),
    n: count,
    series,
  }),
  leadTime: durationSchema.extend({
    p75: seconds,
    /** From raw samples; otherwise from histograms with an error of at most 2 %. */
    exact: z.boolean(),
    stages: z.object({
      coding: stageSchema,
      pickup: stageSchema,
      review: stageSchema,
      deploy: stageSchema,
    }),
    series,
  }),
  changeFailRate: rateSchema.extend({
    failed: count,
    /** Younger than the grace period and not failed: not yet in the denominator. */
    pending: count,
    series,
  }),
  recoveryTime: durationSchema.extend({
    /** Failed deployments that nobody has repaired yet. */
    open: count,
    exact: z.boolean(),
    series,
  }),
  reworkRate: rateSchema.extend({ unplanned: count, series }),
  /** Deployment jobs that ended in production, whatever their result; not a DORA metric. */
  deploymentJobs: z.object({ total: count, succeeded: count }),
  unlinkedIncidents: count,
  freshness: z.object({
    /** Events up to here are in the figures. */
    computedAt: instantSchema,
    lastEventAt: instantSchema.nullable(),
    /** Events that wait to be taken in. */
    pendingEvents: count,
    /** The latest time of the history among them: figures up to then are not complete; null: none of it waits. */
    pendingUntil: instantSchema.nullable(),
  }),
});
export type DoraMetrics = z.output<typeof metricsSchema>;
export type SeriesPoint = z.output<typeof seriesPointSchema>;

export const durationMetricSchema = z.enum([
  'leadTime',
  'coding',
  'pickup',
  'review',
  'deploy',
  'recoveryTime',
]);

export const distributionSchema = z.object({
  metric: durationMetricSchema,
  n: count,
  p50: seconds,
  p75: seconds,
  p90: seconds,
  /** Half open, in seconds, on a logarithmic scale, without gaps. */
  buckets: z.array(
    z.object({ from: z.number(), to: z.number(), count: count }),
  ),
});

/** Delivery health of one service, for catalog pages. */
export const healthSchema = z.object({
  service: entityRefSchema,
  lastDeployment: z
    .object({
      id: z.string(),
      finishedAt: instantSchema,
      version: z.string().nullable(),
      failed: z.boolean(),
    })
    .nullable(),
  openIncidents: count,
  /** Last 90 days. */
  changeFailRate: rateSchema.extend({ failed: count }),
  deploymentsLast28Days: count,
});
