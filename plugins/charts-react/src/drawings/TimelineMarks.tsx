import { usePlotArea, useXAxisScale } from 'recharts';
import type { LaneLayout } from '../charts/Timeline';
import { TONE_COLOUR } from '../charts/useTimelinePoints';
import {
  MARK_OF_TONE,
  type TimelineMark,
  type TimelineTone,
} from '../data/timeline';
import { MarkShape } from '../plot/MarkShape';
import { usePlot } from '../plot/PlotContext';
import { PlotTooltip } from '../plot/PlotTooltip';
import { GRID_STROKE, TICK } from './axes';

interface TimelineMarksProps {
  lanes: readonly LaneLayout[];
  marks: readonly TimelineMark[];
  ticks: readonly number[];
}

const LABEL_PX = 22;
const TRACK_PX = 16;
const SPAN_PX = 10;
const NARROWEST_SPAN_PX = 6;
/** Failures above, so that they are not hidden behind what went well. */
const HEIGHT_OF_TONE: Readonly<Record<TimelineTone, number>> = {
  bad: 10,
  neutral: 28,
  good: 28,
};
const SMALLEST_PX = 3.5;
const LARGEST_PX = 9;

/** Area grows with the number of events. */
const sizeOf = (count: number) =>
  Math.min(LARGEST_PX, SMALLEST_PX * Math.sqrt(count));

interface Placed {
  x: number;
  y: number;
  /** Of a span. */
  width: number;
}

/** The lanes with their names, points, spans, and the active one. */
export function TimelineMarks({ lanes, marks, ticks }: TimelineMarksProps) {
  const { active, activate, open, canOpen } = usePlot();
  const area = usePlotArea();
  const scale = useXAxisScale();
  if (!area || !scale) return null;
  const right = area.x + area.width;
  const tops = new Map(lanes.map(({ id, top }) => [id, area.y + top]));
  const place = (mark: TimelineMark): Placed => {
    const top = (tops.get(mark.lane) ?? area.y) + LABEL_PX;
    const [from, to] = [scale(mark.start) ?? 0, scale(mark.end) ?? 0];
    return mark.kind === 'span'
      ? {
          x: from,
          y: top + mark.track * TRACK_PX + TRACK_PX / 2,
          width: Math.max(NARROWEST_SPAN_PX, to - from),
        }
      : { x: (from + to) / 2, y: top + HEIGHT_OF_TONE[mark.tone], width: 0 };
  };
  const activePlace =
    active === null || !marks[active] ? undefined : place(marks[active]);
  return (
    <g>
      {ticks.map(tick => (
        <line
          key={tick}
          x1={scale(tick)}
          x2={scale(tick)}
          y1={area.y}
          y2={area.y + area.height}
          stroke={GRID_STROKE}
        />
      ))}
      {lanes.map(({ id, label, top }, index) => (
        <g key={id}>
          {index > 0 && (
            <line
              x1={area.x}
              x2={right}
              y1={area.y + top}
              y2={area.y + top}
              stroke={GRID_STROKE}
            />
          )}
          <text
            x={area.x}
            y={area.y + top + 14}
            {...TICK}
            fontWeight={600}
            stroke="var(--bui-bg-neutral-1)"
            strokeWidth={4}
            paintOrder="stroke"
          >
            {label}
          </text>
        </g>
      ))}
      {marks.map((mark, index) => {
        const { x, y, width } = place(mark);
        const colour = TONE_COLOUR[mark.tone];
        const isActive = index === active;
        return (
          <g
            key={`${mark.kind} ${mark.events[0].id}`}
            style={{ cursor: canOpen(index) ? 'pointer' : undefined }}
            onPointerEnter={() => activate(index)}
            onPointerLeave={() => activate(null)}
            onClick={() => open(index)}
          >
            {mark.kind === 'span' ? (
              <rect
                x={x}
                y={y - SPAN_PX / 2}
                width={width}
                height={SPAN_PX}
                rx={SPAN_PX / 2}
                fill={colour}
                fillOpacity={mark.isOpen ? 0.3 : 0.85}
                stroke={isActive ? 'var(--bui-fg-primary)' : colour}
                strokeWidth={isActive ? 2 : 1}
                strokeDasharray={mark.isOpen ? '3 3' : undefined}
              />
            ) : (
              <>
                {isActive && (
                  <circle
                    cx={x}
                    cy={y}
                    r={sizeOf(mark.events.length) + 5}
                    fill={colour}
                    fillOpacity={0.2}
                  />
                )}
                <MarkShape
                  mark={MARK_OF_TONE[mark.tone]}
                  x={x}
                  y={y}
                  colour={colour}
                  size={sizeOf(mark.events.length)}
                />
              </>
            )}
          </g>
        );
      })}
      {activePlace && <PlotTooltip x={activePlace.x} y={activePlace.y} />}
    </g>
  );
}
