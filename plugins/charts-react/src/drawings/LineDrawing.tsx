import { useMemo } from 'react';
import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  XAxis,
  YAxis,
} from 'recharts';
import type { DrawingProps } from '../charts/DataChart';
import { PARTIAL_DASH, seriesStyle } from '../data/seriesStyle';
import { AXIS_LINE, GRID_STROKE, MARGIN, TICK, yAxisWidth } from './axes';
import { CartesianInteraction } from './CartesianInteraction';
import { LineMarks } from './LineMarks';
import { lineRows } from './lineRows';
import { useNiceAxis } from './niceAxis';

interface LineDrawingProps extends DrawingProps {
  target?: number;
  filled: boolean;
}

const STILL = { isAnimationActive: false, activeDot: false } as const;

export default function LineDrawing({
  data,
  width,
  height,
  scale,
  target,
  filled,
}: LineDrawingProps) {
  const rows = useMemo(() => lineRows(data, scale), [data, scale]);
  const labels = new Map(data.rows.map(row => [row.id, row.label]));
  const hasPartial = data.rows.some(row => row.partial);
  const targetOnAxis = target === undefined ? undefined : scale.toAxis(target);
  const axis = useNiceAxis(data, scale, targetOnAxis);
  return (
    <ComposedChart
      width={width}
      height={height}
      data={rows}
      margin={MARGIN}
      accessibilityLayer={false}
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
        minTickGap={24}
        padding={{ left: 12, right: 12 }}
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
      {data.series.map(({ id, tone }, index) => (
        <Area
          key={`band ${id}`}
          dataKey={`band ${id}`}
          stroke="none"
          fill={seriesStyle(index, tone).colour}
          fillOpacity={0.13}
          {...STILL}
        />
      ))}
      {filled &&
        data.series.map(({ id, tone }, index) => (
          <Area
            key={`fill ${id}`}
            dataKey={`all ${id}`}
            stroke="none"
            fill={seriesStyle(index, tone).colour}
            fillOpacity={tone && tone !== 'measured' ? 0 : 0.16}
            {...STILL}
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
      {data.series.flatMap(({ id, tone = 'measured' }, index) => {
        const { colour, dash } = seriesStyle(index, tone);
        const line = { stroke: colour, strokeWidth: 2, dot: false, ...STILL };
        return [
          <Line
            key={`whole ${id}`}
            dataKey={`whole ${id}`}
            strokeDasharray={dash}
            {...line}
          />,
          ...(hasPartial && tone === 'measured'
            ? [
                <Line
                  key={`partial ${id}`}
                  dataKey={`partial ${id}`}
                  strokeDasharray={PARTIAL_DASH}
                  {...line}
                />,
              ]
            : []),
        ];
      })}
      <LineMarks data={data} scale={scale} />
      <CartesianInteraction ids={data.rows.map(({ id }) => id)} cursor="line" />
    </ComposedChart>
  );
}
