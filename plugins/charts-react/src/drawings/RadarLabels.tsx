import type { ChartRow } from '../data/chartData';
import { TICK } from './axes';
import type { RadarGeometry } from '../data/radarGeometry';
import { wrapWords } from './wrapWords';

interface RadarLabelsProps {
  rows: readonly ChartRow[];
  geometry: RadarGeometry;
  /** Value at the outer ring. */
  end: string;
}

const GAP_PX = 12;
const LINE_PX = 14;
const CHARACTERS = 14;

function anchorOf(offset: number): 'start' | 'middle' | 'end' {
  if (Math.abs(offset) < 1) return 'middle';
  return offset > 0 ? 'start' : 'end';
}

/** Both ends of the scale, and the names of the dimensions, over several lines where they are long. */
export function RadarLabels({ rows, geometry, end }: RadarLabelsProps) {
  const { cx, cy, radius, at } = geometry;
  // Between the first two axes, where no mark stands; the ring is nearer to the centre there.
  const ring = at(0.5, Math.cos(Math.PI / Math.max(3, rows.length)));
  return (
    <g>
      <text x={ring.x + 3} y={ring.y - 4} {...TICK} fontSize={11}>
        {end}
      </text>
      <text x={cx + 3} y={cy - 3} {...TICK} fontSize={11}>
        0
      </text>
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
