import { isoInstant } from '../../domain/time';
import type { Identity } from '../../repositories/plan';
import { shaOf } from '../events/cdevents';
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
const maybe = (at: number | undefined, now: number) =>
  at !== undefined && at <= now ? instant(at) : null;

/** What GitHub sends about changes, pipelines and deployments. */
export function createGitHub(world: World) {
  const user = (identity: Identity) => ({
    login: world.login(identity),
    id: world.number(`user ${identity.username}`) % 1_000_000,
    type: identity.username === 'dependency-bot' ? 'Bot' : 'User',
  });
  const repositoryOf = (fullName: string) => {
    const [owner, name] = fullName.split('/');
    return {
      id: world.number(`repository ${fullName}`) % 1_000_000_000,
      name,
      full_name: fullName,
      private: true,
      html_url: `https://github.${world.internal}/${fullName}`,
      default_branch: 'main',
      owner: { login: owner, type: 'Organization' },
    };
  };
  const delivery = (
    event: string,
    key: string,
    body: Record<string, unknown>,
  ): Delivery => ({
    id: world.uuid(`github ${event} ${key}`),
    target: 'github',
    headers: {
      'x-github-event': event,
      'x-github-delivery': world.uuid(`github ${event} ${key}`),
      'user-agent': 'GitHub-Hookshot/044aadd',
    },
    body,
  });

  const pullRequest = (change: Change, now: number) => {
    const { number = 0, author, repository } = change;
    const mergedAt = maybe(change.mergedAt, now);
    const closedAt = mergedAt ?? maybe(change.abandonedAt, now);
    return {
      id: world.number(`pull ${repository} ${number}`),
      number,
      state: closedAt ? 'closed' : 'open',
      draft: false,
      title: change.title,
      user: user(author),
      html_url: `https://github.${world.internal}/${repository}/pull/${number}`,
      created_at: instant(change.openedAt ?? change.firstCommitAt),
      updated_at: instant(now),
      closed_at: closedAt,
      merged_at: mergedAt,
      merged: mergedAt !== null,
      merge_commit_sha: mergedAt ? shaOf(change) : null,
      labels: change.labels.map(name => ({ name })),
      head: {
        ref: change.branch,
        sha: madeUpSha(`${repository} ${number} ${change.commits - 1}`),
      },
      base: { ref: 'main' },
      commits: change.commits,
      additions: change.additions,
      deletions: change.deletions,
    };
  };
  const aboutPull = (
    action: string,
    change: Change,
    now: number,
    more: Record<string, unknown> = {},
  ) =>
    delivery(
      'pull_request',
      `${change.repository} ${change.number} ${action} ${now}`,
      {
        action,
        number: change.number,
        pull_request: pullRequest(change, now),
        repository: repositoryOf(change.repository),
        sender: user(change.author),
        ...more,
      },
    );

  const commitOf = (change: Change, sha: string, at: number) => ({
    id: sha,
    message:
      change.number === undefined
        ? change.title
        : `${change.title} (#${change.number})`,
    timestamp: instant(at),
    author: {
      name: change.author.displayName,
      email: change.author.email,
      username: world.login(change.author),
    },
    distinct: true,
  });
  const push = (
    change: Change,
    ref: string,
    commits: ReturnType<typeof commitOf>[],
  ) =>
    delivery('push', `${change.repository} ${ref} ${commits.at(-1)?.id}`, {
      ref: `refs/heads/${ref}`,
      before: madeUpSha(`${change.repository} before ${commits[0].id}`),
      after: commits.at(-1)?.id,
      created: ref !== 'main',
      deleted: false,
      forced: false,
      commits,
      head_commit: commits.at(-1),
      repository: repositoryOf(change.repository),
      pusher: {
        name: world.login(change.author),
        email: change.author.email,
      },
      sender: user(change.author),
    });
  /** The commits of a pull request lie between its first one and its opening. */
  const branchCommits = (change: Change) => {
    const from = change.firstCommitAt;
    const span = (change.openedAt ?? from) - from;
    return Array.from({ length: change.commits }, (_, index) =>
      commitOf(
        change,
        madeUpSha(`${change.repository} ${change.number} ${index}`),
        Math.round(from + (span * index) / change.commits),
      ),
    );
  };
  const review = (change: Change, now: number, state: string) =>
    delivery(
      'pull_request_review',
      `${change.repository} ${change.number} ${state} ${now}`,
      {
        action: 'submitted',
        review: {
          id: world.number(
            `review ${change.repository} ${change.number} ${now}`,
          ),
          state,
          submitted_at: instant(now),
          // Who it was is of no interest; that it was somebody else is.
          user: { login: 'reviewer', id: 1, type: 'User' },
        },
        pull_request: pullRequest(change, now),
        repository: repositoryOf(change.repository),
        sender: { login: 'reviewer', id: 1, type: 'User' },
      },
    );

  const changed = (
    what: (Happening & { kind: 'change' })['what'],
    change: Change,
    now: number,
  ): Delivery[] => {
    const isPull = change.number !== undefined;
    switch (what) {
      case 'opened':
        return [
          push(change, change.branch ?? 'change', branchCommits(change)),
          aboutPull('opened', change, now),
        ];
      case 'reviewed':
        // An approval in the same second is the review.
        return change.approvedAt === now
          ? []
          : [review(change, now, 'commented')];
      case 'approved':
        return [review(change, now, 'approved')];
      case 'abandoned':
        return [aboutPull('closed', change, now)];
      default:
        return [
          ...(isPull ? [aboutPull('closed', change, now)] : []),
          push(change, 'main', [
            commitOf(
              change,
              shaOf(change),
              isPull ? now : change.firstCommitAt,
            ),
          ]),
        ];
    }
  };

  const ran = (run: PipelineRun): Delivery[] => {
    const { repository } = run.build.head;
    const key = `${run.service} ${run.build.number}`;
    return [
      delivery('workflow_run', `${key} ${run.attempt}`, {
        action: 'completed',
        workflow_run: {
          id: world.number(`run ${key}`),
          name: 'CI',
          event: 'push',
          status: 'completed',
          conclusion: run.outcome,
          run_attempt: run.attempt,
          head_branch: 'main',
          head_sha: shaOf(run.build.head),
          run_started_at: instant(run.startedAt),
          created_at: instant(run.startedAt),
          updated_at: instant(run.finishedAt),
          html_url: `https://github.${
            world.internal
          }/${repository}/actions/runs/${world.number(`run ${key}`)}`,
        },
        workflow: { name: 'CI' },
        repository: repositoryOf(repository),
        sender: user(run.build.head.author),
      }),
    ];
  };

  const deployed = (
    what: 'started' | 'finished',
    deployment: Deployment,
  ): Delivery[] => {
    const { build, key } = deployment;
    const { repository } = build.head;
    const environment = world.names.environment(deployment);
    const id = world.number(`deployment ${key}`);
    const ends = {
      success: 'success',
      failure: 'failure',
      canceled: 'error',
    } as const;
    const state = what === 'started' ? 'in_progress' : ends[deployment.result];
    const at =
      what === 'started' ? deployment.startedAt : deployment.finishedAt;
    return [
      delivery('deployment_status', `${key} ${state}`, {
        action: 'created',
        deployment_status: {
          id: world.number(`status ${key} ${state}`),
          state,
          environment,
          created_at: instant(at),
          updated_at: instant(at),
          log_url: `https://github.${world.internal}/${repository}/actions/runs/${id}`,
          environment_url: `https://${deployment.service}.${environment}.${world.internal}`,
          creator: user(build.head.author),
        },
        deployment: {
          id,
          sha: shaOf(build.head),
          ref: build.head.tag ?? 'main',
          task:
            deployment.kind === 'rollback' && deployment.saysRollback
              ? 'rollback'
              : 'deploy',
          environment,
          production_environment: environment === 'production',
          transient_environment: false,
          payload: {
            ...(deployment.releaseId
              ? { release_id: deployment.releaseId }
              : {}),
          },
          created_at: instant(deployment.startedAt),
          updated_at: instant(at),
          creator: user(build.head.author),
        },
        repository: repositoryOf(repository),
        sender: user(build.head.author),
      }),
    ];
  };

  return { changed, ran, deployed };
}
