import { z } from 'zod';
import { problemCodeSchema } from './problem';

export const scanSchema = z.object({
  startedAt: z.string(),
  /** `interrupted`: its process ended in the middle; another one takes over soon. */
  state: z.enum(['running', 'finished', 'interrupted']),
  /** Repositories to look at; null until they are listed. */
  total: z.number().int().nullable(),
  /** Null while it runs, or when its process ended. */
  finishedAt: z.string().nullable(),
  durationMs: z.number().int().nullable(),
  /** Repositories whose files were read again. */
  changed: z.number().int(),
  unchanged: z.number().int(),
  failed: z.number().int(),
  /** Why the repositories could not be listed. */
  error: z.string().nullable(),
});

export const summarySchema = z.object({
  repositories: z.number().int(),
  repositoriesByStatus: z.object({
    ok: z.number().int(),
    failing: z.number().int(),
    unreachable: z.number().int(),
    unauthorized: z.number().int(),
    pending: z.number().int(),
  }),
  entities: z.number().int(),
  problems: z.number().int(),
  problemsByCode: z.array(
    z.object({ code: problemCodeSchema, count: z.number().int() }),
  ),
  providers: z.array(
    z.object({ id: z.string(), lastScan: scanSchema.nullable() }),
  ),
});

export type Scan = z.output<typeof scanSchema>;
export type Summary = z.output<typeof summarySchema>;
