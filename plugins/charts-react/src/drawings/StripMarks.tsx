import type { AxisScale } from '@waymark/metrics-common';
import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts';
import type { StripGroup, StripMark } from '../data/strip';
import { usePlot } from '../plot/PlotContext';
import { PlotTooltip } from '../plot/PlotTooltip';

interface StripMarksProps {
  groups: readonly StripGroup[];
  marks: readonly StripMark[];
  scale: AxisScale;
}

const RADIUS_PX = 4;
const SPREAD_PX = 9;
const MOST_DOTS = 4;
const MEDIAN_PX = 15;

/** Where the dots of a stack stand around the line of their group. */
const offsets = (count: number): number[] => {
  const shown = Math.min(count, MOST_DOTS);
  return Array.from(
    { length: shown },
    (_, index) => (index - (shown - 1) / 2) * SPREAD_PX,
  );
};

/** Equal values as stacks of dots (with their number from five on), and the median as a bar. */
export function StripMarks({ groups, marks, scale }: StripMarksProps) {
  const { active, activate, open, canOpen } = usePlot();
  const area = usePlotArea();
  const xScale = useXAxisScale();
  const yScale = useYAxisScale();
  if (!area || !xScale || !yScale) return null;
  const xOf = (value: number) => xScale(scale.toAxis(value)) ?? 0;
  const yOf = (group: number) => yScale(group) ?? 0;
  const activeMark = active === null ? undefined : marks[active];
  return (
    <g>
      {groups.map(({ id }, index) => (
        <line
          key={id}
          x1={area.x}
          x2={area.x + area.width}
          y1={yOf(index)}
          y2={yOf(index)}
          stroke="var(--bui-border-1)"
        />
      ))}
      {groups.map(({ id, median }, index) =>
        median === null ? null : (
          <rect
            key={id}
            x={xOf(median) - 1.5}
            y={yOf(index) - MEDIAN_PX}
            width={3}
            height={2 * MEDIAN_PX}
            rx={1.5}
            fill="var(--bui-fg-primary)"
          />
        ),
      )}
      {marks.map(({ group, value, count }, index) => {
        const x = xOf(value);
        const y = yOf(group);
        return (
          <g
            key={`${group} ${value}`}
            style={{ cursor: canOpen(index) ? 'pointer' : undefined }}
            onPointerEnter={() => activate(index)}
            onPointerLeave={() => activate(null)}
            onClick={() => open(index)}
          >
            <rect
              x={x - 9}
              y={y - 20}
              width={18}
              height={40}
              rx={4}
              fill="var(--bui-fg-primary)"
              fillOpacity={index === active ? 0.1 : 0}
            />
            {count > MOST_DOTS ? (
              <>
                <circle cx={x} cy={y} r={10} fill="var(--waymark-chart-1)" />
                <text
                  x={x}
                  y={y}
                  dominantBaseline="central"
                  textAnchor="middle"
                  fontSize={11}
                  fontWeight={650}
                  fill="var(--bui-bg-neutral-1)"
                >
                  {count}
                </text>
              </>
            ) : (
              offsets(count).map(offset => (
                <circle
                  key={offset}
                  cx={x}
                  cy={y + offset}
                  r={RADIUS_PX}
                  fill="var(--waymark-chart-1)"
                  stroke="var(--bui-bg-neutral-1)"
                />
              ))
            )}
          </g>
        );
      })}
      {activeMark && (
        <PlotTooltip x={xOf(activeMark.value)} y={yOf(activeMark.group)} />
      )}
    </g>
  );
}
