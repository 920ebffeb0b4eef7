import type { AxisScale } from '@waymark/metrics-common';
import { cellOf, type ChartData } from '../data/chartData';
import { seriesStyle } from '../data/seriesStyle';
import type { RadarGeometry } from '../data/radarGeometry';

interface RadarShapesProps {
  data: ChartData;
  scale: AxisScale;
  max: number;
  geometry: RadarGeometry;
}

/**
 * The outlines. A dimension without a value opens the outline there, and only a closed one is
 * filled: recharts would draw what is missing in the centre, as if it were 0.
 */
export function RadarShapes({ data, scale, max, geometry }: RadarShapesProps) {
  const { rows, series } = data;
  return (
    <g>
      {series.map(({ id, tone = 'measured' }, place) => {
        const { colour, dash } = seriesStyle(place, tone);
        const corners = rows.map((row, index) => {
          const { value } = cellOf(row, id);
          return value === null
            ? null
            : geometry.at(index, scale.toAxis(value) / scale.toAxis(max));
        });
        const isClosed = corners.every(corner => corner !== null);
        const sides = corners.flatMap((corner, index) => {
          const next = corners[(index + 1) % corners.length];
          return corner && next
            ? [`M${corner.x} ${corner.y}L${next.x} ${next.y}`]
            : [];
        });
        const ground = corners.flatMap(corner =>
          corner ? [`${corner.x},${corner.y}`] : [],
        );
        return (
          <g key={id}>
            {isClosed && tone === 'measured' && (
              <polygon
                points={ground.join(' ')}
                fill={colour}
                fillOpacity={0.14}
              />
            )}
            <path
              d={sides.join('')}
              fill="none"
              stroke={colour}
              strokeWidth={2}
              strokeLinecap="round"
              strokeDasharray={dash}
            />
          </g>
        );
      })}
    </g>
  );
}
