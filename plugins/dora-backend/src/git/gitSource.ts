import { AuthenticationError } from '@backstage/errors';
import type { JsonValue } from '@backstage/types';
import {
  UnusableEventError,
  type DeliverySource,
  type Observation,
  type ReceivedEvent,
} from '@waymark/plugin-dora-node';
import { z } from 'zod';

const instant = z.iso.datetime().transform(text => new Date(text));

/** A commit on the main branch, without its author. */
const commit = z.object({
  repository: z.string(),
  sha: z.string(),
  subject: z.string(),
  committedAt: instant,
  /** Of the commits that it brought, where it is a merge; else its own. */
  firstCommitAt: instant,
  commitShas: z.array(z.string()),
  paths: z.array(z.string()),
  isBot: z.boolean(),
  url: z.string().nullable(),
});

/** A tag, or a new head of a branch, that a service calls a release. */
const release = z.object({
  repository: z.string(),
  service: z.string(),
  ref: z.string(),
  sha: z.string(),
  version: z.string().nullable(),
  at: instant,
  url: z.string().nullable(),
});

const received = z.object({
  deliveryId: z.string(),
  type: z.string(),
  occurredAt: z.iso.datetime(),
  payload: z.json(),
});

export type GitCommitEvent = z.input<typeof commit>;
export type GitReleaseEvent = z.input<typeof release>;

export const COMMIT = 'git.commit';
export const RELEASE = 'git.release';

const REVERT_TITLE = /^revert "/i;
const REVERTED_SHA = /this reverts commit ([0-9a-f]{7,40})/i;

function read<T>(schema: z.ZodType<T>, payload: unknown): T {
  const result = schema.safeParse(payload);
  if (!result.success) {
    const [issue] = result.error.issues;
    throw new UnusableEventError(
      'malformed',
      `${issue.path.join('.')}: ${issue.message}`,
    );
  }
  return result.data;
}

function observeCommit(event: ReceivedEvent): Observation[] {
  const data = read(commit, event.payload);
  const reverts = REVERT_TITLE.test(data.subject);
  return [
    {
      kind: 'change',
      key: `${data.repository}@${data.sha}`,
      at: data.committedAt,
      repository: data.repository,
      state: 'merged',
      title: data.subject,
      firstCommitAt: data.firstCommitAt,
      mergedAt: data.committedAt,
      mergeCommitSha: data.sha,
      commitShas: data.commitShas,
      paths: data.paths,
      isBot: data.isBot,
      ...(reverts && {
        revertOf: REVERTED_SHA.exec(data.subject)?.[1] ?? data.subject,
      }),
      ...(data.url && { url: data.url }),
    },
  ];
}

function observeRelease(event: ReceivedEvent): Observation[] {
  const data = read(release, event.payload);
  return [
    {
      kind: 'deployment',
      key: `${data.service}@${data.ref}@${data.sha}`,
      at: data.at,
      service: data.service,
      environment: 'production',
      tierHint: 'production',
      finishedAt: data.at,
      result: 'success',
      commitSha: data.sha,
      ...(data.version && { version: data.version }),
      ...(data.url && { url: data.url }),
    },
  ];
}

const OBSERVERS: Record<string, (event: ReceivedEvent) => Observation[]> = {
  [COMMIT]: observeCommit,
  [RELEASE]: observeRelease,
};

/** What the Git collector reads; its events are stored like those of any other source. */
export const gitSource: DeliverySource = {
  id: 'git',
  personalFields: [],
  verify() {
    throw new AuthenticationError('The portal reads Git itself');
  },
  receive({ body }) {
    return (Array.isArray(body) ? body : [body]).map(item => {
      const { occurredAt, ...event } = read(received, item);
      return {
        event: {
          ...event,
          payload: event.payload as JsonValue,
          occurredAt: new Date(occurredAt),
        },
      };
    });
  },
  observe(event) {
    const observe = OBSERVERS[event.type];
    if (!observe) {
      throw new UnusableEventError(
        'unsupported-type',
        `There is no event '${event.type}' of Git`,
      );
    }
    return observe(event);
  },
};
