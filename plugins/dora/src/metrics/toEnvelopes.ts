import {
  isTooFew,
  wilsonInterval,
  type MetricDefinition,
  type MetricEnvelope,
  type MetricUnit,
} from '@waymark/metrics-common';
import type { DoraMetrics } from '@waymark/plugin-dora-common';

export const METRICS = [
  'deploymentFrequency',
  'leadTime',
  'changeFailRate',
  'recoveryTime',
  'reworkRate',
] as const;
export type MetricName = (typeof METRICS)[number];

/** Which way each gets better. More deployments are not better by themselves. */
export const DIRECTIONS = {
  deploymentFrequency: 'neutral',
  leadTime: 'lower',
  changeFailRate: 'lower',
  recoveryTime: 'lower',
  reworkRate: 'lower',
} as const satisfies Record<MetricName, string>;

export const UNITS: Readonly<Record<MetricName, MetricUnit>> = {
  deploymentFrequency: 'perWeek',
  leadTime: 'seconds',
  changeFailRate: 'rate',
  recoveryTime: 'seconds',
  reworkRate: 'rate',
};

interface Figure {
  value: number | null;
  n: number;
  denominator: number | null;
  interval: { low: number; high: number } | null;
}

const intervalOf = (low: number | null, high: number | null) =>
  low === null || high === null ? null : { low, high };

/** How each figure is taken out of the answer of the API. */
const FIGURES: Readonly<Record<MetricName, (m: DoraMetrics) => Figure>> = {
  deploymentFrequency: ({ deploymentFrequency: { perWeek, n } }) => ({
    value: perWeek,
    n,
    denominator: null,
    interval: null,
  }),
  leadTime: ({ leadTime: { p50, n, interval } }) => ({
    value: p50,
    n,
    denominator: null,
    interval: interval ?? null,
  }),
  changeFailRate: ({ changeFailRate: { value, low, high, total } }) => ({
    value,
    n: total,
    denominator: total,
    interval: intervalOf(low, high),
  }),
  recoveryTime: ({ recoveryTime: { p50, n, interval } }) => ({
    value: p50,
    n,
    denominator: null,
    interval: interval ?? null,
  }),
  reworkRate: ({ reworkRate: { value, low, high, total } }) => ({
    value,
    n: total,
    denominator: total,
    interval: intervalOf(low, high),
  }),
};

/** What may be compared with anything: the value, unless it rests on too few. */
export function judgeableValue(name: MetricName, metrics: DoraMetrics) {
  const { value, n } = FIGURES[name](metrics);
  return isTooFew(n) ? null : value;
}

const isRate = (name: MetricName) => UNITS[name] === 'rate';

/** Periods of a rate carry the interval that their own sample allows. */
function seriesOf(name: MetricName, metrics: DoraMetrics) {
  return metrics[name].series.map(point => {
    const interval =
      isRate(name) && point.value !== null && point.n > 0
        ? wilsonInterval(Math.round(point.value * point.n), point.n)
        : null;
    return interval ? { ...point, ...interval } : point;
  });
}

/** One metric as the cards and charts take it. */
export function toEnvelope(
  name: MetricName,
  metrics: DoraMetrics,
  {
    title,
    definition,
    previous,
  }: {
    title: string;
    definition: MetricDefinition;
    previous?: DoraMetrics;
  },
): MetricEnvelope {
  const { from, to, timezone, freshness } = metrics;
  const before = previous && FIGURES[name](previous);
  return {
    name: title,
    unit: UNITS[name],
    ...FIGURES[name](metrics),
    window: { from, to, timezone },
    freshness: freshness.computedAt,
    suppressed: null,
    definition,
    previous: before ?? null,
    series: seriesOf(name, metrics),
  };
}
