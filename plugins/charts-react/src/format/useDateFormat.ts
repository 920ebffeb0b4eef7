import { useMemo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  addDays,
  type MetricInterval,
  type MetricWindow,
} from '@waymark/metrics-common';
import { chartsTranslationRef } from '../translation';
import { useLocale } from './useLocale';

const AXIS: Readonly<Record<MetricInterval, Intl.DateTimeFormatOptions>> = {
  day: { day: 'numeric', month: 'short' },
  week: { day: 'numeric', month: 'short' },
  month: { month: 'short', year: '2-digit' },
};
const FULL: Readonly<Record<MetricInterval, Intl.DateTimeFormatOptions>> = {
  day: { day: 'numeric', month: 'short', year: 'numeric' },
  week: { day: 'numeric', month: 'short', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
};

// A local date is no instant: midnight in UTC stands for it, and is shown in UTC.
const midnight = (date: string) => new Date(`${date}T00:00:00Z`);

/** Formats local dates; which time zone they belong to is said once, beside the window. */
export function useDateFormat() {
  const { t } = useTranslationRef(chartsTranslationRef);
  const locale = useLocale();
  return useMemo(() => {
    const show = (date: string, options: Intl.DateTimeFormatOptions) =>
      new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(
        midnight(date),
      );
    const day = (date: string) => show(date, FULL.day);
    return {
      day,
      axisLabel: (start: string, interval: MetricInterval) =>
        show(start, AXIS[interval]),
      period: (start: string, interval: MetricInterval) =>
        interval === 'week'
          ? t('period.week', { date: day(start) })
          : show(start, FULL[interval]),
      /** Both days of a window inclusive, as people speak of it. */
      window: ({ from, to }: MetricWindow) =>
        new Intl.DateTimeFormat(locale, {
          ...FULL.day,
          timeZone: 'UTC',
        }).formatRange(midnight(from), midnight(addDays(to, -1))),
      instant: (iso: string, timezone: string) =>
        new Intl.DateTimeFormat(locale, {
          dateStyle: 'medium',
          timeStyle: 'short',
          timeZone: timezone,
        }).format(new Date(iso)),
    };
  }, [locale, t]);
}
