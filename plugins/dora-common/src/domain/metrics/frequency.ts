import { daysBetween, localDateOf, startOfDay } from '@waymark/metrics-common';
import { percentile, ascending } from './percentile';
import {
  byPeriod,
  partialityOf,
  periodsOf,
  type MetricWindow,
} from './periods';

const DAY_MS = 86_400_000;

/** Days of the window that are over, and the part of today that is. */
export function daysUpToNow(
  { from, to, timezone }: MetricWindow,
  now: Date,
): number {
  const today = localDateOf(now, timezone);
  if (to <= today) return daysBetween(from, to);
  if (from > today) return 0;
  const midnight = startOfDay(today, timezone);
  const share = (now.getTime() - midnight.getTime()) / DAY_MS;
  return daysBetween(from, today) + share;
}

/** `n` x 7 / days of the window up to now; null before it has begun. */
export function perWeek(
  n: number,
  window: MetricWindow,
  now: Date,
): number | null {
  const days = daysUpToNow(window, now);
  return days === 0 ? null : (n * 7) / days;
}

/**
 * Median, over the full ISO weeks of the window that are over, of the number
 * of days with at least one deployment; null where there is no such week.
 */
export function medianDaysPerWeek(
  deployedAt: readonly Date[],
  window: MetricWindow,
  now: Date,
): number | null {
  const days = periodsOf(window, 'day');
  const deployments = byPeriod(days, deployedAt, at => at);
  const active = days.filter((_, index) => deployments[index].length > 0);
  const weeks = periodsOf(window, 'week');
  const counts = byPeriod(weeks, active, ({ startsAt }) => startsAt)
    .filter((_, index) => !partialityOf(weeks[index], now).partial)
    .map(daysOfWeek => daysOfWeek.length);
  return percentile(ascending(counts), 0.5);
}
