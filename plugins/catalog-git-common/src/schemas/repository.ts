import { z } from 'zod';
import { pastProblemSchema, problemSchema } from './problem';

/**
 * `ok`: every file was read. `failing`: it has problems; other files are fine.
 * `unreachable`: it could not be read; its entities stay. `unauthorized`: its
 * host refused the credentials; its entities stay. `pending`: known, not read
 * yet.
 */
export const repositoryStatusSchema = z.enum([
  'ok',
  'failing',
  'unreachable',
  'unauthorized',
  'pending',
]);

export type RepositoryStatus = z.output<typeof repositoryStatusSchema>;

export const repositorySchema = z.object({
  provider: z.string(),
  /** `<owner>/<repo>`. */
  name: z.string(),
  status: repositoryStatusSchema,
  branch: z.string().nullable(),
  /** Commit of the last scan that read files. */
  commit: z.string().nullable(),
  entities: z.number().int(),
  problems: z.number().int(),
  /** When the remote was last asked, ISO 8601. */
  lastScannedAt: z.string().nullable(),
  /** When its entities last changed, ISO 8601. */
  lastChangedAt: z.string().nullable(),
  lastError: z.string().nullable(),
  /** Attempts in a row that failed. */
  failures: z.number().int(),
  /** The schedule leaves it alone until then, ISO 8601; null when it does not wait. */
  retryAt: z.string().nullable(),
  /** Where people see the repository. */
  url: z.string(),
});

/** One scan of a repository that found something new, or failed. */
export const repositoryScanSchema = z.object({
  finishedAt: z.string(),
  durationMs: z.number().int(),
  /** `schedule`, or `request`: a push or a person. */
  trigger: z.enum(['schedule', 'request']),
  outcome: z.enum(['changed', 'failed']),
  commit: z.string().nullable(),
  /** Entities that changed. */
  changes: z.number().int(),
  problems: z.number().int(),
  reason: z.string().nullable(),
});

export const repositoryDetailsSchema = z.object({
  repository: repositorySchema,
  /** At most 200. */
  problems: z.array(problemSchema),
  /** Newest first, at most 50. */
  pastProblems: z.array(pastProblemSchema),
  /** Newest first, at most 20. */
  scans: z.array(repositoryScanSchema),
});

export type RepositoryScan = z.output<typeof repositoryScanSchema>;
export type RepositoryDetails = z.output<typeof repositoryDetailsSchema>;
export type Repository = z.output<typeof repositorySchema>;
