import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { METRIC_INTERVALS, type MetricInterval } from '@waymark/metrics-common';
import { chartsTranslationRef } from '../../translation';

export interface IntervalPickerProps {
  value: MetricInterval;
  onChange: (interval: MetricInterval) => void;
}

/** How long a period of the charts is. */
export function IntervalPicker({ value, onChange }: IntervalPickerProps) {
  const { t } = useTranslationRef(chartsTranslationRef);
  return (
    <ToggleButtonGroup
      aria-label={t('interval.label')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={([key]) => {
        const interval = METRIC_INTERVALS.find(known => known === key);
        if (interval) onChange(interval);
      }}
    >
      {METRIC_INTERVALS.map(interval => (
        <ToggleButton key={interval} id={interval} size="small">
          {t(`interval.${interval}`)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
