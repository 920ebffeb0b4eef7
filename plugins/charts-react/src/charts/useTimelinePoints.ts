import { useMemo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { localDateOf } from '@waymark/metrics-common';
import type { TimelineMark, TimelineTone } from '../data/timeline';
import { useDateFormat } from '../format/useDateFormat';
import type { PlotPoint } from '../plot/PlotContext';
import { chartsTranslationRef } from '../translation';
import type { TimelineWords } from './useTimelineRows';

const MOST_LINES = 5;

export const TONE_COLOUR: Readonly<Record<TimelineTone, string>> = {
  neutral: 'var(--waymark-chart-5)',
  good: 'var(--waymark-chart-1)',
  bad: 'var(--bui-fg-negative)',
};

/** The marks of a timeline in words. */
export function useTimelinePoints(
  marks: readonly TimelineMark[],
  { lanes, labels: toneLabels, timezone }: TimelineWords,
): PlotPoint[] {
  const { t } = useTranslationRef(chartsTranslationRef);
  const dates = useDateFormat();
  return useMemo(() => {
    const labels = new Map(lanes.map(({ id, label }) => [id, label]));
    const titleOf = ({ kind, lane, start, end, events }: TimelineMark) => {
      const first = localDateOf(new Date(start), timezone);
      const last = localDateOf(new Date(end - 1), timezone);
      const when =
        first === last
          ? dates.day(first)
          : `${dates.day(first)} – ${dates.day(last)}`;
      const label = labels.get(lane) ?? lane;
      return kind === 'points' && events.length > 1
        ? t('timeline.several', {
            lane: label,
            when,
            number: String(events.length),
          })
        : t('timeline.one', { lane: label, when });
    };
    return marks.map(mark => {
      const { events, tone } = mark;
      const shown = events.slice(0, MOST_LINES);
      const rest = events.length - shown.length;
      return {
        title: titleOf(mark),
        href: events.length === 1 ? events[0].href : undefined,
        lines: [
          ...shown.map(event => ({
            label: event.title,
            value: event.outcome ?? toneLabels[tone],
            detail: [
              dates.instant(event.start, timezone),
              event.end && dates.instant(event.end, timezone),
              event.end === null && t('timeline.open'),
            ]
              .filter(Boolean)
              .join(' – '),
            colour: TONE_COLOUR[tone],
          })),
          ...(rest > 0
            ? [{ label: t('timeline.more', { count: rest }), value: '' }]
            : []),
        ],
      };
    });
  }, [marks, lanes, toneLabels, timezone, dates, t]);
}
