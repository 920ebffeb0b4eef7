import { useId, useState, type FormEvent } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import {
  addDays,
  localDateOf,
  localDateSchema,
  parseWindow,
  type MetricWindow,
  type WindowField,
  type WindowProblem,
} from '@waymark/metrics-common';
import { chartsTranslationRef } from '../../translation';
import styles from './WindowPicker.module.css';

interface OwnDatesProps {
  window: MetricWindow;
  now: Date;
  onApply: (dates: { from: string; to: string }) => void;
}

/** The day after, or what was typed where that is no date. */
const dayAfter = (date: string) =>
  localDateSchema.safeParse(date).success ? addDays(date, 1) : date;

/** Two days, both inclusive as people think of them; the window that is applied is half-open. */
export function OwnDates({ window, now, onApply }: OwnDatesProps) {
  const { t } = useTranslationRef(chartsTranslationRef);
  const problemId = useId();
  const [from, setFrom] = useState(window.from);
  const [until, setUntil] = useState(addDays(window.to, -1));
  const [problem, setProblem] = useState<WindowProblem>();
  const today = localDateOf(now, window.timezone);

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const { timezone } = window;
    const parsed = parseWindow(
      { from, to: dayAfter(until) },
      { now, timezone },
    );
    if (parsed.ok) {
      setProblem(undefined);
      onApply({ from: parsed.window.from, to: parsed.window.to });
    } else {
      setProblem(parsed.problem);
    }
  };

  const dateField = (
    field: WindowField,
    label: string,
    value: string,
    onChange: (date: string) => void,
  ) => (
    <label className={styles.date}>
      <span>{label}</span>
      <input
        type="date"
        value={value}
        max={today}
        aria-invalid={problem?.field === field || undefined}
        aria-describedby={problem?.field === field ? problemId : undefined}
        onChange={event => onChange(event.target.value)}
      />
    </label>
  );

  return (
    <form className={styles.dates} onSubmit={onSubmit} noValidate>
      {dateField('from', t('window.from'), from, setFrom)}
      {dateField('to', t('window.until'), until, setUntil)}
      <Button type="submit" size="small" variant="secondary">
        {t('window.apply')}
      </Button>
      {problem && (
        <p role="alert" id={problemId} className={styles.problem}>
          {t(`window.problem.${problem.code}`)}
        </p>
      )}
    </form>
  );
}
