import { useMemo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { MetricInterval, SeriesPoint } from '@waymark/metrics-common';
import { useDateFormat } from '../format/useDateFormat';
import { chartsTranslationRef } from '../translation';
import type { ChartCell, ChartData, ChartSeries } from './chartData';

export interface TimeSeries extends ChartSeries {
  points: readonly SeriesPoint[];
}

interface TimeDataOptions {
  interval: MetricInterval;
  /** The list behind a period. */
  hrefOf?: (point: SeriesPoint) => string | undefined;
}

/**
 * Series over time as rows of periods. The first series names the periods; the others are laid
 * beside it by position, so that a comparison window lies under the current one.
 */
export function useTimeData(
  series: readonly TimeSeries[],
  { interval, hrefOf }: TimeDataOptions,
): ChartData {
  const { t } = useTranslationRef(chartsTranslationRef);
  const dates = useDateFormat();
  return useMemo(() => {
    const cellAt = (one: TimeSeries, index: number): ChartCell | undefined => {
      const point = one.points[index];
      if (!point) return undefined;
      const { value, n, low, high, start } = point;
      const isElsewhere = start !== series[0].points[index].start;
      return {
        value,
        n,
        low,
        high,
        title: isElsewhere ? dates.period(start, interval) : undefined,
      };
    };
    return {
      rowLabel: t(`interval.${interval}`),
      series: series.map(({ id, label, tone }) => ({ id, label, tone })),
      rows: (series[0]?.points ?? []).map((point, index) => ({
        id: point.start,
        label: dates.axisLabel(point.start, interval),
        title: dates.period(point.start, interval),
        partial: point.partial,
        partialReason: point.partialReason,
        href: hrefOf?.(point),
        cells: Object.fromEntries(
          series.flatMap(one => {
            const cell = cellAt(one, index);
            return cell ? [[one.id, cell]] : [];
          }),
        ),
      })),
    };
  }, [series, interval, hrefOf, dates, t]);
}
