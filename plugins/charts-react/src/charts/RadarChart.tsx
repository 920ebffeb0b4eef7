import { lazy, useMemo } from 'react';
import { radarHeight } from '../data/radarGeometry';
import { DataChart, type DataChartProps } from './DataChart';

const RadarDrawing = lazy(() => import('../drawings/RadarDrawing'));

export interface RadarChartProps extends DataChartProps {
  /** End of the scale: 5 for levels from 0 to 5. */
  max: number;
}

/** A profile over dimensions: current, target, previous. The table says it exactly. */
export function RadarChart({ max, ...props }: RadarChartProps) {
  const alsoOnAxis = useMemo(() => [max], [max]);
  return (
    <DataChart
      height={radarHeight}
      {...props}
      legend="line"
      alsoOnAxis={alsoOnAxis}
      draw={drawing => <RadarDrawing {...drawing} max={max} />}
    />
  );
}
