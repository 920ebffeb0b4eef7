import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { DoraMetrics } from '@waymark/plugin-dora-common';
import { useTimes } from '../../hooks/useTimes';
import { doraTranslationRef } from '../../translation';
import styles from './overview.module.css';

/** What has to be known beside the five figures to read them right. */
export function MetricNotes({ metrics }: { metrics: DoraMetrics }) {
  const { t } = useTranslationRef(doraTranslationRef);
  const times = useTimes();
  const { deploymentFrequency, leadTime, changeFailRate, recoveryTime } =
    metrics;
  const { medianDaysPerWeek } = deploymentFrequency;
  const notes = [
    medianDaysPerWeek !== null &&
      t('note.daysPerWeek', { value: String(medianDaysPerWeek) }),
    leadTime.p75 !== null &&
      leadTime.p90 !== null &&
      t('note.leadTime', {
        p75: times.duration(leadTime.p75),
        p90: times.duration(leadTime.p90),
      }),
    changeFailRate.pending > 0 &&
      t('note.pending', { count: changeFailRate.pending }),
    recoveryTime.open > 0 && t('note.open', { count: recoveryTime.open }),
    (!leadTime.exact || !recoveryTime.exact) && t('note.approximate'),
  ].filter(note => note !== false);
  return (
    <ul className={styles.notes} aria-label={t('note.label')}>
      {notes.map(note => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}
