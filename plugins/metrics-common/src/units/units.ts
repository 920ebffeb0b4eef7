import { z } from 'zod';

/**
 * Units of figures. `seconds` is any duration; `rate` is a share from 0 to 1, shown in per cent;
 * `ratio` is any other quotient; `score` is a point on a scale.
 */
export const METRIC_UNITS = [
  'seconds',
  'rate',
  'count',
  'perWeek',
  'daysPerWeek',
  'ratio',
  'score',
] as const;

export const metricUnitSchema = z.enum(METRIC_UNITS);

export type MetricUnit = z.output<typeof metricUnitSchema>;

/** Words for what `Intl` has no unit for. */
export interface UnitWords {
  perWeek: string;
  daysPerWeek: string;
  /** Difference of two rates. */
  percentagePoints: string;
}

export const ENGLISH_UNIT_WORDS: UnitWords = {
  perWeek: 'per week',
  daysPerWeek: 'days a week',
  percentagePoints: 'pp',
};

export interface FormatOptions {
  /** BCP 47; British English by default, for its dates and its metric habits. */
  locale?: string;
  words?: UnitWords;
}
