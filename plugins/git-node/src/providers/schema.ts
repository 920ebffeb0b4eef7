import { z } from 'zod';

const POWERFUL_KINDS = ['user', 'group', 'template'];
const MAX_CONCURRENCY = 64;

const repositoryName = z
  .string()
  .regex(/^[^/\s]+\/[^/\s]+$/, 'must look like <owner>/<repo>');

const webUrl = z
  .string()
  .refine(
    value => /^https?:$/.test(safeProtocol(value)),
    'must be an http or https URL',
  );

/** Shape of one entry of `catalog.providers.git`, without its schedule. */
export const gitProviderSchema = z
  .strictObject({
    root: z.string().min(1).optional(),
    url: z.string().min(1).optional(),
    urls: z.array(z.string().min(1)).min(1).optional(),
    repository: repositoryName.optional(),
    include: z.array(z.string().min(1)).optional(),
    exclude: z.array(z.string().min(1)).optional(),
    baseUrl: webUrl.optional(),
    branch: z.string().min(1).optional(),
    entityFilename: z.string().min(1).default('catalog-info.yaml'),
    schedule: z.unknown().optional(),
    repositoryTimeout: z.unknown().optional(),
    source: z.enum(['organisation', 'templates']).optional(),
    allow: z
      .strictObject({
        kinds: z
          .array(
            z
              .string()
              .min(1)
              .refine(
                kind => !POWERFUL_KINDS.includes(kind.toLowerCase()),
                'User and Group come only from the provider with `source: organisation`, Template only from `source: templates`',
              ),
          )
          .optional(),
        namespaces: z.array(z.string().min(1)).min(1).optional(),
      })
      .optional(),
    concurrency: z.number().int().min(1).max(MAX_CONCURRENCY).default(4),
    limits: z
      .strictObject({
        fileBytes: z
          .number()
          .int()
          .min(1)
          .default(1024 * 1024),
        documentsPerFile: z.number().int().min(1).default(1_000),
        filesPerRepository: z.number().int().min(1).default(2_000),
        totalBytes: z
          .number()
          .int()
          .min(1)
          .default(32 * 1024 * 1024),
        entitiesPerRepository: z.number().int().min(1).default(10_000),
      })
      .prefault({}),
  })
  .refine(
    value =>
      [value.root, value.url, value.urls].filter(v => v !== undefined)
        .length === 1,
    'needs exactly one of `root`, `url` and `urls`',
  )
  .refine(
    value => value.repository === undefined || value.url !== undefined,
    '`repository` names the one repository of `url`',
  );

export type GitProviderInput = z.output<typeof gitProviderSchema>;

function safeProtocol(value: string): string {
  try {
    return new URL(value).protocol;
  } catch {
    return '';
  }
}
