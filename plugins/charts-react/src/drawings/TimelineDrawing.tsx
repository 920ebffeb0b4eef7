import { useMemo } from 'react';
import {
  addDays,
  localDateOf,
  startOfDay,
  windowDays,
  type MetricWindow,
} from '@waymark/metrics-common';
import { Scatter, ScatterChart, XAxis, YAxis } from 'recharts';
import type { LaneLayout } from '../charts/Timeline';
import type { TimelineMark } from '../data/timeline';
import { useDateFormat } from '../format/useDateFormat';
import { AXIS_LINE, TICK } from './axes';
import { TimelineMarks } from './TimelineMarks';

interface TimelineDrawingProps {
  window: MetricWindow;
  lanes: readonly LaneLayout[];
  marks: readonly TimelineMark[];
  width: number;
  height: number;
}

const MARGIN = { top: 0, right: 14, bottom: 0, left: 14 };
const TICK_PX = 84;
const STEPS = [1, 2, 7, 14, 28, 56, 84, 168];

/** recharts lays out axes only for what it draws; the marks are drawn by ourselves. */
const Unseen = () => <g />;

export default function TimelineDrawing({
  window,
  lanes,
  marks,
  width,
  height,
}: TimelineDrawingProps) {
  const dates = useDateFormat();
  const { from, to, timezone } = window;
  const { ticks, domain } = useMemo(() => {
    const days = windowDays(window);
    const most = Math.max(2, Math.floor(width / TICK_PX));
    const step = STEPS.find(size => days / size <= most) ?? days;
    const startOf = (date: string) => startOfDay(date, timezone).getTime();
    return {
      ticks: Array.from({ length: Math.ceil(days / step) }, (_, index) =>
        startOf(addDays(from, index * step)),
      ),
      domain: [startOf(from), startOf(to)] as [number, number],
    };
  }, [window, from, to, timezone, width]);
  return (
    <ScatterChart
      width={width}
      height={height}
      margin={MARGIN}
      accessibilityLayer={false}
    >
      <XAxis
        type="number"
        dataKey="at"
        domain={domain}
        ticks={ticks}
        tickFormatter={tick =>
          dates.axisLabel(localDateOf(new Date(tick), timezone), 'day')
        }
        tick={TICK}
        axisLine={AXIS_LINE}
        tickLine={AXIS_LINE}
        height={28}
        interval="preserveStart"
      />
      <YAxis dataKey="lane" hide />
      <Scatter
        data={domain.map(at => ({ at, lane: 0 }))}
        shape={Unseen}
        isAnimationActive={false}
      />
      <TimelineMarks lanes={lanes} marks={marks} ticks={ticks} />
    </ScatterChart>
  );
}
