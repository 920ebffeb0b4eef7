import { useMemo } from 'react';
import {
  Bar,
  BarChart,
  CartesianGrid,
  ReferenceLine,
  XAxis,
  YAxis,
  type BarShapeProps,
} from 'recharts';
import type { DrawingProps } from '../charts/DataChart';
import { cellOf, type ChartData } from '../data/chartData';
import { PARTIAL_DASH, seriesStyle } from '../data/seriesStyle';
import { AXIS_LINE, GRID_STROKE, MARGIN, TICK, yAxisWidth } from './axes';
import { CartesianInteraction } from './CartesianInteraction';
import { niceAxis } from './niceAxis';

interface BarDrawingProps extends DrawingProps {
  target?: number;
  stacked: boolean;
}

const WIDEST_BAR_PX = 36;
const RADIUS_PX = 2;

function heights({ rows, series }: ChartData, stacked: boolean): number[] {
  return rows.flatMap(row => {
    const values = series.map(({ id }) => cellOf(row, id).value ?? 0);
    return stacked ? [values.reduce((sum, value) => sum + value, 0)] : values;
  });
}

/** A bar; dashed and pale while its period is not over, set off from its neighbours in a stack. */
function barShape(partialIds: ReadonlySet<string>, stacked: boolean) {
  return function BarShape(props: BarShapeProps) {
    const { x, y, width, height, fill, payload } = props;
    if (!height) return null;
    // By id: recharts counts only the bars that it draws.
    const partial = partialIds.has(payload?.id);
    const inset = partial ? 0.75 : 0;
    const gap = stacked || partial ? 0.75 : 0;
    return (
      <rect
        x={x + inset}
        y={Math.min(y, y + height) + gap}
        width={Math.max(1, width - 2 * inset)}
        height={Math.max(0.5, Math.abs(height) - 2 * gap)}
        rx={RADIUS_PX}
        fill={fill}
        fillOpacity={partial ? 0.25 : 1}
        stroke={partial ? fill : undefined}
        strokeWidth={1.5}
        strokeDasharray={partial ? PARTIAL_DASH : undefined}
      />
    );
  };
}

export default function BarDrawing({
  data,
  width,
  height,
  scale,
  target,
  stacked,
}: BarDrawingProps) {
  const { rows, series } = data;
  const drawn = useMemo(
    () =>
      rows.map(row => ({
        id: row.id,
        ...Object.fromEntries(
          series.map(({ id }) => {
            const { value } = cellOf(row, id);
            return [`bar ${id}`, value === null ? null : scale.toAxis(value)];
          }),
        ),
      })),
    [rows, series, scale],
  );
  const labels = new Map(rows.map(row => [row.id, row.label]));
  const targetOnAxis = target === undefined ? undefined : scale.toAxis(target);
  const axis = useMemo(
    () =>
      niceAxis([
        ...heights(data, stacked).map(scale.toAxis),
        ...(targetOnAxis === undefined ? [] : [targetOnAxis]),
      ]),
    [data, stacked, scale, targetOnAxis],
  );
  const shape = useMemo(() => {
    const partialIds = rows.filter(row => row.partial).map(({ id }) => id);
    return {
      measured: barShape(new Set(partialIds), stacked),
      behind: barShape(new Set(), stacked),
    };
  }, [rows, stacked]);
  return (
    <BarChart
      width={width}
      height={height}
      data={drawn}
      margin={MARGIN}
      accessibilityLayer={false}
      barCategoryGap="22%"
      barGap={2}
    >
      <CartesianGrid vertical={false} stroke={GRID_STROKE} />
      <XAxis
        dataKey="id"
        tickFormatter={id => labels.get(id) ?? ''}
        tick={TICK}
        axisLine={AXIS_LINE}
        tickLine={false}
        tickMargin={8}
        height={28}
        minTickGap={12}
      />
      <YAxis
        domain={axis.domain}
        ticks={axis.ticks}
        tickFormatter={scale.formatTick}
        tick={TICK}
        axisLine={false}
        tickLine={false}
        width={yAxisWidth(axis.ticks.map(scale.formatTick))}
      />
      {series.map(({ id, tone = 'measured' }, index) => (
        <Bar
          key={id}
          dataKey={`bar ${id}`}
          stackId={stacked ? 'all' : undefined}
          fill={seriesStyle(index, tone).colour}
          maxBarSize={WIDEST_BAR_PX}
          isAnimationActive={false}
          shape={tone === 'measured' ? shape.measured : shape.behind}
        />
      ))}
      {targetOnAxis !== undefined && (
        <ReferenceLine
          y={targetOnAxis}
          stroke="var(--bui-fg-secondary)"
          strokeDasharray="2 4"
          strokeWidth={1.5}
        />
      )}
      <CartesianInteraction ids={rows.map(({ id }) => id)} cursor="band" />
    </BarChart>
  );
}
