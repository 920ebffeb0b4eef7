import { z } from 'zod';
import { localDateSchema } from './window';

/** Bounds of an estimate, in the unit of the value. */
export const confidenceIntervalSchema = z
  .object({ low: z.number(), high: z.number() })
  .refine(({ low, high }) => low <= high, {
    path: ['high'],
    error: 'must not be below low',
  });

export type ConfidenceInterval = z.output<typeof confidenceIntervalSchema>;

/** Why a period is not whole: the window begins or ends within it, or it is not over yet. */
export const partialReasonSchema = z.enum(['cut', 'running']);

export type PartialReason = z.output<typeof partialReasonSchema>;

/**
 * One period of a series, half-open like a window. `value` is null where nothing was measured,
 * which is not zero; `partial` marks a period that is not over yet or that the window cuts, and
 * `partialReason` says which; a period that is both is `running`.
 */
export const seriesPointSchema = z.object({
  start: localDateSchema,
  end: localDateSchema,
  value: z.number().nullable(),
  n: z.int().nonnegative(),
  partial: z.boolean(),
  partialReason: partialReasonSchema.nullable().optional(),
  low: z.number().optional(),
  high: z.number().optional(),
});

export type SeriesPoint = z.output<typeof seriesPointSchema>;
