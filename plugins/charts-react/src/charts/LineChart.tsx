import { lazy, useMemo } from 'react';
import { DataChart, type DataChartProps } from './DataChart';
import { useSigns } from './useSigns';

const LineDrawing = lazy(() => import('../drawings/LineDrawing'));

export interface LineChartProps extends DataChartProps {
  /** In the unit of the chart. */
  target?: number;
}

function Lines({ filled, ...props }: LineChartProps & { filled: boolean }) {
  const { data, unit, target } = props;
  const alsoOnAxis = useMemo(
    () => (target === undefined ? [] : [target]),
    [target],
  );
  const signs = useSigns({
    data,
    unit,
    target,
    shape: 'partialLine',
    withBand: true,
  });
  return (
    <DataChart
      {...props}
      legend="line"
      alsoOnAxis={alsoOnAxis}
      signs={signs}
      draw={drawing => (
        <LineDrawing {...drawing} target={target} filled={filled} />
      )}
    />
  );
}

/** How figures move over time, with their intervals. */
export const LineChart = (props: LineChartProps) => (
  <Lines {...props} filled={false} />
);

/** A line over a filled ground, for an amount that is a part of something. */
export const AreaChart = (props: LineChartProps) => <Lines {...props} filled />;
