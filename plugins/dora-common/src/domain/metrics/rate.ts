import { wilsonInterval } from '@waymark/metrics-common';

/** A share with its interval, as answers give it; null without a sample. */
export interface Rate {
  value: number | null;
  low: number | null;
  high: number | null;
  total: number;
}

export function rateOf(k: number, n: number): Rate {
  const interval = wilsonInterval(k, n);
  return {
    value: n === 0 ? null : k / n,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    total: n,
  };
}
