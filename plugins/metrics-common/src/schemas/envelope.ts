import { z } from 'zod';
import { metricUnitSchema } from '../units/units';
import { confidenceIntervalSchema, seriesPointSchema } from './series';
import { metricWindowSchema } from './window';

/** Why a figure is withheld, and the number of people it would have needed. */
export const suppressionSchema = z.object({
  reason: z.string(),
  k: z.int().positive(),
});

export const metricDefinitionSchema = z.object({
  text: z.string().min(1),
  formula: z.string().min(1),
  source: z.string().min(1),
  /** What the figure must not be read as. */
  doesNotTell: z.string().optional(),
});

export type MetricDefinition = z.output<typeof metricDefinitionSchema>;

const previousSchema = z.object({
  value: z.number().nullable(),
  n: z.int().nonnegative().nullable(),
  interval: confidenceIntervalSchema.nullable().optional(),
});

/**
 * A figure with all that is needed to judge it: unit, sample, window, interval, freshness and
 * definition. `value` is null where there is nothing to measure and where it is withheld.
 */
export const metricEnvelopeSchema = z
  .object({
    name: z.string().min(1),
    value: z.number().nullable(),
    unit: metricUnitSchema,
    /** Size of the sample; null only where the figure is withheld. */
    n: z.int().nonnegative().nullable(),
    /** What a rate is a share of. */
    denominator: z.number().nonnegative().nullable(),
    interval: confidenceIntervalSchema.nullable(),
    window: metricWindowSchema,
    /** When the newest thing that went into the figure became known. */
    freshness: z.iso.datetime({ offset: true }).nullable(),
    suppressed: suppressionSchema.nullable(),
    definition: metricDefinitionSchema,
    target: z.number().nullable().optional(),
    /** The same figure over the window of equal length before this one. */
    previous: previousSchema.nullable().optional(),
    series: z.array(seriesPointSchema).optional(),
  })
  .refine(({ suppressed, value }) => !suppressed || value === null, {
    path: ['value'],
    error: 'must be null where the figure is withheld',
  })
  .refine(({ suppressed, interval }) => !suppressed || interval === null, {
    path: ['interval'],
    error: 'must be null where the figure is withheld',
  })
  .refine(({ suppressed, n }) => suppressed || n !== null, {
    path: ['n'],
    error: 'must be a number where the figure is not withheld',
  });

export type MetricEnvelope = z.output<typeof metricEnvelopeSchema>;
