import { z } from 'zod';

/**
 * `ok`: every file was read. `failing`: it has problems; other files are fine.
 * `unreachable`: it could not be read; its entities stay. `pending`: known,
 * not read yet.
 */
export const repositoryStatusSchema = z.enum([
  'ok',
  'failing',
  'unreachable',
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
  /** Where people see the repository. */
  url: z.string(),
});

export type Repository = z.output<typeof repositorySchema>;
