import { lazy, useMemo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { MetricUnit } from '@waymark/metrics-common';
import type { ChartHeading } from '../components/ChartFrame/ChartFrame';
import type { ChartData } from '../data/chartData';
import type { DistributionBin, DistributionMark } from '../data/distribution';
import { useUnitFormat } from '../format/useUnitFormat';
import { chartsTranslationRef } from '../translation';
import { CustomChart } from './CustomChart';
import { DEFAULT_HEIGHT_PX } from './DataChart';

const DistributionDrawing = lazy(
  () => import('../drawings/DistributionDrawing'),
);

export interface DistributionChartProps extends Omit<ChartHeading, 'unit'> {
  /** Unit of what is distributed; the bars count. */
  valueUnit: MetricUnit;
  /** Adjoining, from low to high. */
  bins: readonly DistributionBin[];
  marks?: readonly DistributionMark[];
  height?: number;
  onSelect?: (bin: DistributionBin) => void;
}

const NO_MARKS: readonly DistributionMark[] = [];

/** A histogram: not only the middle, but how far the rest is from it. */
export function DistributionChart(props: DistributionChartProps) {
  const { valueUnit, bins, marks = NO_MARKS, onSelect } = props;
  const { height = DEFAULT_HEIGHT_PX, ...heading } = props;
  const { t } = useTranslationRef(chartsTranslationRef);
  const format = useUnitFormat();
  const data: ChartData = useMemo(
    () => ({
      rowLabel: t('distribution.range'),
      series: [{ id: 'count', label: t('distribution.count') }],
      rows: bins.map(({ from, to, count }) => {
        const range = format.interval({ low: from, high: to }, valueUnit);
        return {
          id: String(from),
          label: range,
          title: range,
          cells: { count: { value: count } },
        };
      }),
    }),
    [bins, valueUnit, format, t],
  );
  const total = bins.reduce((sum, { count }) => sum + count, 0);
  const points = bins.map(({ count }, index) => ({
    title: data.rows[index].title,
    lines: [
      {
        label: t('distribution.count'),
        value: format.count(count),
        detail:
          total > 0
            ? t('distribution.share', {
                share: format.value(count / total, 'rate'),
              })
            : undefined,
        colour: 'var(--waymark-chart-1)',
      },
    ],
  }));
  const marksInWords = marks
    .map(mark => `${mark.label} ${format.value(mark.value, valueUnit)}`)
    .join(' · ');
  return (
    <CustomChart
      {...heading}
      status={
        total === 0 && (heading.status?.kind ?? 'ready') === 'ready'
          ? { kind: 'empty' }
          : heading.status
      }
      n={heading.n ?? total}
      unit="count"
      height={height}
      data={data}
      points={points}
      note={marksInWords || undefined}
      onSelect={onSelect && (index => onSelect(bins[index]))}
      draw={size => (
        <DistributionDrawing
          {...size}
          bins={bins}
          marks={marks}
          unit={valueUnit}
        />
      )}
    />
  );
}
