import { Suspense, type ReactNode } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Skeleton } from '@backstage/ui';
import {
  ChartFrame,
  type ChartHeading,
} from '../components/ChartFrame/ChartFrame';
import { DataTable } from '../components/ChartFrame/DataTable';
import { READY } from '../components/ChartFrame/chartStatus';
import { isEmpty, type ChartData } from '../data/chartData';
import { chartCsv } from '../data/toCsv';
import { Plot } from '../plot/Plot';
import type { PlotPoint } from '../plot/PlotContext';
import { chartsTranslationRef } from '../translation';

interface CustomChartProps extends ChartHeading {
  height: number;
  /** The table behind the drawing, whose rows need not be its points. */
  data: ChartData;
  points: readonly PlotPoint[];
  legend?: ReactNode;
  note?: string;
  onSelect?: (index: number) => void;
  draw: (size: { width: number; height: number }) => ReactNode;
}

/** A chart whose points are something else than the rows of its table. */
export function CustomChart({
  height,
  data,
  points,
  legend,
  note,
  onSelect,
  draw,
  ...heading
}: CustomChartProps) {
  const { t } = useTranslationRef(chartsTranslationRef);
  const { title, unit, status = READY } = heading;
  return (
    <ChartFrame
      {...heading}
      status={
        status.kind === 'ready' && isEmpty(data) ? { kind: 'empty' } : status
      }
      height={height}
      legend={legend}
      notes={note ? [note] : []}
      csv={() => chartCsv(data, t(`unitName.${unit}`))}
      table={visible => (
        <DataTable caption={title} data={data} unit={unit} visible={visible} />
      )}
    >
      <Plot label={title} height={height} points={points} onSelect={onSelect}>
        {size => (
          <Suspense fallback={<Skeleton width="100%" height={height} />}>
            {draw(size)}
          </Suspense>
        )}
      </Plot>
    </ChartFrame>
  );
}
