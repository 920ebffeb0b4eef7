import type { ChartRow } from '../data/chartData';
import { TICK } from './axes';
import type { RadarGeometry } from './radarGeometry';
import { wrapWords } from './wrapWords';

interface RadarLabelsProps {
  rows: readonly ChartRow[];
  geometry: RadarGeometry;
}

const GAP_PX = 12;
const LINE_PX = 14;
const CHARACTERS = 14;

function anchorOf(offset: number): 'start' | 'middle' | 'end' {
  if (Math.abs(offset) < 1) return 'middle';
  return offset > 0 ? 'start' : 'end';
}

/** Names of the dimensions around the radar, over several lines where they are long. */
export function RadarLabels({ rows, geometry }: RadarLabelsProps) {
  const { cx, cy, radius, at } = geometry;
  return (
    <g>
      {rows.map((row, index) => {
        const { x, y } = at(index, 1 + GAP_PX / radius);
        const lines = wrapWords(row.label, CHARACTERS);
        // Above the radar the last line is next to it, below it the first.
        const rise = ((cy - y) / (radius + GAP_PX) + 1) / 2;
        const top = y - rise * (lines.length - 1) * LINE_PX;
        return (
          <text
            key={row.id}
            textAnchor={anchorOf(x - cx)}
            dominantBaseline="middle"
            {...TICK}
          >
            {lines.map((line, place) => (
              <tspan key={line} x={x} y={top + place * LINE_PX}>
                {line}
              </tspan>
            ))}
          </text>
        );
      })}
    </g>
  );
}
