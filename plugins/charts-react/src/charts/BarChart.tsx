import { lazy, useMemo } from 'react';
import { DataChart, type DataChartProps } from './DataChart';
import { useSigns } from './useSigns';

const BarDrawing = lazy(() => import('../drawings/BarDrawing'));

export interface BarChartProps extends DataChartProps {
  /** In the unit of the chart. */
  target?: number;
}

function Bars({ stacked, ...props }: BarChartProps & { stacked: boolean }) {
  const { data, unit, target } = props;
  const alsoOnAxis = useMemo(
    () => (target === undefined ? [] : [target]),
    [target],
  );
  const signs = useSigns({ data, unit, target, shape: 'partialBar' });
  return (
    <DataChart
      {...props}
      legend="fill"
      alsoOnAxis={alsoOnAxis}
      signs={signs}
      draw={drawing => (
        <BarDrawing {...drawing} target={target} stacked={stacked} />
      )}
    />
  );
}

/** Amounts side by side: counts by period, values by category. */
export const BarChart = (props: BarChartProps) => (
  <Bars {...props} stacked={false} />
);

/** Parts of a whole, one upon the other. */
export const StackedBarChart = (props: BarChartProps) => (
  <Bars {...props} stacked />
);
