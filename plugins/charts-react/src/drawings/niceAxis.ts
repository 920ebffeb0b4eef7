import { useMemo } from 'react';
import type { AxisScale } from '@waymark/metrics-common';
import { valuesOf, type ChartData } from '../data/chartData';

export interface NiceAxis {
  domain: [number, number];
  ticks: number[];
}

const STEPS = [1, 2, 2.5, 5, 10];
const INTERVALS = 4;
/** What differs less than this is zero to a reader. */
const SMALLEST_RANGE = 1e-9;

/** An axis from 0 (or below) in round steps that holds all values. */
export function niceAxis(values: readonly number[]): NiceAxis {
  const lowest = Math.min(0, ...values);
  const highest = Math.max(0, ...values);
  const range = highest - lowest;
  // Nothing but zeros has an axis too.
  if (range < SMALLEST_RANGE) return niceAxis([1]);
  const power = 10 ** Math.floor(Math.log10(range / INTERVALS));
  const step =
    power *
    (STEPS.find(one => one * power * INTERVALS >= range * (1 - 1e-9)) ?? 10);
  const first = Math.floor(lowest / step + 1e-9);
  const last = Math.ceil(highest / step - 1e-9);
  const ticks = Array.from({ length: last - first + 1 }, (_, index) =>
    // Floating point: 3 * 0.1 is not 0.3.
    Number(((first + index) * step).toPrecision(12)),
  );
  return { domain: [ticks[0], ticks[ticks.length - 1]], ticks };
}

const MOST_LEVELS = 10;

/** Ticks within a scale that has fixed ends: every level where there are few, else round steps. */
export function stripTicks(low: number, high: number): number[] {
  const isLevels =
    Number.isInteger(low) &&
    Number.isInteger(high) &&
    high - low <= MOST_LEVELS;
  return isLevels
    ? Array.from({ length: high - low + 1 }, (_, level) => low + level)
    : niceAxis([low, high]).ticks.filter(tick => tick >= low && tick <= high);
}

/** The axis that holds the values of a chart, its intervals and its target. */
export function useNiceAxis(
  data: ChartData,
  scale: AxisScale,
  target?: number,
): NiceAxis {
  return useMemo(
    () =>
      niceAxis([
        ...valuesOf(data).map(scale.toAxis),
        ...(target === undefined ? [] : [target]),
      ]),
    [data, scale, target],
  );
}
