import { z } from 'zod';
import { identifier, instant, maybe } from '../shared/read';

const text = z.string().max(10_000);

const project = z.object({
  path_with_namespace: z.string().min(1).max(500),
  default_branch: maybe(text),
  web_url: maybe(text),
});

export const deploymentSchema = z.object({
  object_kind: z.literal('deployment'),
  status: text,
  status_changed_at: instant,
  deployment_id: identifier,
  environment: text,
  environment_tier: maybe(text),
  deployable_url: maybe(text),
  commit_url: maybe(text),
  short_sha: maybe(text),
  project,
});

export const mergeRequestSchema = z.object({
  object_kind: z.literal('merge_request'),
  project,
  labels: z.array(z.object({ title: text })).default([]),
  object_attributes: z.object({
    iid: identifier,
    title: text.default(''),
    action: maybe(text),
    state: maybe(text),
    source_branch: maybe(text),
    target_branch: maybe(text),
    created_at: instant,
    updated_at: instant,
    merge_commit_sha: maybe(text),
    squash_commit_sha: maybe(text),
    last_commit: maybe(z.object({ id: text })),
    url: maybe(text),
  }),
});

export const noteSchema = z.object({
  object_kind: z.literal('note'),
  user: maybe(z.object({ username: maybe(text) })),
  project,
  object_attributes: z.object({
    noteable_type: text,
    system: z.boolean().default(false),
    created_at: instant,
  }),
  merge_request: maybe(
    z.object({
      iid: identifier,
      target_branch: maybe(text),
    }),
  ),
});

export const pushSchema = z.object({
  object_kind: z.literal('push'),
  ref: text,
  after: text,
  project,
  commits: z
    .array(
      z.object({
        id: text,
        message: text.default(''),
        timestamp: instant,
        url: maybe(text),
        added: z.array(text).default([]),
        modified: z.array(text).default([]),
        removed: z.array(text).default([]),
      }),
    )
    .default([]),
});

export const pipelineSchema = z.object({
  object_kind: z.literal('pipeline'),
  project,
  object_attributes: z.object({
    id: identifier,
    ref: maybe(text),
    status: text,
    created_at: instant,
    finished_at: maybe(instant),
  }),
});

export const issueSchema = z.object({
  object_kind: z.enum(['issue', 'work_item']),
  project,
  labels: z.array(z.object({ title: text })).default([]),
  object_attributes: z.object({
    iid: identifier,
    title: text.default(''),
    description: maybe(text),
    type: maybe(text),
    issue_type: maybe(text),
    action: maybe(text),
    severity: maybe(text),
    created_at: instant,
    updated_at: instant,
    closed_at: maybe(instant),
    url: maybe(text),
  }),
});
