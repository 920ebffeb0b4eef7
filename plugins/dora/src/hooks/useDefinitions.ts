import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { MetricDefinition } from '@waymark/metrics-common';
import { useMemo } from 'react';
import { METRICS, type MetricName } from '../metrics/toEnvelopes';
import { doraTranslationRef } from '../translation';

/** What each metric means, how it is computed, and what it does not tell. */
export function useDefinitions() {
  const { t } = useTranslationRef(doraTranslationRef);
  return useMemo(
    () =>
      Object.fromEntries(
        METRICS.map(name => [
          name,
          {
            text: t(`definition.${name}.text`),
            formula: t(`definition.${name}.formula`),
            doesNotTell: t(`definition.${name}.doesNotTell`),
            source: t('definition.source'),
          },
        ]),
      ) as Record<MetricName, MetricDefinition>,
    [t],
  );
}
