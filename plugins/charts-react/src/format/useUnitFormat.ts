import { useMemo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  formatChange,
  formatInterval,
  formatParts,
  formatValue,
  type ConfidenceInterval,
  type MetricUnit,
} from '@waymark/metrics-common';
import { chartsTranslationRef } from '../translation';
import { useLocale } from './useLocale';

/** Formats values in the language of the reader. */
export function useUnitFormat() {
  const { t } = useTranslationRef(chartsTranslationRef);
  const locale = useLocale();
  return useMemo(() => {
    const options = {
      locale,
      words: {
        perWeek: t('unit.perWeek'),
        daysPerWeek: t('unit.daysPerWeek'),
        percentagePoints: t('unit.percentagePoints'),
      },
    };
    return {
      locale,
      value: (value: number, unit: MetricUnit) =>
        formatValue(value, unit, options),
      parts: (value: number, unit: MetricUnit) =>
        formatParts(value, unit, options),
      /** `changed` is the value now; its unit is taken for the difference. */
      change: (difference: number, unit: MetricUnit, changed?: number) =>
        formatChange(difference, unit, { ...options, changed }),
      interval: (interval: ConfidenceInterval, unit: MetricUnit) =>
        formatInterval(interval, unit, options),
      count: (value: number) => formatValue(value, 'count', options),
    };
  }, [locale, t]);
}
