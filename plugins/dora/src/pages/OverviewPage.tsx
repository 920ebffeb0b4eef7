import { IntervalPicker, type ChartStatus } from '@waymark/charts-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { errorText } from '@waymark/query-react';
import { Benchmarks } from '../components/overview/Benchmarks';
import { DeliveryTimeline } from '../components/overview/DeliveryTimeline';
import { LeadTimeDistribution } from '../components/overview/LeadTimeDistribution';
import { MetricNotes } from '../components/overview/MetricNotes';
import { MetricRow } from '../components/overview/MetricRow';
import { StageChart } from '../components/overview/StageChart';
import { TrendChart } from '../components/overview/TrendChart';
import overview from '../components/overview/overview.module.css';
import styles from '../components/page.module.css';
import { useDoraQuery } from '../hooks/useDoraQuery';
import { useTimes } from '../hooks/useTimes';
import { previousWindow } from '@waymark/metrics-common';
import { useWindowQuery } from '../location/useWindowQuery';
import { doraTranslationRef } from '../translation';

/** The five metrics of a scope in a window, and what lies behind them. */
export function OverviewPage() {
  const { t } = useTranslationRef(doraTranslationRef);
  const times = useTimes();
  const { state, query } = useWindowQuery();
  const { window, interval, comparison } = state;
  const metrics = useDoraQuery('getMetrics', { query: { ...query, interval } });
  // The trend of a card is against the window before, whether or not it is drawn.
  const { from, to } = previousWindow(window);
  const previous = useDoraQuery('getMetrics', {
    query: { ...query, interval, from, to },
  });
  const compared = comparison ? previous.data : undefined;
  const onRetry = () => void metrics.refetch();
  const status = (): ChartStatus => {
    if (metrics.data) return { kind: 'ready' };
    return metrics.error
      ? { kind: 'error', message: errorText(metrics.error), onRetry }
      : { kind: 'loading' };
  };
  const shared = {
    metrics: metrics.data,
    previous: compared,
    window,
    status: status(),
  };
  const trend = { ...shared, interval };
  return (
    <>
      <MetricRow
        metrics={metrics.data}
        previous={previous.data}
        error={metrics.data ? undefined : metrics.error}
        onRetry={onRetry}
      />
      <div className={overview.period}>
        {metrics.data ? <MetricNotes metrics={metrics.data} /> : <span />}
        <IntervalPicker value={interval} onChange={state.setInterval} />
      </div>
      {/* The order of the questions: it took longer; where does the time go? */}
      <div className={overview.charts}>
        <TrendChart name="leadTime" {...trend} />
        <StageChart {...shared} />
        <LeadTimeDistribution window={window} />
        <TrendChart name="deploymentFrequency" {...trend} />
      </div>
      <div className={overview.three}>
        <TrendChart name="changeFailRate" {...trend} />
        <TrendChart name="recoveryTime" {...trend} />
        <TrendChart name="reworkRate" {...trend} />
      </div>
      <DeliveryTimeline window={window} />
      {metrics.data && <Benchmarks metrics={metrics.data} />}
      {metrics.data && (
        <p className={styles.muted}>
          {[
            t('freshness', {
              when: times.instant(metrics.data.freshness.computedAt),
            }),
            metrics.data.freshness.pendingEvents > 0 &&
              t('waiting', { count: metrics.data.freshness.pendingEvents }),
            t('timezone', { zone: times.zone }),
          ]
            .filter(Boolean)
            .join(' ')}
        </p>
      )}
    </>
  );
}
