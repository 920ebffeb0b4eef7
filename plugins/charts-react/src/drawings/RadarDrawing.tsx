import { useMemo } from 'react';
import {
  PolarAngleAxis,
  PolarGrid,
  PolarRadiusAxis,
  Radar,
  RadarChart,
} from 'recharts';
import type { DrawingProps } from '../charts/DataChart';
import { cellOf } from '../data/chartData';
import { seriesStyle } from '../data/seriesStyle';
import { GRID_STROKE, TICK } from './axes';
import { radarGeometry } from './radarGeometry';
import { RadarLabels } from './RadarLabels';
import { RadarMarks } from './RadarMarks';

interface RadarDrawingProps extends DrawingProps {
  max: number;
}

const MARGIN = { top: 0, right: 0, bottom: 0, left: 0 };

export default function RadarDrawing({
  data,
  width,
  height,
  scale,
  max,
}: RadarDrawingProps) {
  const { rows, series } = data;
  const geometry = useMemo(
    () => radarGeometry(rows.length, width, height),
    [rows.length, width, height],
  );
  const drawn = useMemo(
    () =>
      rows.map(row => ({
        id: row.id,
        ...Object.fromEntries(
          series.map(({ id }) => {
            const { value } = cellOf(row, id);
            return [`radar ${id}`, value === null ? null : scale.toAxis(value)];
          }),
        ),
      })),
    [rows, series, scale],
  );
  const { cx, cy, radius } = geometry;
  return (
    <RadarChart
      width={width}
      height={height}
      data={drawn}
      cx={cx}
      cy={cy}
      outerRadius={radius}
      margin={MARGIN}
      accessibilityLayer={false}
    >
      <PolarGrid stroke={GRID_STROKE} radialLines />
      <PolarAngleAxis dataKey="id" tick={false} axisLine={false} />
      <PolarRadiusAxis
        domain={[0, scale.toAxis(max)]}
        angle={90}
        tickCount={6}
        tick={TICK}
        axisLine={false}
        tickFormatter={scale.formatTick}
      />
      {series.map(({ id, tone = 'measured' }, index) => {
        const { colour, dash } = seriesStyle(index, tone);
        return (
          <Radar
            key={id}
            dataKey={`radar ${id}`}
            stroke={colour}
            strokeWidth={2}
            strokeDasharray={dash}
            fill={colour}
            fillOpacity={tone === 'measured' ? 0.14 : 0}
            isAnimationActive={false}
            activeDot={false}
          />
        );
      })}
      <RadarMarks data={data} scale={scale} max={max} geometry={geometry} />
      <RadarLabels rows={rows} geometry={geometry} />
    </RadarChart>
  );
}
