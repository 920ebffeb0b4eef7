import { lazy, useMemo } from 'react';
<<<<<<< HEAD
=======
import { radarHeight } from '../data/radarGeometry';
>>>>>>> w/charts
import { DataChart, type DataChartProps } from './DataChart';

const RadarDrawing = lazy(() => import('../drawings/RadarDrawing'));

export interface RadarChartProps extends DataChartProps {
  /** End of the scale: 5 for levels from 0 to 5. */
  max: number;
}

<<<<<<< HEAD
const HEIGHT_PX = 320;

=======
>>>>>>> w/charts
/** A profile over dimensions: current, target, previous. The table says it exactly. */
export function RadarChart({ max, ...props }: RadarChartProps) {
  const alsoOnAxis = useMemo(() => [max], [max]);
  return (
    <DataChart
<<<<<<< HEAD
      height={HEIGHT_PX}
=======
      height={radarHeight}
>>>>>>> w/charts
      {...props}
      legend="line"
      alsoOnAxis={alsoOnAxis}
      draw={drawing => <RadarDrawing {...drawing} max={max} />}
    />
  );
}
