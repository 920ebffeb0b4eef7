import { useMemo } from 'react';
import { AreaChart, BarChart, LineChart, useTimeData } from '../../src';
import { leadTimeSeries, sampleWindow, weeks } from '../samples/metrics';

const DAY_S = 86_400;

const hrefOf = ({ start }: { start: string }) => `/sample?from=${start}`;

export function LineSection() {
  const series = useMemo(
    () => [
      { id: 'now', label: 'This window', points: leadTimeSeries },
      {
        id: 'before',
        label: 'Window before',
        tone: 'comparison' as const,
        points: weeks((_, random) => (3.1 + random() * 0.9) * DAY_S, {
          seed: 17,
        }).map(point => ({
          ...point,
          start: point.start.replace('2026-', '2025-'),
          partial: false,
        })),
      },
    ],
    [],
  );
  return (
    <LineChart
      title="Lead time for changes"
      description="Median by week of the deployment. A gap is a week without a deployment."
      unit="seconds"
      window={sampleWindow}
      n={142}
      target={2 * DAY_S}
      data={useTimeData(series, { interval: 'week', hrefOf })}
    />
  );
}

export function ManyLinesSection() {
  const series = useMemo(
    () =>
      ['Web', 'Mobile', 'Batch', 'Data'].map((label, index) => ({
        id: label,
        label,
        points: weeks((_, random) => 0.3 + index * 0.14 + random() * 0.12, {
          seed: index + 30,
        }),
      })),
    [],
  );
  return (
    <LineChart
      title="Services on a golden path"
      unit="rate"
      window={sampleWindow}
      n={212}
      data={useTimeData(series, { interval: 'week' })}
    />
  );
}

export function AreaSection() {
  const series = useMemo(
    () => [
      {
        id: 'people',
        label: 'Active developers',
        points: weeks(
          (week, random) => Math.round(96 + week * 7 + random() * 30),
          {
            seed: 9,
          },
        ),
      },
    ],
    [],
  );
  return (
    <AreaChart
      title="Active developers"
      unit="count"
      window={sampleWindow}
      n={231}
      data={useTimeData(series, { interval: 'week' })}
    />
  );
}

export function BarSection() {
  const series = useMemo(
    () => [
      {
        id: 'deployments',
        label: 'Deployments',
        points: weeks(
          (week, random) => Math.round(5 + week * 0.4 + random() * 9),
          {
            seed: 4,
            gaps: [6],
          },
        ),
      },
    ],
    [],
  );
  return (
    <BarChart
      title="Deployments"
      unit="count"
      window={sampleWindow}
      n={144}
      data={useTimeData(series, { interval: 'week', hrefOf })}
    />
  );
}
