export const DAY_MS = 86_400_000;
const MONTH_MS = 30.4375 * DAY_MS;

export const isoDate = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** 2026-01-31T09:30:00Z: whole seconds, always UTC. */
export const isoInstant = (ms: number) =>
  `${new Date(ms).toISOString().slice(0, 19)}Z`;

/** The half-open span of time that is simulated. */
export function windowOf(settings: { until: string; months: number }) {
  const end = Date.parse(settings.until);
  return { start: end - settings.months * MONTH_MS, end };
}

/** '+0530' -> 19800 */
export function offsetSeconds(utcOffset: string) {
  const sign = utcOffset.startsWith('-') ? -1 : 1;
  const hours = Number(utcOffset.slice(1, 3));
  const minutes = Number(utcOffset.slice(3, 5));
  return sign * (hours * 3600 + minutes * 60);
}
