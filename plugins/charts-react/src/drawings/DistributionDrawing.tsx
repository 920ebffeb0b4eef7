import { axisScale, type MetricUnit } from '@waymark/metrics-common';
import { Bar, BarChart, CartesianGrid, XAxis, YAxis } from 'recharts';
import type { DistributionBin, DistributionMark } from '../data/distribution';
import { useUnitFormat } from '../format/useUnitFormat';
import { AXIS_LINE, GRID_STROKE, TICK, yAxisWidth } from './axes';
import { CartesianInteraction } from './CartesianInteraction';
import { DistributionMarks } from './DistributionMarks';
import { niceAxis } from './niceAxis';

interface DistributionDrawingProps {
  bins: readonly DistributionBin[];
  marks: readonly DistributionMark[];
  unit: MetricUnit;
  width: number;
  height: number;
}

/** On top there is room for labels on three lines: where all percentiles meet. */
const MARGIN = { top: 54, right: 16, bottom: 0, left: 0 };

export default function DistributionDrawing({
  bins,
  marks,
  unit,
  width,
  height,
}: DistributionDrawingProps) {
  const { locale } = useUnitFormat();
  const counts = axisScale([], 'count', { locale });
  const axis = niceAxis(bins.map(({ count }) => count));
  const wholeTicks = axis.ticks.filter(Number.isInteger);
  return (
    <BarChart
      width={width}
      height={height}
      data={bins.map(({ from, count }) => ({ id: String(from), count }))}
      margin={MARGIN}
      accessibilityLayer={false}
      barCategoryGap={1}
    >
      <CartesianGrid vertical={false} stroke={GRID_STROKE} />
      <XAxis
        dataKey="id"
        tick={false}
        axisLine={AXIS_LINE}
        tickLine={false}
        height={28}
      />
      <YAxis
        domain={axis.domain}
        ticks={wholeTicks}
        tickFormatter={counts.formatTick}
        tick={TICK}
        axisLine={false}
        tickLine={false}
        width={yAxisWidth(wholeTicks.map(counts.formatTick))}
      />
      <Bar
        dataKey="count"
        fill="var(--waymark-chart-1)"
        fillOpacity={0.75}
        isAnimationActive={false}
      />
      <DistributionMarks
        bins={bins}
        marks={marks}
        unit={unit}
        locale={locale}
      />
      <CartesianInteraction
        ids={bins.map(({ from }) => String(from))}
        cursor="band"
      />
    </BarChart>
  );
}
