import type { MouseEvent } from 'react';
import type { AxisScale } from '@waymark/metrics-common';
import { cellOf, type ChartData } from '../data/chartData';
import { seriesStyle } from '../data/seriesStyle';
import { MarkShape } from '../plot/MarkShape';
import { usePlot } from '../plot/PlotContext';
import { PlotTooltip } from '../plot/PlotTooltip';
import type { RadarGeometry } from '../data/radarGeometry';

interface RadarMarksProps {
  data: ChartData;
  scale: AxisScale;
  max: number;
  geometry: RadarGeometry;
}

/** Marks of the values, the active axis, and what the pointer is over. */
export function RadarMarks({ data, scale, max, geometry }: RadarMarksProps) {
  const { active, activate, open, canOpen } = usePlot();
  const { cx, cy, radius, at, nearest } = geometry;
  const end = active === null ? undefined : at(active, 1);
  const axisAt = (event: MouseEvent<SVGElement>) => {
    const drawing = event.currentTarget.ownerSVGElement;
    const box = (drawing ?? event.currentTarget).getBoundingClientRect();
    return nearest(event.clientX - box.left, event.clientY - box.top);
  };
  return (
    <g>
      {end && (
        <line
          x1={cx}
          y1={cy}
          x2={end.x}
          y2={end.y}
          stroke="var(--bui-border-2)"
          strokeWidth={1.5}
        />
      )}
      {data.series.map(({ id, tone }, place) => {
        const { colour, mark } = seriesStyle(place, tone);
        return data.rows.map((row, index) => {
          const { value } = cellOf(row, id);
          if (value === null) return null;
          const share = scale.toAxis(value) / scale.toAxis(max);
          return (
            <MarkShape
              key={`${id} ${row.id}`}
              mark={mark}
              colour={colour}
              size={index === active ? 5 : 3}
              {...at(index, share)}
            />
          );
        });
      })}
      <circle
        cx={cx}
        cy={cy}
        r={radius}
        fill="transparent"
        style={{
          cursor: active !== null && canOpen(active) ? 'pointer' : undefined,
        }}
        onPointerMove={event => activate(axisAt(event))}
        onPointerLeave={() => activate(null)}
        // A finger taps without having moved there first.
        onClick={event => {
          const axis = axisAt(event);
          activate(axis);
          open(axis);
        }}
      />
      {end && <PlotTooltip x={end.x} y={end.y} />}
    </g>
  );
}
