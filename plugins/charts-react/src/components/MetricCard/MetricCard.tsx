import { useId } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Box, Button, Link, Skeleton } from '@backstage/ui';
import { RiArrowRightLine } from '@remixicon/react';
import type { MetricDirection, MetricEnvelope } from '@waymark/metrics-common';
import { chartsTranslationRef } from '../../translation';
import { DefinitionButton } from '../Definition/DefinitionButton';
import { Sparkline } from '../Sparkline/Sparkline';
import { CardFooter } from './CardFooter';
import { CardTarget } from './CardTarget';
import { CardTrend } from './CardTrend';
import { CardValue } from './CardValue';
import styles from './MetricCard.module.css';

export interface MetricCardProps {
  title: string;
  /** Which way the metric gets better; a property of the metric, not of its value. */
  direction: MetricDirection;
  /** Absent while it is loaded. */
  metric?: MetricEnvelope;
  error?: { message: string; onRetry?: () => void };
  /** The list that the figure was counted from. */
  href?: string;
  /** Says what the link opens: "42 deployments". */
  hrefLabel?: string;
  /** Drawn where the metric has a series; true by default. */
  showSparkline?: boolean;
  /** Level of the heading; 3 by default. */
  headingLevel?: 2 | 3 | 4;
}

function Loading({ title }: { title: string }) {
  const { t } = useTranslationRef(chartsTranslationRef);
  return (
    <div
      role="status"
      aria-label={t('state.loading', { title })}
      className={styles.loading}
    >
      <Skeleton width="55%" height={34} />
      <Skeleton width="80%" height={14} />
      <Skeleton width="100%" height={28} />
    </div>
  );
}

function Failed({ message, onRetry }: NonNullable<MetricCardProps['error']>) {
  const { t } = useTranslationRef(chartsTranslationRef);
  return (
    <div role="alert" className={styles.failed}>
      <p className={styles.stateTitle}>{t('state.failed')}</p>
      <p className={styles.stateText}>{message}</p>
      {onRetry && (
        <Button size="small" variant="secondary" onPress={onRetry}>
          {t('state.retry')}
        </Button>
      )}
    </div>
  );
}

/** A figure with all that is needed to judge it. */
export function MetricCard(props: MetricCardProps) {
  const { title, direction, metric, error, href, hrefLabel } = props;
  const { showSparkline = true, headingLevel = 3 } = props;
  const { t } = useTranslationRef(chartsTranslationRef);
  const titleId = useId();
  const Heading = `h${headingLevel}` as const;
  return (
    <Box
      as="section"
      bg="neutral"
      className={styles.card}
      aria-labelledby={titleId}
    >
      <div className={styles.header}>
        <Heading id={titleId} className={styles.title}>
          {title}
        </Heading>
        {metric && (
          <DefinitionButton name={title} definition={metric.definition} />
        )}
      </div>
      {error && <Failed {...error} />}
      {!error && !metric && <Loading title={title} />}
      {!error && metric && (
        <>
          <CardValue metric={metric} />
          {metric.value !== null && (
            <>
              <CardTrend metric={metric} direction={direction} />
              <CardTarget metric={metric} direction={direction} />
            </>
          )}
          <div className={styles.bottom}>
            {showSparkline && metric.value !== null && metric.series && (
              <div className={styles.sparkline}>
                <Sparkline
                  label={title}
                  points={metric.series}
                  unit={metric.unit}
                />
              </div>
            )}
            <CardFooter metric={metric} />
            {href && !metric.suppressed && (
              <Link href={href} standalone className={styles.link}>
                {hrefLabel ?? t('card.open')}
                <RiArrowRightLine size={14} aria-hidden />
              </Link>
            )}
          </div>
        </>
      )}
    </Box>
  );
}
