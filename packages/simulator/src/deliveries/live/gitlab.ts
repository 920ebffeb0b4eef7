import { shaOf } from '../events/cdevents';
import { isoInstant } from '../../domain/time';
import { madeUpSha } from '../events/ids';
import type {
  Change,
  Deployment,
  Happening,
  PipelineRun,
} from '../model/facts';
import type { Delivery } from './delivery';
import type { World } from './world';

const instant = (at: number) => isoInstant(at * 1000);
/** GitLab writes some times its own way: `2026-04-28 21:50:00 UTC`, or with an offset. */
const spaced = (at: number, zone: string) =>
  `${instant(at).replace('T', ' ').replace('Z', '')} ${zone}`;

/** What GitLab sends about changes, pipelines and deployments. */
export function createGitLab(world: World) {
  const project = (path: string) => ({
    id: world.number(`project ${path}`) % 100_000,
    name: path.split('/')[1],
    path_with_namespace: path,
    default_branch: 'main',
    web_url: `https://gitlab.${world.internal}/${path}`,
    git_http_url: `https://gitlab.${world.internal}/${path}.git`,
  });
  const userOf = ({ author }: Change) => ({
    name: author.displayName,
    username: author.username,
    email: author.email,
  });
  const delivery = (
    hook: string,
    key: string,
    body: Record<string, unknown>,
  ): Delivery => {
    const id = world.uuid(`gitlab ${hook} ${key}`);
    return {
      id,
      target: 'gitlab',
      headers: {
        'x-gitlab-event': hook,
        'x-gitlab-event-uuid': id,
        'idempotency-key': id,
        'x-gitlab-instance': `https://gitlab.${world.internal}`,
      },
      body,
    };
  };

  const mergeRequest = (
    change: Change,
    now: number,
    action: string,
    state: string,
  ) => {
    const { number = 0, repository } = change;
    const last = madeUpSha(`${repository} ${number} ${change.commits - 1}`);
    return delivery(
      'Merge Request Hook',
      `${repository} ${number} ${action} ${now}`,
      {
        object_kind: 'merge_request',
        event_type: 'merge_request',
        user: userOf(change),
        project: project(repository),
        labels: change.labels.map(title => ({ title })),
        object_attributes: {
          id: world.number(`merge request ${repository} ${number}`),
          iid: number,
          title: change.title,
          source_branch: change.branch,
          target_branch: 'main',
          state,
          action,
          draft: false,
          created_at: spaced(change.openedAt ?? change.firstCommitAt, 'UTC'),
          updated_at: spaced(now, 'UTC'),
          merge_commit_sha: state === 'merged' ? shaOf(change) : null,
          last_commit: {
            id: last,
            message: change.title,
            timestamp: instant(change.openedAt ?? change.firstCommitAt),
            author: {
              name: change.author.displayName,
              email: change.author.email,
            },
          },
          url: `https://gitlab.${world.internal}/${repository}/-/merge_requests/${number}`,
        },
      },
    );
  };
  const push = (
    change: Change,
    ref: string,
    commits: { id: string; at: number }[],
  ) =>
    delivery('Push Hook', `${change.repository} ${ref} ${commits.at(-1)?.id}`, {
      object_kind: 'push',
      event_name: 'push',
      before: madeUpSha(`${change.repository} before ${commits[0].id}`),
      after: commits.at(-1)?.id,
      checkout_sha: commits.at(-1)?.id,
      ref: `refs/heads/${ref}`,
      user_username: change.author.username,
      user_name: change.author.displayName,
      project: project(change.repository),
      commits: commits.map(({ id, at }) => ({
        id,
        message: change.title,
        title: change.title,
        timestamp: instant(at),
        url: `https://gitlab.${world.internal}/${change.repository}/-/commit/${id}`,
        author: {
          name: change.author.displayName,
          email: change.author.email,
        },
      })),
      total_commits_count: commits.length,
    });

  const changed = (
    what: (Happening & { kind: 'change' })['what'],
    change: Change,
    now: number,
  ): Delivery[] => {
    const isRequest = change.number !== undefined;
    switch (what) {
      case 'opened': {
        const from = change.firstCommitAt;
        const span = now - from;
        const commits = Array.from({ length: change.commits }, (_, index) => ({
          id: madeUpSha(`${change.repository} ${change.number} ${index}`),
          at: Math.round(from + (span * index) / change.commits),
        }));
        return [
          push(change, change.branch ?? 'change', commits),
          mergeRequest(change, now, 'open', 'opened'),
        ];
      }
      case 'reviewed':
        return change.approvedAt === now
          ? []
          : [
              delivery(
                'Note Hook',
                `${change.repository} ${change.number} note ${now}`,
                {
                  object_kind: 'note',
                  event_type: 'note',
                  user: { name: 'Reviewer', username: 'reviewer' },
                  project: project(change.repository),
                  object_attributes: {
                    id: world.number(
                      `note ${change.repository} ${change.number} ${now}`,
                    ),
                    noteable_type: 'MergeRequest',
                    system: false,
                    created_at: spaced(now, 'UTC'),
                    updated_at: spaced(now, 'UTC'),
                  },
                  merge_request: {
                    id: world.number(
                      `merge request ${change.repository} ${change.number}`,
                    ),
                    iid: change.number,
                    title: change.title,
                    created_at: spaced(
                      change.openedAt ?? change.firstCommitAt,
                      'UTC',
                    ),
                  },
                },
              ),
            ];
      case 'approved':
        return [mergeRequest(change, now, 'approved', 'opened')];
      case 'abandoned':
        return [mergeRequest(change, now, 'close', 'closed')];
      default:
        return [
          ...(isRequest ? [mergeRequest(change, now, 'merge', 'merged')] : []),
          push(change, 'main', [
            { id: shaOf(change), at: isRequest ? now : change.firstCommitAt },
          ]),
        ];
    }
  };

  const ran = (run: PipelineRun): Delivery[] => {
    const { head, number } = run.build;
    const id = world.number(`pipeline ${run.service} ${number} ${run.attempt}`);
    return [
      delivery('Pipeline Hook', `${run.service} ${number} ${run.attempt}`, {
        object_kind: 'pipeline',
        object_attributes: {
          id,
          ref: 'main',
          sha: shaOf(head),
          source: 'push',
          status: run.outcome === 'success' ? 'success' : 'failed',
          created_at: spaced(run.startedAt, 'UTC'),
          finished_at: spaced(run.finishedAt, 'UTC'),
          duration: run.finishedAt - run.startedAt,
          url: `https://gitlab.${world.internal}/${head.repository}/-/pipelines/${id}`,
        },
        user: userOf(head),
        project: project(head.repository),
      }),
    ];
  };

  const deployed = (
    what: 'started' | 'finished',
    deployment: Deployment,
  ): Delivery[] => {
    const { build, key, result } = deployment;
    const { head } = build;
    const id = world.number(`deployment ${key}`) % 100_000_000;
    const environment = world.names.environment(deployment);
    const ends = {
      success: 'success',
      failure: 'failed',
      canceled: 'canceled',
    } as const;
    const status = what === 'started' ? 'running' : ends[result];
    const at =
      what === 'started' ? deployment.startedAt : deployment.finishedAt;
    const web = `https://gitlab.${world.internal}/${head.repository}`;
    // Nobody has told GitLab the tier of an environment with a strange name.
    const isNamed = environment === deployment.environment;
    return [
      delivery('Deployment Hook', `${key} ${status}`, {
        object_kind: 'deployment',
        status,
        status_changed_at: spaced(at, '+0000'),
        deployment_id: id,
        deployable_id: id + 1,
        deployable_url: `${web}/-/jobs/${id + 1}`,
        environment,
        environment_tier: isNamed ? deployment.tier : 'other',
        environment_slug: environment,
        environment_external_url: `https://${deployment.service}.${environment}.${world.internal}`,
        project: project(head.repository),
        short_sha: shaOf(head).slice(0, 8),
        commit_url: `${web}/-/commit/${shaOf(head)}`,
        commit_title: head.title,
        ref: head.tag ?? 'main',
        user: userOf(head),
      }),
    ];
  };

  return { changed, ran, deployed };
}
