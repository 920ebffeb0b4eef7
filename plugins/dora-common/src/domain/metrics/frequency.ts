import { addDays, daysBetween, localDateOf } from './localDate';
import { percentile, ascending } from './percentile';
import { byPeriod, isPartial, periodsOf, type MetricWindow } from './periods';

/** Days of the window that have begun; today is one of them. */
export function daysUpToNow({ from, to, timezone }: MetricWindow, now: Date) {
  const tomorrow = addDays(localDateOf(now, timezone), 1);
  return Math.max(0, daysBetween(from, to < tomorrow ? to : tomorrow));
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
    .filter((_, index) => !isPartial(weeks[index], now))
    .map(daysOfWeek => daysOfWeek.length);
  return percentile(ascending(counts), 0.5);
}
