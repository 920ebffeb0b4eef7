import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Timeline,
  type ChartStatus,
  type TimelineEvent,
} from '@waymark/charts-react';
import type { MetricWindow } from '@waymark/metrics-common';
import { errorText } from '@waymark/query-react';
import { useMemo } from 'react';
import { useDoraQuery } from '../../hooks/useDoraQuery';
import { useDeliveryLinks } from '../../location/useDeliveryLinks';
import { useWindowQuery } from '../../location/useWindowQuery';
import { doraTranslationRef } from '../../translation';
import { shortVersion } from '../shortVersion';

/** As many as one page of the API; more would be a smear. */
const MAX_EVENTS = 200;

/** Whether incidents follow deployments, for a scope that is small enough to look at. */
export function DeliveryTimeline({ window }: { window: MetricWindow }) {
  const { t } = useTranslationRef(doraTranslationRef);
  const { query } = useWindowQuery();
  const links = useDeliveryLinks();
  const page = { query: { ...query, limit: MAX_EVENTS } };
  const deployments = useDoraQuery('listDeployments', {
    query: { ...page.query, counted: 'true' },
  });
  const incidents = useDoraQuery('listIncidents', page);
  const isTooMany = Boolean(
    deployments.data?.nextCursor || incidents.data?.nextCursor,
  );
  const error = deployments.error ?? incidents.error;

  const events = useMemo<TimelineEvent[]>(
    () => [
      ...(deployments.data?.items ?? []).map(deployment => ({
        id: deployment.id,
        lane: 'deployments',
        title: shortVersion(deployment),
        start: deployment.finishedAt,
        tone: deployment.failed ? ('bad' as const) : ('neutral' as const),
        href: links.deployment(deployment.id),
      })),
      ...(incidents.data?.items ?? []).map(incident => ({
        id: incident.id,
        lane: 'incidents',
        title: incident.title ?? incident.id,
        start: incident.impactStartAt ?? incident.detectedAt,
        end: incident.resolvedAt,
        tone: 'bad' as const,
        href: links.incident(incident.id),
      })),
    ],
    [deployments.data, incidents.data, links],
  );

  const status = (): ChartStatus => {
    if (error) {
      return {
        kind: 'error',
        message: errorText(error),
        onRetry: () => {
          void deployments.refetch();
          void incidents.refetch();
        },
      };
    }
    if (!deployments.data || !incidents.data) return { kind: 'loading' };
    return isTooMany
      ? { kind: 'empty', title: t('chart.timelineTooMany') }
      : { kind: 'ready' };
  };

  return (
    <Timeline
      title={t('chart.timeline')}
      window={window}
      status={status()}
      lanes={[
        { id: 'deployments', label: t('page.deployments') },
        { id: 'incidents', label: t('page.incidents') },
      ]}
      events={events}
    />
  );
}
