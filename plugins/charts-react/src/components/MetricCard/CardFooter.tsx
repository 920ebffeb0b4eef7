import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { MetricEnvelope } from '@waymark/metrics-common';
import { useDateFormat } from '../../format/useDateFormat';
import { chartsTranslationRef } from '../../translation';
import styles from './MetricCard.module.css';

/** Window and freshness: a number is never without them. */
export function CardFooter({ metric }: { metric: MetricEnvelope }) {
  const { t } = useTranslationRef(chartsTranslationRef);
  const dates = useDateFormat();
  const { window, freshness } = metric;
  return (
    <div className={styles.footer}>
      <p>
        {t('figure.window', {
          dates: dates.window(window),
          zone: window.timezone,
        })}
      </p>
      <p>
        {freshness
          ? t('card.freshness', {
              instant: dates.instant(freshness, window.timezone),
            })
          : t('card.noFreshness')}
      </p>
    </div>
  );
}
