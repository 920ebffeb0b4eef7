import type { Mark } from './seriesStyle';

/** Shape and colour of an event: something went well, badly, or neither. */
export const TIMELINE_TONES = ['good', 'bad', 'neutral'] as const;

export type TimelineTone = (typeof TIMELINE_TONES)[number];

export const MARK_OF_TONE: Readonly<Record<TimelineTone, Mark>> = {
  neutral: 'square',
  good: 'circle',
  bad: 'diamond',
};

export interface TimelineEvent {
  id: string;
  /** Id of the lane that it is drawn in. */
  lane: string;
  title: string;
  /** ISO 8601 instants. Without `end` the event is a point; with `end: null` it is not over. */
  start: string;
  end?: string | null;
  tone: TimelineTone;
  /** The tone in words where the event has better ones: "severity 1". */
  outcome?: string;
  href?: string;
}

export interface TimelineLane {
  id: string;
  label: string;
}

/** Points of one lane, tone and stretch of time, drawn as one mark. */
export interface PointsMark {
  kind: 'points';
  lane: string;
  tone: TimelineTone;
  /** Milliseconds since 1970. */
  start: number;
  end: number;
  events: readonly TimelineEvent[];
}

/** An event that lasts; `track` keeps those that overlap apart. */
export interface SpanMark {
  kind: 'span';
  lane: string;
  tone: TimelineTone;
  start: number;
  end: number;
  isOpen: boolean;
  track: number;
  events: readonly TimelineEvent[];
}

export type TimelineMark = PointsMark | SpanMark;

interface Bounds {
  start: number;
  end: number;
  /** Edges of the stretches that points are gathered in, ascending, from `start` to `end`. */
  edges: readonly number[];
}

const instant = (iso: string) => new Date(iso).getTime();

function gatherPoints(
  events: readonly TimelineEvent[],
  { start, end, edges }: Bounds,
): PointsMark[] {
  const gathered = new Map<string, PointsMark & { events: TimelineEvent[] }>();
  for (const event of events) {
    const at = instant(event.start);
    if (at < start || at >= end) continue;
    const next = edges.findIndex(edge => edge > at);
    const key = `${event.lane} ${event.tone} ${next}`;
    const mark = gathered.get(key);
    if (mark) mark.events.push(event);
    else {
      gathered.set(key, {
        kind: 'points',
        lane: event.lane,
        tone: event.tone,
        start: edges[next - 1] ?? start,
        end: edges[next] ?? end,
        events: [event],
      });
    }
  }
  return [...gathered.values()];
}

function layOutSpans(
  events: readonly TimelineEvent[],
  { start, end }: Bounds,
): SpanMark[] {
  const freeFrom = new Map<string, number[]>();
  return [...events]
    .sort((a, b) => instant(a.start) - instant(b.start))
    .flatMap(event => {
      const isOpen = !event.end;
      const from = instant(event.start);
      const to = event.end ? instant(event.end) : end;
      if (to < start || from >= end) return [];
      const tracks = freeFrom.get(event.lane) ?? [];
      freeFrom.set(event.lane, tracks);
      const free = tracks.findIndex(until => until <= from);
      const track = free < 0 ? tracks.length : free;
      tracks[track] = to;
      return [
        {
          kind: 'span' as const,
          lane: event.lane,
          tone: event.tone,
          start: Math.max(from, start),
          end: Math.min(to, end),
          isOpen,
          track,
          events: [event],
        },
      ];
    });
}

/** What is drawn of the events within the bounds, in the order of time. */
export function timelineMarks(
  events: readonly TimelineEvent[],
  bounds: Bounds,
): TimelineMark[] {
  const isSpan = ({ end }: TimelineEvent) => end !== undefined;
  return [
    ...gatherPoints(
      events.filter(event => !isSpan(event)),
      bounds,
    ),
    ...layOutSpans(events.filter(isSpan), bounds),
  ].sort((a, b) => a.start - b.start || a.lane.localeCompare(b.lane));
}

/** Tracks that the spans of a lane need; none where it has only points. */
export const tracksOf = (marks: readonly TimelineMark[], lane: string) =>
  marks.reduce(
    (most, mark) =>
      mark.kind === 'span' && mark.lane === lane
        ? Math.max(most, mark.track + 1)
        : most,
    0,
  );
