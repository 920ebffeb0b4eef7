import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Timeline,
  type ChartStatus,
  type TimelineEvent,
} from '@waymark/charts-react';
import type { MetricWindow } from '@waymark/metrics-common';
import { errorText } from '@waymark/query-react';
import { useMemo } from 'react';
import { useTimelineEvents } from '../../hooks/useTimelineEvents';
import { useDeliveryLinks } from '../../location/useDeliveryLinks';
import { useWindowQuery } from '../../location/useWindowQuery';
import { doraTranslationRef } from '../../translation';
import { shortVersion } from '../shortVersion';

/** Whether incidents follow deployments, for a scope that is small enough to look at. */
export function DeliveryTimeline({ window }: { window: MetricWindow }) {
  const { t } = useTranslationRef(doraTranslationRef);
  const { query } = useWindowQuery();
  const links = useDeliveryLinks();
  const answer = useTimelineEvents(query);

  const events = useMemo<TimelineEvent[]>(
    () => [
      ...(answer.data?.deployments ?? []).map(deployment => ({
        id: deployment.id,
        lane: 'deployments',
        title: shortVersion(deployment),
        start: deployment.finishedAt,
        tone: deployment.failed ? ('bad' as const) : ('neutral' as const),
        href: links.deployment(deployment.id),
      })),
      ...(answer.data?.incidents ?? []).map(incident => ({
        id: incident.id,
        lane: 'incidents',
        title: incident.title ?? incident.id,
        start: incident.impactStartAt ?? incident.detectedAt,
        end: incident.resolvedAt,
        tone: 'bad' as const,
        href: links.incident(incident.id),
      })),
    ],
    [answer.data, links],
  );

  const status = (): ChartStatus => {
    if (answer.data) return { kind: 'ready' };
    if (answer.data === null) {
      return {
        kind: 'empty',
        title: t('chart.timelineTooMany'),
        description: t('chart.timelineTooManyHelp'),
      };
    }
    return answer.error
      ? {
          kind: 'error',
          message: errorText(answer.error),
          onRetry: () => void answer.refetch(),
        }
      : { kind: 'loading' };
  };

  return (
    <Timeline
      title={t('chart.timeline')}
      description={
        answer.data?.failedOnly ? t('chart.timelineFailedOnly') : undefined
      }
      window={window}
      status={status()}
      lanes={[
        { id: 'deployments', label: t('page.deployments') },
        { id: 'incidents', label: t('page.incidents') },
      ]}
      toneLabels={{
        neutral: t('chart.succeeded'),
        bad: t('chart.failedOrIncident'),
      }}
      events={events}
    />
  );
}
