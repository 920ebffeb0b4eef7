import { z } from 'zod';

/** How every error looks: RFC 9457, with the fields that are wrong and an id to find the logs by. */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int().min(400).max(599),
    detail: z.string(),
    instance: z.string(),
    errors: z
      .array(
        z.object({
          in: z.enum(['body', 'query', 'path', 'header']),
          field: z.string(),
          message: z.string(),
        }),
      )
      .optional(),
    traceId: z.string().optional(),
  })
  .meta({ id: 'Problem', description: 'What went wrong (RFC 9457).' });

export type Problem = z.output<typeof problem>;
export type FieldProblem = NonNullable<Problem['errors']>[number];

export const PROBLEM_TYPE = 'application/problem+json';
