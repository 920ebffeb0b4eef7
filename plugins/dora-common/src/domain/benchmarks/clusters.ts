import type { BenchmarkMetric, BenchmarkRange, BenchmarkSet } from './types';

const HOUR = 3_600;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
const MONTH = 30 * DAY;
const HALF_YEAR = 182.5 * DAY;

const range = (low: number | null, high: number | null): BenchmarkRange => ({
  low,
  high,
});
const exactly = (value: number) => range(value, value);

const WITHIN_AN_HOUR = range(0, HOUR);
const WITHIN_A_DAY = range(0, DAY);
const DAY_TO_WEEK = range(DAY, WEEK);
const WEEK_TO_MONTH = range(WEEK, MONTH);
const MONTH_TO_HALF_YEAR = range(MONTH, HALF_YEAR);
const OVER_HALF_A_YEAR = range(HALF_YEAR, null);

/** Deployments a week. */
const ON_DEMAND = range(7, null);
const DAILY_TO_WEEKLY = range(1, 7);
const WEEKLY_TO_MONTHLY = range(WEEK / MONTH, 1);
const MONTHLY_TO_HALF_YEARLY = range(WEEK / HALF_YEAR, WEEK / MONTH);
const RARER = range(0, WEEK / HALF_YEAR);

const metrics = (
  deploymentFrequency: BenchmarkRange,
  leadTime: BenchmarkRange,
  changeFailRate: BenchmarkRange,
  recoveryTime: BenchmarkRange,
): Record<BenchmarkMetric, BenchmarkRange> => ({
  deploymentFrequency,
  leadTime,
  changeFailRate,
  recoveryTime,
});

/** Clusters of past reports, shown only where somebody asks for them. Later reports have none. */
export const BENCHMARK_SETS: readonly BenchmarkSet[] = [
  {
    id: 'dora-2021',
    year: 2021,
    source: 'Accelerate State of DevOps 2021',
    clusters: [
      {
        name: 'Elite',
        share: 0.26,
        metrics: metrics(
          ON_DEMAND,
          WITHIN_AN_HOUR,
          range(0, 0.15),
          WITHIN_AN_HOUR,
        ),
      },
      {
        name: 'High',
        share: null,
        metrics: metrics(
          WEEKLY_TO_MONTHLY,
          DAY_TO_WEEK,
          range(0.16, 0.3),
          WITHIN_A_DAY,
        ),
      },
      {
        name: 'Medium',
        share: null,
        metrics: metrics(
          MONTHLY_TO_HALF_YEARLY,
          MONTH_TO_HALF_YEAR,
          range(0.16, 0.3),
          DAY_TO_WEEK,
        ),
      },
      {
        name: 'Low',
        share: null,
        metrics: metrics(
          RARER,
          OVER_HALF_A_YEAR,
          range(0.16, 0.3),
          OVER_HALF_A_YEAR,
        ),
      },
    ],
  },
  {
    id: 'dora-2023',
    year: 2023,
    source: 'Accelerate State of DevOps 2023',
    clusters: [
      {
        name: 'Elite',
        share: null,
        metrics: metrics(
          ON_DEMAND,
          WITHIN_A_DAY,
          exactly(0.05),
          WITHIN_AN_HOUR,
        ),
      },
      {
        name: 'High',
        share: null,
        metrics: metrics(
          DAILY_TO_WEEKLY,
          DAY_TO_WEEK,
          exactly(0.1),
          WITHIN_A_DAY,
        ),
      },
      {
        name: 'Medium',
        share: null,
        metrics: metrics(
          WEEKLY_TO_MONTHLY,
          WEEK_TO_MONTH,
          exactly(0.15),
          DAY_TO_WEEK,
        ),
      },
      {
        name: 'Low',
        share: null,
        metrics: metrics(
          WEEKLY_TO_MONTHLY,
          WEEK_TO_MONTH,
          exactly(0.64),
          MONTH_TO_HALF_YEAR,
        ),
      },
    ],
  },
  {
    id: 'dora-2024',
    year: 2024,
    source: 'Accelerate State of DevOps 2024',
    clusters: [
      {
        name: 'Elite',
        share: 0.19,
        metrics: metrics(
          ON_DEMAND,
          WITHIN_A_DAY,
          exactly(0.05),
          WITHIN_AN_HOUR,
        ),
      },
      {
        name: 'High',
        share: 0.22,
        metrics: metrics(
          DAILY_TO_WEEKLY,
          DAY_TO_WEEK,
          exactly(0.2),
          WITHIN_A_DAY,
        ),
      },
      {
        name: 'Medium',
        share: 0.35,
        metrics: metrics(
          WEEKLY_TO_MONTHLY,
          WEEK_TO_MONTH,
          exactly(0.1),
          WITHIN_A_DAY,
        ),
      },
      {
        name: 'Low',
        share: 0.25,
        metrics: metrics(
          MONTHLY_TO_HALF_YEARLY,
          MONTH_TO_HALF_YEAR,
          exactly(0.4),
          WEEK_TO_MONTH,
        ),
      },
    ],
  },
];
