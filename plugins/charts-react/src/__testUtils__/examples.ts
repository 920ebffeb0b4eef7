import type { MetricEnvelope } from '@waymark/metrics-common';
import type { ChartData } from '../data/chartData';

export const DAY_S = 86_400;

export const exampleWindow = {
  from: '2026-03-02',
  to: '2026-03-30',
  timezone: 'Europe/Berlin',
};

export const leadTime: MetricEnvelope = {
  name: 'Lead time for changes',
  value: 2.4 * DAY_S,
  unit: 'seconds',
  n: 42,
  denominator: null,
  interval: { low: 1.9 * DAY_S, high: 2.8 * DAY_S },
  window: exampleWindow,
  freshness: '2026-03-29T07:12:00Z',
  suppressed: null,
  definition: {
    text: 'Median time until a change runs.',
    formula: 'p50(finished - first commit)',
    source: 'DORA 2025',
    doesNotTell: 'Whether the change was worth making.',
  },
  previous: {
    value: 3.2 * DAY_S,
    n: 40,
    interval: { low: 2.9 * DAY_S, high: 3.6 * DAY_S },
  },
};

/** Four weeks: the second without a deployment, the last not over. */
export const weekly: ChartData = {
  rowLabel: 'Week',
  series: [
    { id: 'now', label: 'This window' },
    { id: 'before', label: 'Window before', tone: 'comparison' },
  ],
  rows: [
    ['2026-03-02', '2 Mar', 3, 12],
    ['2026-03-09', '9 Mar', null, 0],
    ['2026-03-16', '16 Mar', 2, 9],
    ['2026-03-23', '23 Mar', 1.5, 4],
  ].map(([id, label, value, n], index) => ({
    id: String(id),
    label: String(label),
    title: `Week of ${label} 2026`,
    partial: index === 3,
    href: `/deployments?from=${id}`,
    cells: {
      now: {
        value: value === null ? null : Number(value) * DAY_S,
        n: Number(n),
      },
      before: { value: 4 * DAY_S, n: 8, title: 'Week of 2 Feb 2026' },
    },
  })),
};
