import type { ConfidenceInterval } from '../schemas/series';

/** Which way a metric gets better; `neutral` where neither is. */
export type MetricDirection = 'higher' | 'lower' | 'neutral';

/**
 * `same`: no difference worth a digit. `unclear`: different, but the sample is too small, there is
 * no interval, or the two overlap, so that chance may be all there is to it.
 */
export type TrendVerdict = 'better' | 'worse' | 'changed' | 'same' | 'unclear';

export interface Trend {
  difference: number;
  verdict: TrendVerdict;
}

export interface Estimate {
  value: number | null;
  n: number | null;
  interval?: ConfidenceInterval | null;
}

/** Below this a figure is shown, but is too few to judge by. */
export const TOO_FEW = 5;

const NEGLIGIBLE = 0.005;

export const isTooFew = (n: number | null): boolean =>
  n !== null && n < TOO_FEW;

const overlap = (a: ConfidenceInterval, b: ConfidenceInterval) =>
  a.low <= b.high && b.low <= a.high;

function isUnclear(
  current: Estimate,
  previous: Estimate,
  direction: MetricDirection,
): boolean {
  if (isTooFew(current.n) || isTooFew(previous.n)) return true;
  if (current.interval && previous.interval) {
    return overlap(current.interval, previous.interval);
  }
  // A count is what it is and may have changed; better or worse is a judgement, which needs both.
  return (
    direction !== 'neutral' || Boolean(current.interval || previous.interval)
  );
}

/** How a figure moved since the window before; null where one of the two is missing. */
export function trendOf(
  current: Estimate,
  previous: Estimate | null | undefined,
  direction: MetricDirection,
): Trend | null {
  if (current.value === null || !previous || previous.value === null) {
    return null;
  }
  const difference = current.value - previous.value;
  if (Math.abs(difference) <= NEGLIGIBLE * Math.abs(previous.value)) {
    return { difference, verdict: 'same' };
  }
  if (isUnclear(current, previous, direction))
    return { difference, verdict: 'unclear' };
  if (direction === 'neutral') return { difference, verdict: 'changed' };
  const isBetter = difference > 0 === (direction === 'higher');
  return { difference, verdict: isBetter ? 'better' : 'worse' };
}
