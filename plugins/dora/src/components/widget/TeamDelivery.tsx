import {
  identityApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { presetWindow, previousWindow } from '@waymark/metrics-common';
import { QueryProvider } from '@waymark/query-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useDoraQuery } from '../../hooks/useDoraQuery';
import { useTimes } from '../../hooks/useTimes';
import { FixedScopeProvider } from '../../location/FixedScope';
import { doraTranslationRef } from '../../translation';
import { pollWhileBehind } from '../../metrics/backlog';
import { BacklogNotice } from '../backlog/BacklogNotice';
import { MetricRow } from '../overview/MetricRow';
import styles from '../page.module.css';

const WINDOW = '28d';

function Delivery() {
  const { t } = useTranslationRef(doraTranslationRef);
  const identity = useApi(identityApiRef);
  const { zone } = useTimes();
  const [now] = useState(() => new Date());
  const me = useQuery({
    queryKey: ['dora', 'me'],
    queryFn: async () => (await identity.getBackstageIdentity()).userEntityRef,
  });
  const window = presetWindow(WINDOW, now, zone);
  const ask = ({ from, to }: { from: string; to: string }) => ({
    query: { scope: me.data, from, to, interval: 'week' as const },
  });
  const enabled = me.data !== undefined;
  const metrics = useDoraQuery('getMetrics', ask(window), {
    enabled,
    refetchInterval: pollWhileBehind,
  });
  const previous = useDoraQuery('getMetrics', ask(previousWindow(window)), {
    enabled,
  });
  return (
    <section aria-label={t('widget.title')} className={styles.widget}>
      <BacklogNotice freshness={metrics.data?.freshness} />
      <FixedScopeProvider scope={me.data}>
        <MetricRow
          metrics={metrics.data}
          previous={previous.data}
          error={metrics.data ? undefined : metrics.error ?? me.error}
          onRetry={() => void (enabled ? metrics : me).refetch()}
        />
      </FixedScopeProvider>
      <p className={styles.muted}>{t('widget.description')}</p>
    </section>
  );
}

/** Delivery of one's own teams in the last four weeks, for the home page. */
export function TeamDelivery() {
  return (
    <QueryProvider>
      <Delivery />
    </QueryProvider>
  );
}
