import { IANAZone } from 'luxon';
import { z } from 'zod';

/** A day of the calendar, `2026-03-31`; which instants it covers, the time zone says. */
export const localDateSchema = z.iso.date({
  error: 'must be a date of the calendar such as 2026-03-31',
});

export const timeZoneSchema = z
  .string()
  .refine(IANAZone.isValidZone, 'must be a time zone such as Europe/Berlin');

/** Half-open: `from` belongs to the window, `to` does not. */
export const metricWindowSchema = z
  .object({
    from: localDateSchema,
    to: localDateSchema,
    timezone: timeZoneSchema,
  })
  .refine(({ from, to }) => from < to, {
    path: ['to'],
    error: 'must be later than from',
  });

export type MetricWindow = z.output<typeof metricWindowSchema>;

export const METRIC_INTERVALS = ['day', 'week', 'month'] as const;

export const metricIntervalSchema = z.enum(METRIC_INTERVALS);

/** How long a period of a series is. Weeks are those of ISO 8601. */
export type MetricInterval = z.output<typeof metricIntervalSchema>;
