import type { HeatRow, TeamRow } from '../../src';
import { weeks } from './metrics';
import { sequence } from './random';

const NAMES = [
  'Accounts',
  'Basket',
  'Catalogue search and browse',
  'Delivery',
  'Identity',
  'Payments',
  'Returns',
  'Warehouse',
];

const DAY_S = 86_400;

export const columns = [
  { id: 'leadTime', label: 'Lead time', unit: 'seconds' as const },
  { id: 'frequency', label: 'Deployments', unit: 'perWeek' as const },
  { id: 'failRate', label: 'Fail rate', unit: 'rate' as const },
  { id: 'recommend', label: 'Recommends', unit: 'rate' as const },
];

export const teams: TeamRow[] = NAMES.map((name, index) => {
  const random = sequence(index + 40);
  const leadTime = (0.6 + random() * 5) * DAY_S;
  const frequency = 1 + random() * 14;
  const sizes = { deployments: Math.round(frequency * 12) };
  return {
    id: name,
    name,
    href: '/sample',
    cells: {
      leadTime: {
        value: leadTime,
        n: sizes.deployments,
        series: weeks((_, draw) => leadTime * (0.7 + draw() * 0.6), {
          seed: index + 1,
        }),
      },
      frequency: {
        value: frequency,
        n: sizes.deployments,
        series: weeks((_, draw) => frequency * (0.5 + draw()), {
          seed: index + 70,
          gaps: index === 4 ? [5] : [],
        }),
      },
      failRate:
        index === 6
          ? { value: 0.333, n: 3 }
          : { value: random() * 0.3, n: sizes.deployments },
      recommend:
        index % 3 === 1
          ? { value: null, suppressed: { k: 5 } }
          : { value: index === 5 ? null : 0.4 + random() * 0.5, n: 6 + index },
    },
  };
});

export const topics = [
  'Investment',
  'Adoption',
  'Interfaces',
  'Operations',
  'Measurement',
  'Developer experience',
].map(label => ({ id: label, label }));

export const levels: HeatRow[] = NAMES.map((label, index) => {
  const random = sequence(index + 5);
  return {
    id: label,
    label,
    href: '/sample',
    cells: Object.fromEntries(
      topics.map(({ id }, place) => {
        const value = Math.round(random() * 50) / 10;
        if (index === 3 && place > 3) return [id, { value: null }];
        if (index === 6) return [id, { value: null, suppressed: { k: 5 } }];
        return [id, { value, n: index === 1 ? 4 : 7, href: '/sample' }];
      }),
    ),
  };
});
