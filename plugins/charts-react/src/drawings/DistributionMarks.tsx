import { axisScale, type MetricUnit } from '@waymark/metrics-common';
import { usePlotArea } from 'recharts';
import {
  positionOf,
  type DistributionBin,
  type DistributionMark,
} from '../data/distribution';
import { TICK } from './axes';

interface DistributionMarksProps {
  bins: readonly DistributionBin[];
  marks: readonly DistributionMark[];
  unit: MetricUnit;
  locale: string;
}

const EDGE_LABEL_PX = 44;
const MARK_LABEL_PX = 40;
const LEVEL_PX = 15;

/** The edges of the bins below the axis, and percentiles as lines above their place. */
export function DistributionMarks({
  bins,
  marks,
  unit,
  locale,
}: DistributionMarksProps) {
  const area = usePlotArea();
  if (!area) return null;
  const binWidth = area.width / bins.length;
  const every = Math.max(1, Math.ceil(EDGE_LABEL_PX / binWidth));
  const edges = [...bins.map(({ from }) => from), bins[bins.length - 1].to];
  const bottom = area.y + area.height;
  // Each in a unit of its own: from minutes to weeks no single one is legible.
  const edgeText = (edge: number) => {
    const { toAxis, formatTick } = axisScale([edge], unit, { locale });
    return formatTick(toAxis(edge));
  };
  let lastX = -Infinity;
  let level = 0;
  const placed = marks.flatMap(mark => {
    const position = positionOf(bins, mark.value);
    if (position === null) return [];
    const x = area.x + position * binWidth;
    // Labels that would meet go to the line above.
    level = x - lastX < MARK_LABEL_PX ? level + 1 : 0;
    lastX = x;
    return [{ ...mark, x, y: area.y - 6 - level * LEVEL_PX }];
  });
  return (
    <g>
      {edges.map((edge, index) =>
        index % every === 0 ? (
          <text
            key={edge}
            x={area.x + index * binWidth}
            y={bottom + 18}
            textAnchor="middle"
            {...TICK}
          >
            {edgeText(edge)}
          </text>
        ) : null,
      )}
      {placed.map(({ id, label, x, y }) => (
        <g key={id}>
          <line
            x1={x}
            x2={x}
            y1={y + 3}
            y2={bottom}
            stroke="var(--bui-fg-primary)"
            strokeWidth={1.5}
            strokeDasharray="4 3"
          />
          <text
            x={x}
            y={y}
            textAnchor="middle"
            {...TICK}
            fill="var(--bui-fg-primary)"
          >
            {label}
          </text>
        </g>
      ))}
    </g>
  );
}
