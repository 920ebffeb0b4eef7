import type { ConfidenceInterval } from '../schemas/series';
import { durationUnitOf } from './duration';
import { formatParts, joinParts } from './formatValue';
import type { FormatOptions, MetricUnit } from './units';

/** Both bounds in one unit: `1.8–3.1 days`, `4.3–31 %`. */
export function formatInterval(
  { low, high }: ConfidenceInterval,
  unit: MetricUnit,
  options: FormatOptions = {},
): string {
  const durationUnit = durationUnitOf(high);
  const [from, to] = [low, high].map(bound =>
    formatParts(bound, unit, { ...options, durationUnit }),
  );
  return joinParts({ ...to, number: `${from.number}–${to.number}` });
}
