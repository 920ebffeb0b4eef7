import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RiEyeOffLine, RiInformationLine } from '@remixicon/react';
import { isTooFew, type MetricEnvelope } from '@waymark/metrics-common';
import { useUnitFormat } from '../../format/useUnitFormat';
import { chartsTranslationRef } from '../../translation';
import styles from './MetricCard.module.css';

/** The value with its unit, sample and interval, or why there is none. */
export function CardValue({ metric }: { metric: MetricEnvelope }) {
  const { value, unit, n, interval, suppressed } = metric;
  const { t } = useTranslationRef(chartsTranslationRef);
  const format = useUnitFormat();
  if (suppressed) {
    return (
      <div className={styles.figure}>
        <p className={styles.noValue}>
          <RiEyeOffLine size={18} aria-hidden />
          {t('card.suppressed')}
        </p>
        <p className={styles.stateText}>
          {t('card.suppressedWhy', { k: String(suppressed.k) })}
        </p>
      </div>
    );
  }
  if (value === null) {
    return (
      <div className={styles.figure}>
        <p className={styles.noValue}>{t('card.noData')}</p>
        <p className={styles.stateText}>{t('card.noDataWhy')}</p>
      </div>
    );
  }
  const parts = format.parts(value, unit);
  return (
    <div className={styles.figure}>
      <p className={styles.value}>
        {parts.number}
        {parts.unit && <span className={styles.unit}> {parts.unit}</span>}
        {isTooFew(n) && (
          <span className={styles.tooFew}>
            <RiInformationLine size={14} aria-hidden />
            {t('card.tooFew')}
          </span>
        )}
      </p>
      <p className={styles.sample}>
        {n !== null && (
          <span className={styles.n}>
            {t('figure.n', { n: format.count(n) })}
          </span>
        )}
        {interval && (
          <span>
            {t('card.interval', { interval: format.interval(interval, unit) })}
          </span>
        )}
      </p>
    </div>
  );
}
