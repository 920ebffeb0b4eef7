import { axisScale, type MetricUnit } from '@waymark/metrics-common';
import { CartesianGrid, Scatter, ScatterChart, XAxis, YAxis } from 'recharts';
import type { StripGroup, StripMark } from '../data/strip';
import { useUnitFormat } from '../format/useUnitFormat';
import { AXIS_LINE, GRID_STROKE, TICK } from './axes';
import { stripTicks } from './niceAxis';
import { StripMarks } from './StripMarks';
import { wrapWords } from './wrapWords';

interface StripDrawingProps {
  groups: readonly StripGroup[];
  marks: readonly StripMark[];
  domain: readonly [number, number];
  unit: MetricUnit;
  width: number;
  height: number;
}

const MARGIN = { top: 0, right: 16, bottom: 0, left: 0 };
const WIDE_PX = 480;
const LABEL_WIDTH = { wide: 168, narrow: 112 };
const CHARACTER_PX = 7;
const LINE_PX = 14;

interface GroupTickProps {
  x: number | string;
  y: number | string;
  payload: { value: number };
}

/** recharts lays out axes only for what it draws; the marks are drawn by ourselves. */
const Unseen = () => <g />;

export default function StripDrawing({
  groups,
  marks,
  domain,
  unit,
  width,
  height,
}: StripDrawingProps) {
  const { locale } = useUnitFormat();
  const scale = axisScale(domain, unit, { locale });
  const ends = domain.map(scale.toAxis);
  const ticks = stripTicks(ends[0], ends[1]);
  const labelWidth = width >= WIDE_PX ? LABEL_WIDTH.wide : LABEL_WIDTH.narrow;
  const groupTick = ({ y, payload }: GroupTickProps) => {
    const lines = wrapWords(
      groups[payload.value]?.label ?? '',
      Math.floor(labelWidth / CHARACTER_PX),
    );
    const top = Number(y) - ((lines.length - 1) * LINE_PX) / 2;
    return (
      <text dominantBaseline="middle" {...TICK}>
        {lines.map((line, index) => (
          <tspan key={line} x={0} y={top + index * LINE_PX}>
            {line}
          </tspan>
        ))}
      </text>
    );
  };
  return (
    <ScatterChart
      width={width}
      height={height}
      margin={MARGIN}
      accessibilityLayer={false}
    >
      <CartesianGrid horizontal={false} stroke={GRID_STROKE} />
      <XAxis
        type="number"
        dataKey="value"
        domain={[ends[0], ends[1]]}
        ticks={ticks}
        interval={0}
        tickFormatter={scale.formatTick}
        tick={TICK}
        axisLine={AXIS_LINE}
        tickLine={false}
        tickMargin={8}
        height={30}
        padding={{ left: 12, right: 12 }}
      />
      <YAxis
        type="number"
        dataKey="group"
        domain={[-0.5, groups.length - 0.5]}
        ticks={groups.map((_, index) => index)}
        interval={0}
        reversed
        tick={groupTick}
        axisLine={false}
        tickLine={false}
        width={labelWidth}
      />
      <Scatter
        data={marks.map(({ group, value }) => ({
          value: scale.toAxis(value),
          group,
        }))}
        shape={Unseen}
        isAnimationActive={false}
      />
      <StripMarks groups={groups} marks={marks} scale={scale} />
    </ScatterChart>
  );
}
