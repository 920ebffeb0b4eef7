import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RiCheckLine, RiSubtractLine } from '@remixicon/react';
import type { MetricDirection, MetricEnvelope } from '@waymark/metrics-common';
import { useUnitFormat } from '../../format/useUnitFormat';
import { chartsTranslationRef } from '../../translation';
import styles from './MetricCard.module.css';

interface CardTargetProps {
  metric: MetricEnvelope;
  direction: MetricDirection;
}

/** The target, and whether it is met where the metric has a better direction. */
export function CardTarget({ metric, direction }: CardTargetProps) {
  const { t } = useTranslationRef(chartsTranslationRef);
  const format = useUnitFormat();
  const { target, value, unit } = metric;
  if (target === null || target === undefined || value === null) return null;
  const isMet = direction === 'higher' ? value >= target : value <= target;
  const Icon = isMet ? RiCheckLine : RiSubtractLine;
  return (
    <p className={styles.target}>
      {t('card.target', { value: format.value(target, unit) })}
      {direction !== 'neutral' && (
        <span
          className={`${styles.change} ${isMet ? styles.better : styles.plain}`}
        >
          <Icon size={16} aria-hidden />
          {isMet ? t('card.met') : t('card.missed')}
        </span>
      )}
    </p>
  );
}
