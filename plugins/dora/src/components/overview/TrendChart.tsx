import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  BarChart,
  LineChart,
  useTimeData,
  type ChartStatus,
} from '@waymark/charts-react';
import type {
  MetricInterval,
  MetricWindow,
  SeriesPoint,
} from '@waymark/metrics-common';
import type { DoraMetrics } from '@waymark/plugin-dora-common';
import { useCallback, useMemo } from 'react';
import type { Changes, PathName } from '../../location/paths';
import { useDeliveryLinks } from '../../location/useDeliveryLinks';
import { LISTS } from '../../metrics/lists';
import { toEnvelope, type MetricName } from '../../metrics/toEnvelopes';
import { useDefinitions } from '../../hooks/useDefinitions';
import { doraTranslationRef } from '../../translation';

interface TrendChartProps {
  metrics?: DoraMetrics;
  previous?: DoraMetrics;
  window: MetricWindow;
  interval: MetricInterval;
  status: ChartStatus;
}

interface TrendProps extends TrendChartProps {
  name: MetricName;
  title: string;
  page: PathName;
  search: Changes;
}

const later = (a: string, b: string) => (a > b ? a : b);
const earlier = (a: string, b: string) => (a < b ? a : b);

function Trend(props: TrendProps) {
  const { name, title, metrics, previous, window, interval, status } = props;
  const { page, search } = props;
  const { t } = useTranslationRef(doraTranslationRef);
  const definition = useDefinitions()[name];
  const links = useDeliveryLinks();
  const series = useMemo(() => {
    const envelope = (answer: DoraMetrics) =>
      toEnvelope(name, answer, { title, definition }).series ?? [];
    return [
      ...(metrics
        ? [
            {
              id: 'now',
              label: previous ? t('chart.now') : t(`series.${name}`),
              points: envelope(metrics),
            },
          ]
        : []),
      ...(metrics && previous
        ? [
            {
              id: 'previous',
              label: t('chart.previous'),
              tone: 'comparison' as const,
              points: envelope(previous),
            },
          ]
        : []),
    ];
  }, [name, title, definition, metrics, previous, t]);
  const hrefOf = useCallback(
    ({ start, end }: SeriesPoint) =>
      links.page(page, {
        ...search,
        window: undefined,
        from: later(start, window.from),
        to: earlier(end, window.to),
      }),
    [links, page, search, window],
  );
  const data = useTimeData(series, { interval, hrefOf });
  const heading = { title, window, status, data };
  if (name === 'deploymentFrequency') {
    return <BarChart {...heading} unit="count" />;
  }
  const isRate = name === 'changeFailRate' || name === 'reworkRate';
  return <LineChart {...heading} unit={isRate ? 'rate' : 'seconds'} />;
}

/** How each metric moved; every point opens the list behind it. */
export function TrendChart({
  name,
  ...props
}: TrendChartProps & { name: MetricName }) {
  const { t } = useTranslationRef(doraTranslationRef);
  return (
    <Trend {...props} {...LISTS[name]} name={name} title={t(`trend.${name}`)} />
  );
}
