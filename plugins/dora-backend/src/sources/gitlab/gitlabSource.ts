import { createHash } from 'node:crypto';
import type { JsonObject, JsonValue } from '@backstage/types';
import {
  UnusableEventError,
  type DeliverySource,
  type IngestRequest,
  type Observation,
  type ReceivedEvent,
} from '@waymark/plugin-dora-node';
import { z } from 'zod';
import { causeIn, firstLine } from '../shared/changes';
import { forgetPeople, namesOf } from '../shared/people';
import { instant, maybe, read } from '../shared/read';
import { receiveOne } from '../shared/receive';
import { isSignedBy, requireSignature } from '../shared/signatures';
import { OBSERVERS } from './observe';

const times = z.object({
  status_changed_at: maybe(instant),
  object_attributes: maybe(
    z.object({ updated_at: maybe(instant), created_at: maybe(instant) }),
  ),
  commits: maybe(z.array(z.object({ timestamp: instant }))),
});

const MERGE_TRAILER = /^See merge request \S*!\d+$/m;
/** Numbers of people. */
const PERSON_ID =
  /^(?:user|author|assignee|reviewer|updated_by|last_edited_by|merge_user|closed_by)_ids?$/;
const PEOPLE = new Set([
  'user',
  'author',
  'assignee',
  'assignees',
  'reviewers',
]);

function observe({ type, payload }: ReceivedEvent): Observation[] {
  return Object.hasOwn(OBSERVERS, type) ? OBSERVERS[type](payload) : [];
}

/** Of texts only what is asked of them: they name people, too. */
function withoutTexts(value: JsonValue, key = ''): JsonValue {
  if (Array.isArray(value)) return value.map(item => withoutTexts(item, key));
  if (typeof value === 'string') return shortened(value, key);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !PERSON_ID.test(name))
      .map(([name, item]) => [
        name,
        item === undefined ? item : withoutTexts(item, name),
      ]),
  );
}

function shortened(text: string, key: string): string {
  if (key === 'message') {
    const request = MERGE_TRAILER.exec(text)?.[0];
    const first = firstLine(text);
    return request && request !== first ? `${first}\n\n${request}` : first;
  }
  if (key === 'note') return '';
  if (key !== 'description') return text;
  const cause = causeIn(text);
  return cause ? `Caused by ${cause}` : '';
}

/** The same however it is delivered: retries have another id in their headers. */
function identityOf(type: string, payload: JsonValue) {
  const event = read(times, payload);
  const occurredAt =
    event.status_changed_at ??
    event.object_attributes?.updated_at ??
    event.object_attributes?.created_at ??
    event.commits?.at(-1)?.timestamp;
  if (!occurredAt) return null;
  const digest = createHash('sha256')
    .update(JSON.stringify(payload))
    .digest('hex')
    .slice(0, 32);
  return { deliveryId: `${type}:${digest}`, occurredAt };
}

function receive({ body }: IngestRequest) {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new UnusableEventError('malformed', 'body: must be an object');
  }
  const { object_kind: type } = body;
  if (typeof type !== 'string') {
    throw new UnusableEventError(
      'unsupported-type',
      'object_kind: is missing; it tells what a webhook of GitLab is about',
    );
  }
  // What is of no use is answered and forgotten; a pipeline tells nothing that its deployment does not.
  if (!Object.hasOwn(OBSERVERS, type)) return [];
  const isPerson = (_: JsonObject, key: string) => PEOPLE.has(key);
  const payload = forgetPeople(withoutTexts(body), isPerson);
  return receiveOne(
    payload,
    () => {
      const identity = identityOf(type, payload);
      return identity && { ...identity, type, payload };
    },
    observe,
  );
}

/** Webhooks of GitLab. */
export const gitlabSource: DeliverySource = {
  id: 'gitlab',
  personalFields: [
    'user_name',
    'user_username',
    'user_email',
    'user_avatar',
    'user_url',
    ...namesOf(
      'user',
      'assignee',
      'assignees[]',
      'reviewers[]',
      'commit.author',
      'commits[].author',
      'object_attributes.last_commit.author',
      'merge_request.author',
      'merge_request.last_commit.author',
    ),
  ],
  verify({ headers }, secrets) {
    requireSignature(
      isSignedBy([headers['x-gitlab-token'] ?? ''], secrets, secret => secret),
      'x-gitlab-token: is missing, or none of the secrets of this source; set it in the webhook',
    );
  },
  receive,
  observe,
};
