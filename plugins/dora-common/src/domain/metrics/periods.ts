import { nextPeriod, startOfDay, startOfPeriod } from '@waymark/metrics-common';

export type Interval = 'day' | 'week' | 'month';

/** Local dates in a time zone, half-open: `from` belongs to the window, `to` does not. */
export interface MetricWindow {
  from: string;
  to: string;
  timezone: string;
}

/** Days of a window that belong to one day, ISO week or month, half-open. */
export interface Period {
  /** Local dates, within the window. */
  start: string;
  end: string;
  /** The same as instants; a day may have 23 or 25 hours. */
  startsAt: Date;
  endsAt: Date;
  /** The window cuts a part of it off. */
  isCut: boolean;
}

export function periodsOf(window: MetricWindow, interval: Interval): Period[] {
  const { from, to, timezone } = window;
  const periods: Period[] = [];
  let first = startOfPeriod(from, interval);
  while (first < to) {
    const next = nextPeriod(first, interval);
    const start = first < from ? from : first;
    const end = next > to ? to : next;
    periods.push({
      start,
      end,
      startsAt: startOfDay(start, timezone),
      endsAt: startOfDay(end, timezone),
      isCut: start !== first || end !== next,
    });
    first = next;
  }
  return periods;
}

/** What a point says of a period that is not whole; one that is both cut and not over is not over. */
export function partialityOf({ isCut, endsAt }: Period, now: Date) {
  const cut = isCut ? 'cut' : null;
  const partialReason = endsAt > now ? 'running' : cut;
  return { partial: partialReason !== null, partialReason } as const;
}

/** Items by the period that their instant is in; those outside all periods are left out. */
export function byPeriod<T>(
  periods: readonly Period[],
  items: readonly T[],
  instantOf: (item: T) => Date,
): T[][] {
  const groups: T[][] = periods.map(() => []);
  for (const item of items) {
    const at = instantOf(item);
    const index = indexOf(periods, at);
    if (index >= 0 && at < periods[index].endsAt) groups[index].push(item);
  }
  return groups;
}

/** The last period that has begun by then; -1: none has. */
function indexOf(periods: readonly Period[], at: Date): number {
  let low = 0;
  let high = periods.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (periods[middle].startsAt <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
