import type { ReactElement } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  RiArrowRightDownLine,
  RiArrowRightLine,
  RiArrowRightUpLine,
} from '@remixicon/react';
import {
  trendOf,
  type MetricDirection,
  type MetricEnvelope,
  type Trend,
  type TrendVerdict,
} from '@waymark/metrics-common';
import { useUnitFormat } from '../../format/useUnitFormat';
import { chartsTranslationRef } from '../../translation';
import styles from './MetricCard.module.css';

interface CardTrendProps {
  metric: MetricEnvelope;
  direction: MetricDirection;
}

const TONE: Readonly<Record<TrendVerdict, string>> = {
  better: styles.better,
  worse: styles.worse,
  changed: styles.plain,
  same: styles.plain,
  unclear: styles.plain,
};

function arrowOf({ difference, verdict }: Trend): ReactElement {
  if (verdict === 'same') return <RiArrowRightLine size={16} aria-hidden />;
  return difference > 0 ? (
    <RiArrowRightUpLine size={16} aria-hidden />
  ) : (
    <RiArrowRightDownLine size={16} aria-hidden />
  );
}

/** How the figure moved since the window before: arrow, sign and word; colour only repeats them. */
export function CardTrend({ metric, direction }: CardTrendProps) {
  const { t } = useTranslationRef(chartsTranslationRef);
  const format = useUnitFormat();
  const { previous, unit } = metric;
  const trend = trendOf(metric, previous, direction);
  if (!trend || !previous || previous.value === null) {
    return <p className={styles.before}>{t('card.noBefore')}</p>;
  }
  const { difference, verdict } = trend;
  return (
    <div className={styles.trend} title={t(`card.verdictWhy.${verdict}`)}>
      <p className={`${styles.change} ${TONE[verdict]}`}>
        {arrowOf(trend)}
        {verdict !== 'same' &&
          `${format.change(difference, unit, metric.value ?? undefined)}, `}
        {t(`card.verdict.${verdict}`)}
      </p>
      <p className={styles.before}>
        {t('card.before', { value: format.value(previous.value, unit) })}
      </p>
    </div>
  );
}
