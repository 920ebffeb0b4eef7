import { z } from 'zod';
import { identifier, instant, maybe } from '../shared/read';

const text = z.string().max(10_000);
const user = maybe(z.object({ login: maybe(text), type: maybe(text) }));
const labels = z.array(z.object({ name: text })).default([]);

export const repositorySchema = z.object({
  full_name: z.string().min(1).max(300),
  default_branch: maybe(text),
});

/** What a deployment may say in its `payload`; anything else in it is the business of its sender. */
const deploymentPayload = z
  .object({
    service: maybe(text),
    version: maybe(text),
    release_id: maybe(text),
    unplanned: maybe(z.boolean()),
    remediates: maybe(identifier),
  })
  .catch({});

export const deploymentStatusSchema = z.object({
  deployment_status: z.object({
    state: text,
    created_at: instant,
    log_url: maybe(text),
    environment_url: maybe(text),
  }),
  deployment: z.object({
    id: identifier,
    sha: text,
    ref: maybe(text),
    task: maybe(text),
    environment: text,
    production_environment: maybe(z.boolean()),
    payload: z.preprocess(value => {
      if (typeof value !== 'string') return value;
      try {
        return JSON.parse(value);
      } catch {
        return {};
      }
    }, deploymentPayload),
    created_at: instant,
  }),
  repository: repositorySchema,
});

export const workflowRunSchema = z.object({
  action: text,
  workflow_run: z.object({
    id: identifier,
    name: maybe(text),
    run_attempt: z.number().default(1),
    conclusion: maybe(text),
    head_sha: text,
    run_started_at: maybe(instant),
    updated_at: instant,
    html_url: maybe(text),
  }),
  repository: repositorySchema,
});

export const pushSchema = z.object({
  ref: text,
  after: text,
  deleted: z.boolean().default(false),
  commits: z.array(
    z.object({
      id: text,
      message: text.default(''),
      timestamp: instant,
      added: z.array(text).default([]),
      modified: z.array(text).default([]),
      removed: z.array(text).default([]),
    }),
  ),
  head_commit: maybe(
    z.object({
      message: text.default(''),
      timestamp: instant,
      url: maybe(text),
    }),
  ),
  repository: repositorySchema,
});

export const pullRequest = z.object({
  number: z.number(),
  title: text.default(''),
  body: maybe(text),
  user,
  html_url: maybe(text),
  created_at: instant,
  updated_at: maybe(instant),
  merged_at: maybe(instant),
  closed_at: maybe(instant),
  merge_commit_sha: maybe(text),
  labels,
  head: z.object({ ref: maybe(text) }).default({}),
  base: z.object({ ref: maybe(text) }).default({}),
  additions: maybe(z.number().int().nonnegative()),
  deletions: maybe(z.number().int().nonnegative()),
});

export const pullRequestSchema = z.object({
  action: text,
  pull_request: pullRequest,
  repository: repositorySchema,
});

export const reviewSchema = z.object({
  action: text,
  review: z.object({ state: text, submitted_at: maybe(instant), user }),
  pull_request: pullRequest,
  repository: repositorySchema,
});

const comment = z.object({ created_at: instant, user });

export const reviewCommentSchema = z.object({
  action: text,
  comment,
  pull_request: pullRequest,
  repository: repositorySchema,
});

const issue = z.object({
  number: z.number(),
  title: text.default(''),
  body: maybe(text),
  state: maybe(text),
  user,
  labels,
  created_at: instant,
  updated_at: maybe(instant),
  closed_at: maybe(instant),
  html_url: maybe(text),
  pull_request: maybe(z.object({})),
});

export const issueCommentSchema = z.object({
  action: text,
  comment,
  issue,
  repository: repositorySchema,
});

export const issueSchema = z.object({
  action: text,
  issue,
  repository: repositorySchema,
});

export type PullRequest = z.output<typeof pullRequest>;
export type Repository = z.output<typeof repositorySchema>;
