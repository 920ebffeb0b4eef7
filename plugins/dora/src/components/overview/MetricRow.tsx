import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { MetricCard, MetricCards } from '@waymark/charts-react';
import type { DoraMetrics } from '@waymark/plugin-dora-common';
import { errorText } from '@waymark/query-react';
import { useDefinitions } from '../../hooks/useDefinitions';
import type { Changes, PathName } from '../../location/paths';
import { useDeliveryLinks } from '../../location/useDeliveryLinks';
import {
  DIRECTIONS,
  METRICS,
  toEnvelope,
  type MetricName,
} from '../../metrics/toEnvelopes';
import { doraTranslationRef } from '../../translation';

interface MetricRowProps {
  /** Where the address does not say it. */
  scope?: string;
  metrics?: DoraMetrics;
  previous?: DoraMetrics;
  error?: unknown;
  onRetry?: () => void;
}

/** The list that each figure was counted from. */
const LISTS: Readonly<Record<MetricName, { page: PathName; search: Changes }>> =
  {
    deploymentFrequency: { page: 'deployments', search: { show: 'counted' } },
    leadTime: { page: 'changes', search: { sort: 'lead' } },
    changeFailRate: { page: 'deployments', search: { show: 'failed' } },
    recoveryTime: { page: 'deployments', search: { show: 'failed' } },
    reworkRate: { page: 'deployments', search: { show: 'unplanned' } },
  };

/** The five metrics, each with its interval, its n and the way to its list. */
export function MetricRow(props: MetricRowProps) {
  const { scope, metrics, previous, error, onRetry } = props;
  const { t } = useTranslationRef(doraTranslationRef);
  const definitions = useDefinitions();
  const links = useDeliveryLinks();
  return (
    <MetricCards>
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
            href={links.page(page, scope ? { ...search, scope } : search)}
          />
        );
      })}
    </MetricCards>
  );
}
