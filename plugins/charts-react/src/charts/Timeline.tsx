import { Suspense, lazy, useMemo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Skeleton } from '@backstage/ui';
import type { MetricWindow } from '@waymark/metrics-common';
import {
  ChartFrame,
  type ChartHeading,
} from '../components/ChartFrame/ChartFrame';
import { READY } from '../components/ChartFrame/chartStatus';
import {
  timelineMarks,
  tracksOf,
  type TimelineEvent,
  type TimelineLane,
  type TimelineMark,
  type TimelineTone,
} from '../data/timeline';
import { bucketEdges } from '../data/timelineBuckets';
import { useWidth } from '../hooks/useWidth';
import { Plot } from '../plot/Plot';
import { chartsTranslationRef } from '../translation';
import { TimelineLegend } from './TimelineLegend';
import { TimelineTable } from './TimelineTable';
import { useTimelinePoints } from './useTimelinePoints';
import { useTimelineRows } from './useTimelineRows';

const TimelineDrawing = lazy(() => import('../drawings/TimelineDrawing'));

export interface TimelineProps
  extends Omit<ChartHeading, 'unit' | 'window' | 'n'> {
  window: MetricWindow;
  lanes: readonly TimelineLane[];
  events: readonly TimelineEvent[];
  /** What the tones mean here: "succeeded", "failed". */
  toneLabels?: Partial<Record<TimelineTone, string>>;
  /** Called with the events of a mark, instead of opening the `href` of its only one. */
  onSelect?: (events: readonly TimelineEvent[]) => void;
}

const LABEL_PX = 22;
const POINTS_PX = 40;
const TRACK_PX = 16;
const AXIS_PX = 28;

/** Where the lanes lie, from the top. */
export interface LaneLayout extends TimelineLane {
  top: number;
  height: number;
}

function layOutLanes(
  lanes: readonly TimelineLane[],
  marks: readonly TimelineMark[],
): LaneLayout[] {
  let top = 0;
  return lanes.map(lane => {
    const tracks = tracksOf(marks, lane.id);
    const body = tracks > 0 ? tracks * TRACK_PX + 8 : POINTS_PX;
    const placed = { ...lane, top, height: LABEL_PX + body };
    top += placed.height;
    return placed;
  });
}

/** Points and spans on one time axis: whether incidents follow deployments. */
export function Timeline(props: TimelineProps) {
  const { lanes, events, toneLabels, onSelect, ...heading } = props;
  const { title, window, status = READY } = heading;
  const { t } = useTranslationRef(chartsTranslationRef);
  const [ref, width] = useWidth();
  const marks = useMemo(() => {
    const edges = bucketEdges(window, width);
    return timelineMarks(events, {
      edges,
      start: edges[0],
      end: edges[edges.length - 1],
    });
  }, [events, window, width]);
  const labels = useMemo(
    () => ({
      neutral: t('timeline.tone.neutral'),
      good: t('timeline.tone.good'),
      bad: t('timeline.tone.bad'),
      ...toneLabels,
    }),
    [t, toneLabels],
  );
  const layout = useMemo(() => layOutLanes(lanes, marks), [lanes, marks]);
  const points = useTimelinePoints(marks, {
    lanes,
    labels,
    timezone: window.timezone,
  });
  const rows = useTimelineRows(events, {
    lanes,
    labels,
    timezone: window.timezone,
  });
  const height = layout.reduce((sum, lane) => sum + lane.height, 0) + AXIS_PX;
  return (
    <div ref={ref}>
      <ChartFrame
        {...heading}
        // What is not there yet, or not drawn, was not counted: that is no zero.
        n={status.kind === 'ready' ? events.length : undefined}
        status={
          status.kind === 'ready' && events.length === 0
            ? { kind: 'empty' }
            : status
        }
        height={height}
        legend={<TimelineLegend events={events} labels={labels} />}
        csv={() => [
          [
            t('timeline.lane'),
            t('timeline.what'),
            'start',
            'end',
            t('timeline.outcome'),
          ],
          ...rows.map(({ lane, event, outcome }) => [
            lane,
            event.title,
            event.start,
            event.end,
            outcome,
          ]),
        ]}
        table={visible => (
          <TimelineTable caption={title} rows={rows} visible={visible} />
        )}
      >
        <Plot
          label={title}
          height={height}
          points={points}
          onSelect={onSelect && (index => onSelect(marks[index].events))}
        >
          {size => (
            <Suspense fallback={<Skeleton width="100%" height={height} />}>
              <TimelineDrawing
                {...size}
                window={window}
                lanes={layout}
                marks={marks}
              />
            </Suspense>
          )}
        </Plot>
      </ChartFrame>
    </div>
  );
}
