import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { MetricUnit, SeriesPoint } from '@waymark/metrics-common';
import { useUnitFormat } from '../../format/useUnitFormat';
import { chartsTranslationRef } from '../../translation';
import styles from './Sparkline.module.css';
import { sparklinePath } from './sparklinePath';

export interface SparklineProps {
  /** What the line is of, for screen readers. */
  label: string;
  points: readonly Pick<SeriesPoint, 'value' | 'partial'>[];
  unit: MetricUnit;
  height?: number;
}

const WIDTH = 100;
const HEIGHT_PX = 28;

/**
 * The shape of a series without axes, beside a number that says the rest. Plain SVG: a table has
 * hundreds of them, and they are drawn before any chart is loaded.
 */
export function Sparkline({
  label,
  points,
  unit,
  height = HEIGHT_PX,
}: SparklineProps) {
  const { t } = useTranslationRef(chartsTranslationRef);
  const format = useUnitFormat();
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]));
  const last = values.at(-1);
  if (last === undefined) {
    return <span className={styles.none}>{t('figure.noData')}</span>;
  }
  const { whole, partial, dots } = sparklinePath(points, WIDTH, height);
  const text = t('sparkline.text', {
    label,
    periods: String(values.length),
    lowest: format.value(Math.min(...values), unit),
    highest: format.value(Math.max(...values), unit),
    last: format.value(last, unit),
  });
  return (
    <svg
      role="img"
      aria-label={text}
      className={styles.sparkline}
      viewBox={`0 0 ${WIDTH} ${height}`}
      height={height}
      preserveAspectRatio="none"
    >
      <path d={whole} className={styles.line} />
      <path d={partial} className={`${styles.line} ${styles.partial}`} />
      {dots.map(({ x, y }) => (
        // A line without length and with round ends: a dot that scaling does not turn oval.
        <path key={x} d={`M${x} ${y}h0.01`} className={styles.dot} />
      ))}
    </svg>
  );
}
