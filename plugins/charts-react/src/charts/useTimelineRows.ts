import { useMemo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  TimelineEvent,
  TimelineLane,
  TimelineTone,
} from '../data/timeline';
import { useDateFormat } from '../format/useDateFormat';
import { chartsTranslationRef } from '../translation';

/** What is needed to speak of events. */
export interface TimelineWords {
  lanes: readonly TimelineLane[];
  labels: Readonly<Record<TimelineTone, string>>;
  timezone: string;
}

export interface TimelineRow {
  event: TimelineEvent;
  lane: string;
  start: string;
  end: string;
  outcome: string;
}

/** Every event in words, in the order of time. */
export function useTimelineRows(
  events: readonly TimelineEvent[],
  { lanes, labels: toneLabels, timezone }: TimelineWords,
): TimelineRow[] {
  const { t } = useTranslationRef(chartsTranslationRef);
  const dates = useDateFormat();
  return useMemo(() => {
    const labels = new Map(lanes.map(({ id, label }) => [id, label]));
    const endOf = ({ end }: TimelineEvent) => {
      if (end === undefined) return '';
      return end === null ? t('timeline.open') : dates.instant(end, timezone);
    };
    return [...events]
      .sort((a, b) => Date.parse(a.start) - Date.parse(b.start))
      .map(event => ({
        event,
        lane: labels.get(event.lane) ?? event.lane,
        start: dates.instant(event.start, timezone),
        end: endOf(event),
        outcome: event.outcome ?? toneLabels[event.tone],
      }));
  }, [events, lanes, toneLabels, timezone, dates, t]);
}
