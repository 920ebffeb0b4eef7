import { LoggerService } from '@backstage/backend-plugin-api';
import { NotFoundError, stringifyError } from '@backstage/errors';
import { EventParams, EventsService } from '@backstage/plugin-events-node';
import { GIT_PUSH_TOPIC } from '@waymark/plugin-catalog-git-common';
import { z } from 'zod';
import { RefreshRequest, RefreshService } from '../services/RefreshService';

/** Topics of the events modules that check GitHub's and GitLab's signatures. */
const TOPICS = [GIT_PUSH_TOPIC, 'github', 'gitlab'];

const ownPush = z.object({
  repository: z.string().optional(),
  url: z.string().optional(),
});
const githubPush = z.object({
  ref: z.string(),
  after: z.string(),
  repository: z.object({ clone_url: z.string() }),
});
const gitlabPush = z.object({
  object_kind: z.literal('push'),
  project: z.object({ git_http_url: z.string() }),
});

/** Scans a repository as soon as somebody says that it was pushed to. */
export async function subscribeToPushes(options: {
  events: EventsService;
  refresh: RefreshService;
  logger: LoggerService;
}): Promise<void> {
  const { events, refresh, logger } = options;
  await events.subscribe({
    id: 'catalog-git-push',
    topics: TOPICS,
    async onEvent(event) {
      const request = toRequest(event);
      if (!request) {
        return;
      }
      try {
        await refresh.refresh(request);
      } catch (error) {
        // Hosts report pushes to repositories that are none of ours.
        const level = error instanceof NotFoundError ? 'debug' : 'warn';
        logger[level]('Ignored a push event', {
          topic: event.topic,
          reason: stringifyError(error),
        });
      }
    },
  });
}

/** What a push event names; undefined for any other event. */
export function toRequest(event: EventParams): RefreshRequest | undefined {
  const { topic, eventPayload } = event;
  if (topic === GIT_PUSH_TOPIC) {
    const { data } = ownPush.safeParse(eventPayload);
    return data && (data.repository || data.url) ? data : undefined;
  }
  const github = githubPush.safeParse(eventPayload);
  if (topic === 'github' && github.success) {
    return { url: github.data.repository.clone_url };
  }
  const gitlab = gitlabPush.safeParse(eventPayload);
  if (topic === 'gitlab' && gitlab.success) {
    return { url: gitlab.data.project.git_http_url };
  }
  return undefined;
}
