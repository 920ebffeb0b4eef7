import type { ChartData } from '../../src';

const cells = (values: Record<string, number | null>) =>
  Object.fromEntries(
    Object.entries(values).map(([id, value]) => [id, { value }]),
  );

const HOUR_S = 3600;

/** Where the time goes, by week. */
export const stages: ChartData = {
  rowLabel: 'Week',
  series: [
    { id: 'coding', label: 'Coding' },
    { id: 'pickup', label: 'Waiting for review' },
    { id: 'review', label: 'Review' },
    { id: 'deploy', label: 'Waiting for deployment' },
  ],
  rows: [
    ['2 Feb', 18, 22, 9, 14],
    ['9 Feb', 21, 19, 8, 12],
    ['16 Feb', 16, 25, 11, 9],
    ['23 Feb', 19, 15, 7, 11],
    ['2 Mar', 17, 13, 8, 8],
    ['9 Mar', 20, 11, 6, 9],
    ['16 Mar', 15, 12, 7, 6],
    ['23 Mar', 14, 9, 6, 7],
    ['30 Mar', 6, 4, 3, 2],
  ].map(([label, coding, pickup, review, deploy], index) => ({
    id: String(label),
    label: String(label),
    title: `Week of ${label} 2026`,
    partial: index === 8,
    cells: cells({
      coding: Number(coding) * HOUR_S,
      pickup: Number(pickup) * HOUR_S,
      review: Number(review) * HOUR_S,
      deploy: Number(deploy) * HOUR_S,
    }),
  })),
};

const DIMENSIONS = [
  ['Investment', 2, 3, 2],
  ['Adoption', 3, 4, 2],
  ['Interfaces', 2, 3, 1],
  ['Operations', 3, 3, 3],
  ['Measurement', null, 3, 1],
  ['Developer experience', 4, 4, 3],
] as const;

export const profile: ChartData = {
  rowLabel: 'Dimension',
  series: [
    { id: 'current', label: 'Current' },
    { id: 'target', label: 'Target', tone: 'target' },
    { id: 'previous', label: 'Six months ago', tone: 'comparison' },
  ],
  rows: DIMENSIONS.map(([label, current, target, previous]) => ({
    id: label,
    label,
    title: label,
    cells: cells({ current, target, previous }),
  })),
};

export const answers = [
  {
    id: 'deploy',
    label: 'How do you deploy?',
    values: [2, 2, 3, 3, 3, 3, 3, 4],
    median: 3,
  },
  {
    id: 'docs',
    label: 'How do you find documentation?',
    values: [0, 1, 1, 3, 4, 4, 5, 5],
    median: 3.5,
  },
  {
    id: 'oncall',
    label: 'Who is called at night?',
    values: [4, 4, 4, 4, 4, 4, 4, 5],
    median: 4,
  },
];

export const leadTimes = [
  [0, 1, 8],
  [1, 4, 14],
  [4, 8, 21],
  [8, 24, 38],
  [24, 48, 29],
  [48, 96, 17],
  [96, 168, 11],
  [168, 336, 4],
].map(([from, to, count]) => ({
  from: from * HOUR_S,
  to: to * HOUR_S,
  count,
}));

export const percentiles = [
  { id: 'p50', label: 'p50', value: 18 * HOUR_S },
  { id: 'p75', label: 'p75', value: 41 * HOUR_S },
  { id: 'p90', label: 'p90', value: 110 * HOUR_S },
];
