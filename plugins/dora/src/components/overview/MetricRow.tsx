import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { MetricCard } from '@waymark/charts-react';
import type { DoraMetrics } from '@waymark/plugin-dora-common';
import { errorText } from '@waymark/query-react';
import { useDefinitions } from '../../hooks/useDefinitions';
import { useDeliveryLinks } from '../../location/useDeliveryLinks';
import { LISTS } from '../../metrics/lists';
import { DIRECTIONS, METRICS, toEnvelope } from '../../metrics/toEnvelopes';
import { doraTranslationRef } from '../../translation';
import styles from './overview.module.css';

interface MetricRowProps {
  metrics?: DoraMetrics;
  previous?: DoraMetrics;
  error?: unknown;
  onRetry?: () => void;
}

/** The five metrics, each with its interval, its n and the way to its list. */
export function MetricRow(props: MetricRowProps) {
  const { metrics, previous, error, onRetry } = props;
  const { t } = useTranslationRef(doraTranslationRef);
  const definitions = useDefinitions();
  const links = useDeliveryLinks();
  return (
    <div className={styles.metrics}>
      <div className={styles.cards}>
        {METRICS.map(name => {
          const title = t(`metric.${name}`);
          const { page, search } = LISTS[name];
          return (
            <MetricCard
              key={name}
              title={title}
              headingLevel={2}
              direction={DIRECTIONS[name]}
              metric={
                metrics &&
                toEnvelope(name, metrics, {
                  title,
                  definition: definitions[name],
                  previous,
                })
              }
              error={error ? { message: errorText(error), onRetry } : undefined}
              href={links.page(page, search)}
              hrefLabel={t(`open.${name}`)}
            />
          );
        })}
      </div>
    </div>
  );
}
