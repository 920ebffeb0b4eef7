import { useMemo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { MetricUnit } from '@waymark/metrics-common';
import type { LegendSign } from '../components/ChartFrame/Legend';
import { cellOf, partialReasonOf, type ChartData } from '../data/chartData';
import { useUnitFormat } from '../format/useUnitFormat';
import { chartsTranslationRef } from '../translation';

interface SignOptions {
  data: ChartData;
  unit: MetricUnit;
  target?: number;
  shape: 'partialLine' | 'partialBar';
  withBand?: boolean;
}

/** The signs that a chart needs explained, given what is in its data. */
export function useSigns(options: SignOptions): LegendSign[] {
  const { data, unit, target, shape, withBand = false } = options;
  const { t } = useTranslationRef(chartsTranslationRef);
  const format = useUnitFormat();
  return useMemo(() => {
    const reasons = new Set(data.rows.map(partialReasonOf));
    const [running, cut] = [reasons.has('running'), reasons.has('cut')];
    const either = running ? 'running' : 'cut';
    const partial = running && cut ? 'runningOrCut' : either;
    const hasBand =
      withBand &&
      data.rows.some(row =>
        data.series.some(({ id }) => cellOf(row, id).low !== undefined),
      );
    const signs: (LegendSign | false)[] = [
      (running || cut) && { sign: shape, label: t(`legend.${partial}`) },
      hasBand && { sign: 'band', label: t('legend.band') },
      target !== undefined && {
        sign: 'target',
        label: t('legend.target', { value: format.value(target, unit) }),
      },
    ];
    return signs.filter((sign): sign is LegendSign => sign !== false);
  }, [data, unit, target, shape, withBand, t, format]);
}
