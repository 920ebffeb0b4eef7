import { useCallback } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { chartsTranslationRef } from '../translation';
import { partialReasonOf, type ChartRow } from './chartData';

/** Names a row, and says of a period that is not whole why it is not. */
export function useRowTitle(): (row: ChartRow) => string {
  const { t } = useTranslationRef(chartsTranslationRef);
  return useCallback(
    row => {
      const reason = partialReasonOf(row);
      return reason ? t(`period.${reason}`, { period: row.title }) : row.title;
    },
    [t],
  );
}
