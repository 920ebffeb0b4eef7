import { useMemo } from 'react';
import {
  PolarAngleAxis,
  PolarGrid,
  PolarRadiusAxis,
  Radar,
  RadarChart,
} from 'recharts';
import type { DrawingProps } from '../charts/DataChart';
import { GRID_STROKE } from './axes';
import { radarGeometry } from '../data/radarGeometry';
import { RadarLabels } from './RadarLabels';
import { RadarMarks } from './RadarMarks';
import { RadarShapes } from './RadarShapes';

interface RadarDrawingProps extends DrawingProps {
  max: number;
}

/** Up to this the scale has a ring for every whole number. */
const MOST_LEVELS = 6;
const MARGIN = { top: 0, right: 0, bottom: 0, left: 0 };

export default function RadarDrawing({
  data,
  width,
  height,
  scale,
  max,
}: RadarDrawingProps) {
  const { rows } = data;
  const geometry = useMemo(
    () => radarGeometry(rows.length, width, height),
    [rows.length, width, height],
  );
  const { cx, cy, radius } = geometry;
  return (
    <RadarChart
      width={width}
      height={height}
      data={rows.map(({ id }) => ({ id, end: scale.toAxis(max) }))}
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
        tickCount={max <= MOST_LEVELS ? max + 1 : undefined}
        tick={false}
        axisLine={false}
      />
      {/* Unseen: recharts lays out axes only for what it draws. */}
      <Radar dataKey="end" fill="none" isAnimationActive={false} />
      <RadarShapes data={data} scale={scale} max={max} geometry={geometry} />
      <RadarMarks data={data} scale={scale} max={max} geometry={geometry} />
      <RadarLabels
        rows={rows}
        geometry={geometry}
        end={scale.formatTick(scale.toAxis(max))}
      />
    </RadarChart>
  );
}
