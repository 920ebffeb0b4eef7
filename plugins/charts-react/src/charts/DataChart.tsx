import { Suspense, useMemo, type ReactNode } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Skeleton } from '@backstage/ui';
import { axisScale, type AxisScale } from '@waymark/metrics-common';
import {
  ChartFrame,
  type ChartHeading,
} from '../components/ChartFrame/ChartFrame';
import { DataTable } from '../components/ChartFrame/DataTable';
import { Legend, type LegendSign } from '../components/ChartFrame/Legend';
import { READY } from '../components/ChartFrame/chartStatus';
import {
  isEmpty,
  valuesOf,
  type ChartData,
  type ChartRow,
} from '../data/chartData';
import { chartCsv } from '../data/toCsv';
import { useUnitFormat } from '../format/useUnitFormat';
import { Plot, heightIn, type PlotHeight } from '../plot/Plot';
import { useDataPoints } from '../plot/useDataPoints';
import { chartsTranslationRef } from '../translation';

/** What every chart of rows and series takes. */
export interface DataChartProps extends ChartHeading {
  data: ChartData;
  /** Height of the drawing in pixels; or as it follows from the width. */
  height?: PlotHeight;
  /** Called for a row, by click or Enter, instead of opening its `href`. */
  onSelect?: (row: ChartRow) => void;
}

/** What a drawing is given. */
export interface DrawingProps {
  data: ChartData;
  width: number;
  height: number;
  scale: AxisScale;
}

interface DataChartFrameProps extends DataChartProps {
  legend: 'line' | 'fill';
  /** Values beside the data that the axis has to hold. */
  alsoOnAxis?: readonly number[];
  signs?: readonly LegendSign[];
  notes?: readonly string[];
  draw: (props: DrawingProps) => ReactNode;
}

export const DEFAULT_HEIGHT_PX = 240;
/** Of which the states are as high as a drawing. */
const STATE_WIDTH_PX = 640;

/** Frame, table, download, keyboard and legend around the drawing of a chart. */
export function DataChart({
  data,
  height = DEFAULT_HEIGHT_PX,
  onSelect,
  legend,
  alsoOnAxis,
  signs = [],
  notes,
  draw,
  ...heading
}: DataChartFrameProps) {
  const { t } = useTranslationRef(chartsTranslationRef);
  const { locale } = useUnitFormat();
  const { title, unit, status = READY } = heading;
  const points = useDataPoints(data, unit);
  const scale = useMemo(
    () =>
      axisScale([...valuesOf(data), ...(alsoOnAxis ?? [])], unit, { locale }),
    [data, alsoOnAxis, unit, locale],
  );
  const hasLegend = data.series.length > 1 || signs.length > 0;
  return (
    <ChartFrame
      {...heading}
      status={
        status.kind === 'ready' && isEmpty(data) ? { kind: 'empty' } : status
      }
      height={heightIn(height, STATE_WIDTH_PX)}
      notes={notes}
      legend={
        hasLegend && <Legend series={data.series} kind={legend} signs={signs} />
      }
      csv={() => chartCsv(data, t(`unitName.${unit}`))}
      table={visible => (
        <DataTable caption={title} data={data} unit={unit} visible={visible} />
      )}
    >
      <Plot
        label={title}
        height={height}
        points={points}
        onSelect={onSelect && (index => onSelect(data.rows[index]))}
      >
        {size => (
          <Suspense fallback={<Skeleton width="100%" height={size.height} />}>
            {draw({ data, scale, ...size })}
          </Suspense>
        )}
      </Plot>
    </ChartFrame>
  );
}
