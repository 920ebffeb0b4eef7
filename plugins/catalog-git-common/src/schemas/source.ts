import { z } from 'zod';

const place = {
  repository: z.string(),
  provider: z.string(),
  path: z.string(),
  /** As asked, or the branch that is scanned. */
  ref: z.string(),
  commit: z.string(),
};

export const sourceFileSchema = z.object({
  kind: z.literal('file'),
  ...place,
  /** Bytes; null when it is not a file that can be read here. */
  size: z.number().int().nullable(),
  /** Null when the file cannot be shown; `reason` tells why. */
  text: z.string().nullable(),
  reason: z.enum(['binary', 'too-large', 'symlink', 'submodule']).nullable(),
});

export const sourceDirectorySchema = z.object({
  kind: z.literal('directory'),
  ...place,
  entries: z.array(
    z.object({
      name: z.string(),
      path: z.string(),
      type: z.enum(['file', 'directory', 'symlink', 'submodule']),
      size: z.number().int().nullable(),
    }),
  ),
});

export const sourceSchema = z.discriminatedUnion('kind', [
  sourceFileSchema,
  sourceDirectorySchema,
]);

export type Source = z.output<typeof sourceSchema>;
