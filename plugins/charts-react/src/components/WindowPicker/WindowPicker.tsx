import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select, Switch } from '@backstage/ui';
import { WINDOW_PRESETS, isWindowPreset } from '@waymark/metrics-common';
import { useDateFormat } from '../../format/useDateFormat';
import type { MetricWindowState } from '../../hooks/useMetricWindow';
import { chartsTranslationRef } from '../../translation';
import { OwnDates } from './OwnDates';
import styles from './WindowPicker.module.css';

export interface WindowPickerProps {
  /** What `useMetricWindow` gives. */
  state: MetricWindowState;
  /** Whether the page can compare; true by default. */
  canCompare?: boolean;
}

const CUSTOM = 'custom';

/** Chooses the window that a page measures, and says it: dates, time zone, what it is compared with. */
export function WindowPicker({ state, canCompare = true }: WindowPickerProps) {
  const { t } = useTranslationRef(chartsTranslationRef);
  const dates = useDateFormat();
  const { window, comparison, choice, problem } = state;
  const [isChoosing, setIsChoosing] = useState(false);
  const shown = isChoosing ? CUSTOM : choice;
  const summary = [
    t('figure.window', { dates: dates.window(window), zone: window.timezone }),
    comparison && t('window.comparedWith', { dates: dates.window(comparison) }),
  ].filter(Boolean);
  return (
    <div role="group" aria-label={t('window.label')} className={styles.picker}>
      <div className={styles.controls}>
        <Select
          aria-label={t('window.label')}
          className={styles.select}
          options={[
            ...WINDOW_PRESETS.map(id => ({
              id,
              label: t(`window.preset.${id}`),
            })),
            { id: CUSTOM, label: t('window.preset.custom') },
          ]}
          value={shown}
          onChange={key => {
            setIsChoosing(key === CUSTOM);
            if (isWindowPreset(key)) state.choosePreset(key);
          }}
        />
        {shown === CUSTOM && (
          <OwnDates
            key={`${window.from} ${window.to}`}
            window={window}
            now={state.now}
            onApply={chosen => {
              setIsChoosing(false);
              state.chooseDates(chosen);
            }}
          />
        )}
        {canCompare && (
          <Switch
            label={t('window.compare')}
            isSelected={comparison !== undefined}
            onChange={state.setComparison}
          />
        )}
      </div>
      <p className={styles.summary} aria-live="polite">
        {summary.join(', ')}
      </p>
      {problem && (
        <p role="alert" className={styles.problem}>
          {t('window.badAddress', { field: problem.field })}{' '}
          {t(`window.problem.${problem.code}`)}
        </p>
      )}
    </div>
  );
}
