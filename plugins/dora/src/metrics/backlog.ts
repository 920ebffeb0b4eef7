import type { DoraMetrics } from '@waymark/plugin-dora-common';

type Freshness = DoraMetrics['freshness'];

/** Fewer are taken in before one has read that they wait. */
const MANY_EVENTS = 1_000;
const LONG_MS = 60_000;
const POLL_MS = 5_000;

/** Whether figures are so far behind that whoever reads them should know. */
export function isBehind(freshness: Freshness, now: Date): boolean {
  const { pendingEvents, computedAt } = freshness;
  return (
    pendingEvents > MANY_EVENTS ||
    (pendingEvents > 0 && now.getTime() - Date.parse(computedAt) > LONG_MS)
  );
}

/** For `refetchInterval`: asks again until the figures have caught up. */
export function pollWhileBehind(query: {
  state: { data?: { freshness: Freshness } };
}): number | false {
  const { data } = query.state;
  return data && isBehind(data.freshness, new Date()) ? POLL_MS : false;
}
