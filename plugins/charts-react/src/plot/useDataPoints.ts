import { useMemo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { MetricUnit } from '@waymark/metrics-common';
import { cellOf, type ChartCell, type ChartData } from '../data/chartData';
import { useRowTitle } from '../data/useRowTitle';
import { seriesStyle } from '../data/seriesStyle';
import { useUnitFormat } from '../format/useUnitFormat';
import { chartsTranslationRef } from '../translation';
import type { PlotPoint } from './PlotContext';

/** The rows of a chart in words. */
export function useDataPoints(data: ChartData, unit: MetricUnit): PlotPoint[] {
  const { t } = useTranslationRef(chartsTranslationRef);
  const format = useUnitFormat();
  const titleOf = useRowTitle();
  return useMemo(() => {
    const detailOf = ({ value, n, low, high, title }: ChartCell) =>
      [
        title,
        value !== null && typeof low === 'number' && typeof high === 'number'
          ? format.interval({ low, high }, unit)
          : undefined,
        typeof n === 'number'
          ? t('figure.n', { n: format.count(n) })
          : undefined,
      ]
        .filter(Boolean)
        .join(', ');
    return data.rows.map(row => ({
      title: titleOf(row),
      href: row.href,
      lines: data.series.map(({ id, label, tone }, index) => {
        const cell = cellOf(row, id);
        return {
          label,
          value:
            cell.value === null
              ? t('figure.noData')
              : format.value(cell.value, unit),
          detail: detailOf(cell) || undefined,
          colour: seriesStyle(index, tone).colour,
        };
      }),
    }));
  }, [data, unit, format, titleOf, t]);
}
