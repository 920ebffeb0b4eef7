import { defineContract, defineEndpoint } from '@waymark/contract-common';
import { z } from 'zod';
import { forgeNameSchema } from './names';
import {
  forgeRepoReadPermission,
  forgeTokenManagePermission,
} from './permissions';

/** A token outlives a job, not a career. */
const MAX_DAYS = 366;
const DEFAULT_DAYS = 90;

const tokenSchema = z.object({
  id: z.uuid(),
  /** What its owner calls it. */
  name: z.string(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  /** To the hour; null: never used. */
  lastUsedAt: z.iso.datetime().nullable(),
});

const repositorySchema = z.object({
  owner: z.string(),
  name: z.string(),
  /** For `git clone`. */
  cloneUrl: z.string(),
});

export type ForgeToken = z.output<typeof tokenSchema>;
export type ForgeRepository = z.output<typeof repositorySchema>;

/** HTTP API of the `forge` plugin, beside what Git clients and scaffolder actions speak. */
export const forgeContract = defineContract({
  pluginId: 'forge',
  title: 'Embedded Git forge',
  version: '1.0.0',
  endpoints: {
    listRepositories: defineEndpoint({
      method: 'get',
      path: '/repositories',
      summary: 'Repositories by owner and name, a page at a time',
      permission: forgeRepoReadPermission,
      query: z.object({
        owner: forgeNameSchema.optional(),
        /** `<owner>/<name>` of the last one of the page before. */
        after: z.string().max(210).optional(),
        limit: z.coerce.number<number>().int().min(1).max(200).default(50),
      }),
      response: z.object({
        items: z.array(repositorySchema),
        total: z.number().int(),
        /** Pass it as `after` for the next page; null on the last. */
        next: z.string().nullable(),
      }),
    }),
    listTokens: defineEndpoint({
      method: 'get',
      path: '/tokens',
      summary: 'Own access tokens for Git, newest first',
      permission: forgeTokenManagePermission,
      response: z.object({ items: z.array(tokenSchema) }),
    }),
    createToken: defineEndpoint({
      method: 'post',
      path: '/tokens',
      summary: 'Makes an access token for Git; it is shown this once',
      permission: forgeTokenManagePermission,
      body: z.object({
        name: z.string().trim().min(1).max(100),
        expiresInDays: z
          .number()
          .int()
          .min(1)
          .max(MAX_DAYS)
          .default(DEFAULT_DAYS),
      }),
      status: 201,
      response: tokenSchema.extend({ token: z.string() }),
      audit: { eventId: 'token-create' },
    }),
    revokeToken: defineEndpoint({
      method: 'delete',
      path: '/tokens/:id',
      summary: 'Ends an own access token at once',
      permission: forgeTokenManagePermission,
      params: z.object({ id: z.uuid() }),
      status: 204,
      response: z.null(),
      audit: { eventId: 'token-revoke' },
    }),
  },
});
