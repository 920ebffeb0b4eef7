import {
  addDays,
  startOfDay,
  windowDays,
  type MetricWindow,
} from '@waymark/metrics-common';

const NARROWEST_PX = 12;
const DAYS_IN_BUCKET = [1, 7, 28];

/** How many days share a mark, so that the marks do not run into each other. */
export function daysPerBucket(days: number, width: number): number {
  const wide = DAYS_IN_BUCKET.find(
    size => (width / days) * size >= NARROWEST_PX,
  );
  return wide ?? DAYS_IN_BUCKET[DAYS_IN_BUCKET.length - 1];
}

/** The instants between which points are gathered, from the start to the end of the window. */
export function bucketEdges(window: MetricWindow, width: number): number[] {
  const days = windowDays(window);
  const size = daysPerBucket(days, width);
  const starts = Array.from({ length: Math.ceil(days / size) }, (_, index) =>
    addDays(window.from, index * size),
  );
  return [...starts, window.to].map(date =>
    startOfDay(date, window.timezone).getTime(),
  );
}
