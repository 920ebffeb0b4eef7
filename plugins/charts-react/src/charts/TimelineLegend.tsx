import { useTranslationRef } from '@backstage/frontend-plugin-api';
import styles from '../components/ChartFrame/Legend.module.css';
import { MarkShape } from '../plot/MarkShape';
import { chartsTranslationRef } from '../translation';
import { TONE_COLOUR } from './useTimelinePoints';

/** Names the shapes; colour says the same once more. */
export function TimelineLegend() {
  const { t } = useTranslationRef(chartsTranslationRef);
  return (
    <ul className={styles.legend}>
      <li>
        <svg width={14} height={12} aria-hidden>
          <MarkShape
            mark="circle"
            x={7}
            y={6}
            colour={TONE_COLOUR.good}
            size={4}
          />
        </svg>
        {t('timeline.tone.good')}
      </li>
      <li>
        <svg width={14} height={12} aria-hidden>
          <MarkShape
            mark="diamond"
            x={7}
            y={6}
            colour={TONE_COLOUR.bad}
            size={4}
          />
        </svg>
        {t('timeline.tone.bad')}
      </li>
      <li>
        <svg width={26} height={12} aria-hidden>
          <rect
            x={1}
            y={2}
            width={24}
            height={8}
            rx={4}
            fill={TONE_COLOUR.bad}
          />
        </svg>
        {t('timeline.span')}
      </li>
    </ul>
  );
}
