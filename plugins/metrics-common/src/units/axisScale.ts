import { SECONDS_IN, durationUnitOf } from './duration';
import { DEFAULT_LOCALE } from './formatValue';
import type { FormatOptions, MetricUnit } from './units';

/** How an axis counts: in whole days or per cent rather than in seconds or hundredths. */
export interface AxisScale {
  toAxis: (value: number) => number;
  formatTick: (tick: number) => string;
}

const PER_CENT = 100;

/** One scale for all values of a chart, so that its ticks fall on round numbers of one unit. */
export function axisScale(
  values: readonly number[],
  unit: MetricUnit,
  { locale = DEFAULT_LOCALE }: FormatOptions = {},
): AxisScale {
  const plain = new Intl.NumberFormat(locale, {
    maximumFractionDigits: 2,
    notation: 'compact',
  });
  if (unit === 'rate') {
    return {
      toAxis: value => value * PER_CENT,
      formatTick: tick => (tick === 0 ? '0' : `${plain.format(tick)} %`),
    };
  }
  if (unit !== 'seconds') {
    return { toAxis: value => value, formatTick: tick => plain.format(tick) };
  }
  const durationUnit = durationUnitOf(Math.max(0, ...values));
  const narrow = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: durationUnit,
    unitDisplay: 'narrow',
    maximumFractionDigits: 1,
  });
  return {
    toAxis: value => value / SECONDS_IN[durationUnit],
    formatTick: tick => (tick === 0 ? '0' : narrow.format(tick)),
  };
}
