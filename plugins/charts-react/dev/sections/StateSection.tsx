import { LineChart, type ChartStatus } from '../../src';
import { profile } from '../samples/charts';
import { sampleWindow } from '../samples/metrics';

const STATES: { title: string; status: ChartStatus; n?: number }[] = [
  { title: 'While it is loaded', status: { kind: 'loading' } },
  {
    title: 'When it cannot be loaded',
    status: {
      kind: 'error',
      message: 'The database is being upgraded.',
      onRetry: () => undefined,
    },
  },
  { title: 'When there is nothing', status: { kind: 'empty' } },
  {
    title: 'When so few are concerned',
    status: { kind: 'suppressed', k: 5 },
  },
];

const few = {
  ...profile,
  rowLabel: 'Month',
  series: [{ id: 'current', label: 'Recovery time' }],
  rows: ['Jan', 'Feb', 'Mar'].map((label, index) => ({
    id: label,
    label,
    title: `${label} 2026`,
    cells: { current: { value: [3, null, 5][index], n: [1, 0, 2][index] } },
  })),
};

export const StateSection = () => (
  <div className="pair">
    {STATES.map(({ title, status }) => (
      <LineChart
        key={title}
        title={title}
        status={status}
        unit="score"
        window={sampleWindow}
        data={profile}
        height={160}
      />
    ))}
    <LineChart
      title="When there are too few"
      unit="count"
      n={3}
      data={few}
      window={sampleWindow}
      height={160}
    />
  </div>
);
