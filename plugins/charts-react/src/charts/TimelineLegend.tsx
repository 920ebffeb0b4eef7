import { useTranslationRef } from '@backstage/frontend-plugin-api';
import styles from '../components/ChartFrame/Legend.module.css';
import {
  MARK_OF_TONE,
  TIMELINE_TONES,
  type TimelineEvent,
  type TimelineTone,
} from '../data/timeline';
import { MarkShape } from '../plot/MarkShape';
import { chartsTranslationRef } from '../translation';
import { TONE_COLOUR } from './useTimelinePoints';

interface TimelineLegendProps {
  events: readonly TimelineEvent[];
  labels: Readonly<Record<TimelineTone, string>>;
}

/** Names the shapes that occur; colour says the same once more. */
export function TimelineLegend({ events, labels }: TimelineLegendProps) {
  const { t } = useTranslationRef(chartsTranslationRef);
  const tones = TIMELINE_TONES.filter(tone =>
    events.some(event => event.tone === tone),
  );
  return (
    <ul className={styles.legend}>
      {tones.map(tone => (
        <li key={tone}>
          <svg width={14} height={12} aria-hidden>
            <MarkShape
              mark={MARK_OF_TONE[tone]}
              x={7}
              y={6}
              colour={TONE_COLOUR[tone]}
              size={4}
            />
          </svg>
          {labels[tone]}
        </li>
      ))}
      {events.some(({ end }) => end !== undefined) && (
        <li>
          <svg width={26} height={12} aria-hidden>
            <rect
              x={1}
              y={2}
              width={24}
              height={8}
              rx={4}
              fill="var(--bui-fg-secondary)"
            />
          </svg>
          {t('timeline.span')}
        </li>
      )}
    </ul>
  );
}
