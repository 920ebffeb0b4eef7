import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { MetricEnvelope } from '@waymark/metrics-common';
import { useDateFormat } from '../../format/useDateFormat';
import { useUnitFormat } from '../../format/useUnitFormat';
import { chartsTranslationRef } from '../../translation';
import styles from './MetricCard.module.css';

/** Sample, window and freshness: a number is never without them. */
export function CardFooter({ metric }: { metric: MetricEnvelope }) {
  const { t } = useTranslationRef(chartsTranslationRef);
  const dates = useDateFormat();
  const format = useUnitFormat();
  const { n, window, freshness } = metric;
  return (
    <div className={styles.footer}>
      <p>
        {n !== null && (
          <span className={styles.n}>
            {t('figure.n', { n: format.count(n) })}
          </span>
        )}
        <span>{dates.window(window)}</span>
      </p>
      <p>
        {freshness
          ? t('card.freshness', {
              instant: `${dates.instant(freshness, window.timezone)} ${
                window.timezone
              }`,
            })
          : t('card.noFreshness')}
      </p>
    </div>
  );
}
