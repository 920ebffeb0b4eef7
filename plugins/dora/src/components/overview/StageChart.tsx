import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  BarChart,
  type ChartData,
  type ChartStatus,
} from '@waymark/charts-react';
import type { MetricWindow } from '@waymark/metrics-common';
import type { DoraMetrics } from '@waymark/plugin-dora-common';
import { useMemo } from 'react';
import { useDeliveryLinks } from '../../location/useDeliveryLinks';
import { doraTranslationRef } from '../../translation';
import { STAGES } from '../StageBar';

interface StageChartProps {
  metrics?: DoraMetrics;
  previous?: DoraMetrics;
  window: MetricWindow;
  status: ChartStatus;
}

/** Where the time of a change goes; a bar opens the changes that spent most there. */
export function StageChart(props: StageChartProps) {
  const { metrics, previous, window, status } = props;
  const { t } = useTranslationRef(doraTranslationRef);
  const links = useDeliveryLinks();
  const data: ChartData = useMemo(() => {
    const cell = (
      answer: DoraMetrics | undefined,
      stage: (typeof STAGES)[number],
    ) => {
      const figure = answer?.leadTime.stages[stage];
      return { value: figure?.p50 ?? null, n: figure?.n ?? 0 };
    };
    return {
      rowLabel: t('column.stages'),
      series: [
        {
          id: 'now',
          label: previous ? t('chart.now') : t('series.leadTime'),
        },
        ...(previous
          ? [
              {
                id: 'previous',
                label: t('chart.previous'),
                tone: 'comparison' as const,
              },
            ]
          : []),
      ],
      rows: STAGES.map(stage => ({
        id: stage,
        label: t(`stage.${stage}`),
        title: `${t(`stage.${stage}`)}: ${t(`stage.${stage}Help`)}`,
        href: links.page('changes', { sort: stage }),
        cells: {
          now: cell(metrics, stage),
          ...(previous && { previous: cell(previous, stage) }),
        },
      })),
    };
  }, [metrics, previous, links, t]);
  return (
    <BarChart
      title={t('chart.stages')}
      description={t('chart.stagesDescription')}
      unit="seconds"
      window={window}
      n={metrics?.leadTime.n}
      status={status}
      data={data}
    />
  );
}
