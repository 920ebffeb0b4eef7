import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Change } from '@waymark/plugin-dora-common';
import { useTimes } from '../hooks/useTimes';
import { doraTranslationRef } from '../translation';
import styles from './StageBar.module.css';

export const STAGES = ['coding', 'pickup', 'review', 'deploy'] as const;
export type Stage = (typeof STAGES)[number];

/** Which colour stands for which stage. */
export function StageLegend() {
  const { t } = useTranslationRef(doraTranslationRef);
  return (
    <ul className={styles.legend} aria-label={t('column.stages')}>
      {STAGES.map(stage => (
        <li key={stage} title={t(`stage.${stage}Help`)}>
          <span className={`${styles.sign} ${styles[stage]}`} aria-hidden />
          {t(`stage.${stage}`)}
        </li>
      ))}
    </ul>
  );
}

/** The stages of one change beside each other; the text says the same. */
export function StageBar({ stages }: { stages: Change['stages'] }) {
  const { t } = useTranslationRef(doraTranslationRef);
  const times = useTimes();
  const words = (stage: Stage) => {
    const seconds = stages[stage];
    return seconds === null ? t('change.never') : times.duration(seconds);
  };
  const label = t('stage.bar', {
    coding: words('coding'),
    pickup: words('pickup'),
    review: words('review'),
    deploy: words('deploy'),
  });
  return (
    <div className={styles.bar} role="img" aria-label={label} title={label}>
      {STAGES.map(stage => {
        const seconds = stages[stage];
        return seconds ? (
          <span
            key={stage}
            className={`${styles.part} ${styles[stage]}`}
            style={{ flexGrow: seconds }}
          />
        ) : null;
      })}
    </div>
  );
}
