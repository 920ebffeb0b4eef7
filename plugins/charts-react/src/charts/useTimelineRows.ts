import { useMemo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
<<<<<<< HEAD
import type { TimelineEvent, TimelineLane } from '../data/timeline';
import { useDateFormat } from '../format/useDateFormat';
import { chartsTranslationRef } from '../translation';

=======
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

>>>>>>> w/charts
export interface TimelineRow {
  event: TimelineEvent;
  lane: string;
  start: string;
  end: string;
<<<<<<< HEAD
=======
  outcome: string;
>>>>>>> w/charts
}

/** Every event in words, in the order of time. */
export function useTimelineRows(
  events: readonly TimelineEvent[],
<<<<<<< HEAD
  lanes: readonly TimelineLane[],
  timezone: string,
=======
  { lanes, labels: toneLabels, timezone }: TimelineWords,
>>>>>>> w/charts
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
<<<<<<< HEAD
      }));
  }, [events, lanes, timezone, dates, t]);
=======
        outcome: event.outcome ?? toneLabels[event.tone],
      }));
  }, [events, lanes, toneLabels, timezone, dates, t]);
>>>>>>> w/charts
}
