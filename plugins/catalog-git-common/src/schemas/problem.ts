import { z } from 'zod';

/** What can be wrong with a repository, a file or a document. */
export const problemCodes = [
  'yaml-syntax',
  'schema',
  'kind-not-allowed',
  'namespace-not-allowed',
  'duplicate',
  'too-large',
  'too-many-documents',
  'alias-bomb',
  'not-utf8',
  'binary',
  'symlink',
  'submodule',
  'location-outside',
  'too-complex',
  'unreachable',
  'unauthorized',
  'not-found',
  'timeout',
  'corrupt',
  'bad-branch',
  'empty-repository',
] as const;

/**
 * Codes that say that the repository itself could not be read. Nobody broke a
 * file: they are for those who run the portal.
 */
export const accessProblemCodes = [
  'unreachable',
  'unauthorized',
  'not-found',
  'timeout',
  'corrupt',
  'bad-branch',
] as const satisfies readonly ProblemCode[];

export const problemCodeSchema = z.enum(problemCodes);

export type ProblemCode = z.output<typeof problemCodeSchema>;

/** One thing that keeps an entity from the catalog, and what to do about it. */
export const problemSchema = z.object({
  provider: z.string(),
  /** `<owner>/<repo>`. */
  repository: z.string(),
  /** Empty when the repository as a whole is concerned. */
  path: z.string(),
  /** Line in the file, from 1; null when the file as a whole is concerned. */
  line: z.number().int().nullable(),
  column: z.number().int().nullable(),
  /** Position of the document in the file, from 0. */
  document: z.number().int().nullable(),
  entityRef: z.string().nullable(),
  code: problemCodeSchema,
  /** What is wrong, in a sentence. */
  reason: z.string(),
  /** What to do, in a sentence. */
  remedy: z.string(),
  /** When it was first seen, ISO 8601. */
  since: z.string(),
  /** Commit of the version that is still shown; null when there is none. */
  lastGoodCommit: z.string().nullable(),
  /** Where people see the file. */
  url: z.string(),
  /** Who owns the file: the owners of its last good version, else of the repository. */
  owners: z.array(z.string()),
});

/** A problem that is over. */
export const pastProblemSchema = z.object({
  path: z.string(),
  line: z.number().int().nullable(),
  entityRef: z.string().nullable(),
  code: problemCodeSchema,
  reason: z.string(),
  since: z.string(),
  resolvedAt: z.string(),
});

export type PastProblem = z.output<typeof pastProblemSchema>;
export type Problem = z.output<typeof problemSchema>;
