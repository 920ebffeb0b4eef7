import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { DistributionChart } from '@waymark/charts-react';
import type { MetricWindow } from '@waymark/metrics-common';
import { errorText } from '@waymark/query-react';
import { useNavigate } from 'react-router-dom';
import { useDoraQuery } from '../../hooks/useDoraQuery';
import { useDeliveryLinks } from '../../location/useDeliveryLinks';
import { useWindowQuery } from '../../location/useWindowQuery';
import { doraTranslationRef } from '../../translation';

const MARKS = ['p50', 'p75', 'p90'] as const;

/** Not only a median: how lead times are spread. A bar opens its changes. */
export function LeadTimeDistribution({ window }: { window: MetricWindow }) {
  const { t } = useTranslationRef(doraTranslationRef);
  const { query } = useWindowQuery();
  const links = useDeliveryLinks();
  const navigate = useNavigate();
  const answer = useDoraQuery('getDistribution', {
    query: { ...query, metric: 'leadTime' },
  });
  const status = () => {
    if (answer.data) return { kind: 'ready' as const };
    if (!answer.error) return { kind: 'loading' as const };
    return {
      kind: 'error' as const,
      message: errorText(answer.error),
      onRetry: () => void answer.refetch(),
    };
  };
  return (
    <DistributionChart
      title={t('chart.distribution')}
      valueUnit="seconds"
      window={window}
      n={answer.data?.n}
      status={status()}
      bins={answer.data?.buckets ?? []}
      marks={MARKS.flatMap(id => {
        const value = answer.data?.[id];
        return value === null || value === undefined
          ? []
          : [{ id, label: id, value }];
      })}
      onSelect={({ from, to }) =>
        navigate(
          links.page('changes', {
            sort: 'lead',
            minSeconds: String(from),
            maxSeconds: String(to),
          }),
        )
      }
    />
  );
}
