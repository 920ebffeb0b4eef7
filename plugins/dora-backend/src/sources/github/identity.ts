import { createHash } from 'node:crypto';
import type { JsonValue } from '@backstage/types';
import { z } from 'zod';
import { identifier, instant, maybe, read } from '../shared/read';
import { repositorySchema } from './schema';

const dated = z.object({
  id: maybe(identifier),
  number: maybe(identifier),
  updated_at: maybe(instant),
  created_at: maybe(instant),
  submitted_at: maybe(instant),
});

const eventSchema = z.object({
  action: maybe(z.string()),
  repository: repositorySchema,
  deployment_status: maybe(dated),
  workflow_run: maybe(dated.extend({ run_attempt: maybe(identifier) })),
  review: maybe(dated),
  comment: maybe(dated),
  pull_request: maybe(dated),
  issue: maybe(dated),
  ref: maybe(z.string()),
  after: maybe(z.string()),
  head_commit: maybe(z.object({ timestamp: instant })),
});

/**
 * Id and time of an event from what it is about, so that it is the same event
 * whether it comes by webhook, is delivered again, or comes over a bus that
 * drops its headers. null: it says no time, as a branch that was deleted.
 */
export function naturalIdOf(
  type: string,
  payload: JsonValue,
): { deliveryId: string; occurredAt: Date } | null {
  const event = read(eventSchema, payload);
  const { repository, action = '', ref = '', after = '' } = event;
  const subject =
    event.deployment_status ??
    event.workflow_run ??
    event.review ??
    event.comment ??
    event.pull_request ??
    event.issue;
  const occurredAt =
    subject?.submitted_at ??
    subject?.updated_at ??
    subject?.created_at ??
    event.head_commit?.timestamp;
  if (!occurredAt) return null;
  const digest = createHash('sha256')
    .update(JSON.stringify([repository.full_name, ref, after]))
    .update(JSON.stringify(payload))
    .digest('hex')
    .slice(0, 32);
  return {
    deliveryId: [type, action, subject?.id ?? '', digest].join(':'),
    occurredAt,
  };
}
