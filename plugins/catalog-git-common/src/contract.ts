import { defineContract, defineEndpoint } from '@waymark/contract-common';
import { z } from 'zod';
import {
  catalogGitChangeReadPermission,
  catalogGitHealthReadPermission,
  catalogGitOwnProblemReadPermission,
  catalogGitRefreshPermission,
  catalogGitSourceReadPermission,
} from './permissions';
import { changePageSchema } from './schemas/change';
import { problemCodeSchema, problemSchema } from './schemas/problem';
import {
  repositoryDetailsSchema,
  repositorySchema,
  repositoryStatusSchema,
} from './schemas/repository';
import { sourceSchema } from './schemas/source';
import { summarySchema } from './schemas/summary';

/** What a search for a part of a text may be long; pages bound their fields by it. */
export const MAX_SEARCH_LENGTH = 200;

const REPOSITORY_NAME = /^[^/\s]+\/[^/\s]+$/;

const pageQuery = {
  cursor: z.string().max(1_000).optional(),
  limit: z.coerce.number<number>().int().min(1).max(200).default(50),
};

function pageOf<T extends z.ZodType>(item: T) {
  return z.object({
    items: z.array(item),
    total: z.number().int(),
    /** Pass it as `cursor` for the next page; null on the last. */
    nextCursor: z.string().nullable(),
  });
}

/** HTTP API of the `catalog-git` plugin. */
export const catalogGitContract = defineContract({
  pluginId: 'catalog-git',
  title: 'Catalog entities from Git',
  version: '1.0.0',
  endpoints: {
    refresh: defineEndpoint({
      method: 'post',
      path: '/refresh',
      summary:
        'Scans repositories now: one by name or URL, a whole provider, or all that fail',
      permission: catalogGitRefreshPermission,
      body: z.object({
        /** `<owner>/<repo>`. */
        repository: z
          .string()
          .regex(REPOSITORY_NAME, 'must look like <owner>/<repo>')
          .optional(),
        /** A clone address or any location URL of a known repository. */
        url: z.string().min(1).max(2_000).optional(),
        /** Narrows `repository` and `url`; alone it means all of its repositories. */
        provider: z.string().min(1).optional(),
        /** All repositories that have a problem. */
        failing: z.literal(true).optional(),
      }),
      status: 202,
      response: z.object({ scheduled: z.array(z.string()) }),
      audit: { eventId: 'repository-refresh' },
    }),
    listRepositories: defineEndpoint({
      method: 'get',
      path: '/repositories',
      summary: 'Repositories with their state, ordered by name',
      permission: catalogGitHealthReadPermission,
      query: z.object({
        ...pageQuery,
        provider: z.string().optional(),
        status: repositoryStatusSchema.optional(),
        /** Part of the name. */
        text: z.string().max(MAX_SEARCH_LENGTH).optional(),
      }),
      response: pageOf(repositorySchema),
    }),
    listProblems: defineEndpoint({
      method: 'get',
      path: '/problems',
      summary: 'What failed to ingest and why, newest first',
      permission: catalogGitHealthReadPermission,
      query: z.object({
        ...pageQuery,
        provider: z.string().optional(),
        repository: z.string().optional(),
        code: problemCodeSchema.optional(),
        entityRef: z.string().optional(),
        /** Part of the repository, the path, the reason or the entity. */
        text: z.string().max(MAX_SEARCH_LENGTH).optional(),
      }),
      response: pageOf(problemSchema),
    }),
    listOwnProblems: defineEndpoint({
      method: 'get',
      path: '/problems/own',
      summary:
        "What is wrong with files that the caller's groups own, newest first",
      permission: catalogGitOwnProblemReadPermission,
      query: z.object({ ...pageQuery }),
      response: pageOf(problemSchema),
    }),
    listEntityProblems: defineEndpoint({
      method: 'get',
      path: '/entity-problems',
      summary: 'Why an older version of an entity is shown than its file has',
      permission: catalogGitSourceReadPermission,
      query: z.object({ entityRef: z.string().min(1).max(400) }),
      response: z.object({ items: z.array(problemSchema) }),
    }),
    getRepository: defineEndpoint({
      method: 'get',
      path: '/repositories/:owner/:name',
      summary:
        'A repository with its problems, past and present, and last scans',
      permission: catalogGitHealthReadPermission,
      params: z.object({ owner: z.string(), name: z.string() }),
      query: z.object({ provider: z.string().optional() }),
      response: repositoryDetailsSchema,
    }),
    getSource: defineEndpoint({
      method: 'get',
      path: '/repositories/:owner/:name/source',
      summary: 'A file or a folder of a repository at a ref',
      permission: catalogGitSourceReadPermission,
      params: z.object({ owner: z.string(), name: z.string() }),
      query: z.object({
        provider: z.string().optional(),
        ref: z.string().min(1).max(250).optional(),
        path: z.string().max(4_096).default(''),
      }),
      response: sourceSchema,
    }),
    getSummary: defineEndpoint({
      method: 'get',
      path: '/summary',
      summary: 'Figures of the ingestion and the last scan of every provider',
      permission: catalogGitHealthReadPermission,
      response: summarySchema,
    }),
    listChanges: defineEndpoint({
      method: 'get',
      path: '/changes',
      summary: 'Changed entities that the catalog has not acknowledged',
      permission: catalogGitChangeReadPermission,
      query: z.object({
        provider: z.string(),
        limit: z.coerce.number<number>().int().min(1).max(1_000).default(500),
        /**
         * Read from this sequence instead of the acknowledged one; 0 reads
         * every entity again, without removals.
         */
        after: z.coerce.number<number>().int().min(0).optional(),
      }),
      response: changePageSchema,
    }),
    acknowledgeChanges: defineEndpoint({
      method: 'post',
      path: '/changes/ack',
      summary: 'Tells that the catalog applied all changes up to a cursor',
      permission: catalogGitChangeReadPermission,
      body: z.object({ provider: z.string(), cursor: z.number().int().min(0) }),
      response: z.object({ cursor: z.number().int() }),
      audit: { eventId: 'changes-acknowledge', severity: 'low' },
    }),
  },
});
