import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { MetricUnit } from '@waymark/metrics-common';
import { useUnitFormat } from '../../format/useUnitFormat';
import { chartsTranslationRef } from '../../translation';
import styles from './HeatMap.module.css';
import { heatRanges } from './heat';

interface HeatLegendProps {
  domain: readonly [number, number];
  unit: MetricUnit;
}

export function HeatLegend({ domain, unit }: HeatLegendProps) {
  const { t } = useTranslationRef(chartsTranslationRef);
  const format = useUnitFormat();
  return (
    <ul className={styles.legend} aria-label={t('heat.scale')}>
      {heatRanges(domain).map(({ step, low, high }) => (
        <li key={step}>
          <span className={styles.swatch} data-step={step} />
          {format.interval({ low, high }, unit)}
        </li>
      ))}
      <li>
        <span className={`${styles.swatch} ${styles.none}`} />
        {t('figure.noData')}
      </li>
    </ul>
  );
}
