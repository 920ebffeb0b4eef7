import type { MetricWindow } from '../schemas/window';
import { addDays, daysBetween, startOfDay } from './localDate';

export const windowDays = ({ from, to }: MetricWindow): number =>
  daysBetween(from, to);

/** The window of equal length, in days, that ends where this one begins. */
export function previousWindow(window: MetricWindow): MetricWindow {
  return {
    ...window,
    from: addDays(window.from, -windowDays(window)),
    to: window.from,
  };
}

/** The instants that a window covers, half-open. */
export function windowInstants({ from, to, timezone }: MetricWindow): {
  start: Date;
  end: Date;
} {
  return { start: startOfDay(from, timezone), end: startOfDay(to, timezone) };
}
