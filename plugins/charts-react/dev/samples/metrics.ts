import {
  addDays,
  wilsonInterval,
  type MetricEnvelope,
  type MetricWindow,
  type SeriesPoint,
} from '@waymark/metrics-common';
import { sequence } from './random';

const DAY_S = 86_400;

export const sampleWindow: MetricWindow = {
  from: '2026-01-05',
  to: '2026-03-31',
  timezone: 'Europe/Berlin',
};

/** Twelve weeks and a begun one; the fourth has no value, the seventh none either. */
export function weeks(
  valueOf: (week: number, random: () => number) => number,
  options: { seed?: number; spread?: number; gaps?: number[] } = {},
): SeriesPoint[] {
  const { seed = 7, spread = 0, gaps = [] } = options;
  const random = sequence(seed);
  return Array.from({ length: 13 }, (_, week) => {
    const value = valueOf(week, random);
    const n = Math.round(6 + random() * 14);
    const isGap = gaps.includes(week);
    const point = {
      start: addDays(sampleWindow.from, week * 7),
      end: addDays(sampleWindow.from, week * 7 + 7),
      value: isGap ? null : value,
      n: isGap ? 0 : n,
      partial: week === 12,
    };
    return spread > 0 && !isGap
      ? { ...point, low: value * (1 - spread), high: value * (1 + spread) }
      : point;
  });
}

export const leadTimeSeries = weeks(
  (week, random) => (3.4 - week * 0.11 + random() * 0.9) * DAY_S,
  { seed: 3, spread: 0.22, gaps: [4] },
);

const definition = {
  text: 'Median time from the first commit of a change until it runs in production.',
  formula: 'p50(deployment finished - first commit)',
  source: 'DORA, 2025 State of AI-assisted Software Development',
  doesNotTell:
    'Whether the change was worth making, or how long it waited before anyone began.',
};

const base: MetricEnvelope = {
  name: 'Lead time for changes',
  value: 2.4 * DAY_S,
  unit: 'seconds',
  n: 142,
  denominator: null,
  interval: { low: 1.9 * DAY_S, high: 2.8 * DAY_S },
  window: sampleWindow,
  freshness: '2026-03-30T07:12:00Z',
  suppressed: null,
  definition,
  previous: {
    value: 3.2 * DAY_S,
    n: 131,
    interval: { low: 2.9 * DAY_S, high: 3.6 * DAY_S },
  },
  series: leadTimeSeries,
};

export const samples = {
  leadTime: base,
  frequency: {
    ...base,
    name: 'Deployment frequency',
    value: 11.8,
    unit: 'perWeek',
    n: 144,
    interval: null,
    target: 10,
    previous: { value: 9.4, n: 113 },
    series: weeks((week, random) => 8 + week * 0.3 + random() * 3, {
      seed: 19,
    }),
  },
  failRate: {
    ...base,
    name: 'Change fail rate',
    value: 18 / 144,
    unit: 'rate',
    n: 144,
    denominator: 144,
    interval: wilsonInterval(18, 144),
    target: 0.1,
    previous: { value: 14 / 113, n: 113, interval: wilsonInterval(14, 113) },
    series: weeks((_, random) => 0.06 + random() * 0.12, { seed: 11 }),
  },
  recovery: {
    ...base,
    name: 'Recovery time',
    value: 5.6 * 3600,
    n: 17,
    interval: { low: 4.4 * 3600, high: 7.9 * 3600 },
    previous: {
      value: 2.9 * 3600,
      n: 14,
      interval: { low: 2.1 * 3600, high: 4.1 * 3600 },
    },
    series: weeks((week, random) => (3 + week * 0.2 + random() * 3) * 3600, {
      seed: 5,
      gaps: [2, 3, 8],
    }),
  },
  rework: {
    ...base,
    name: 'Rework rate',
    value: 0.25,
    unit: 'rate',
    n: 4,
    denominator: 4,
    interval: wilsonInterval(1, 4),
    previous: null,
    series: undefined,
  },
  favourable: {
    ...base,
    name: 'Would recommend the platform',
    value: null,
    unit: 'rate',
    n: null,
    interval: null,
    suppressed: { reason: 'fewer than 5 people', k: 5 },
    previous: null,
    series: undefined,
  },
  nothing: {
    ...base,
    name: 'Time to first deployment',
    value: null,
    n: 0,
    interval: null,
    freshness: null,
    previous: null,
    series: undefined,
  },
  coverage: {
    ...base,
    name: 'Services on a golden path',
    value: 0.64,
    unit: 'rate',
    n: 212,
    denominator: 212,
    interval: wilsonInterval(136, 212),
    previous: { value: 0.64, n: 207 },
    series: undefined,
  },
} satisfies Record<string, MetricEnvelope>;
