import { createHash } from 'node:crypto';
import { NotFoundError } from '@backstage/errors';
import {
  buildLocationUrl,
  type GitProviderConfig,
  type GitRepository,
  type GitService,
} from '@waymark/git-node';
import { commitEvent, releaseEvent, type GitEvent } from './gitEvents';
import { mainlineOf, type MainlineCommit } from './mainline';
import type { ReleaseRule } from './releaseRule';

/** Where new tags are noticed though the main branch stays: asked at most so often. */
const MAX_AGE_MS = 60_000;
const MAX_AHEAD_MS = 5 * 60_000;

/** A service of a repository, as far as Git tells of it. */
export interface GitServicePart {
  service: string;
  /** Globs; none: the whole repository. */
  paths: readonly string[];
  rule: ReleaseRule | undefined;
}

/** How far a repository was read. */
export interface GitProgress {
  branch: string | null;
  head: string | null;
  refs: string | null;
}

export interface GitReading extends GitProgress {
  events: GitEvent[];
}

export interface ReadOptions {
  git: GitService;
  provider: GitProviderConfig;
  repository: { name: string; url: string };
  parts: readonly GitServicePart[];
  known: GitProgress | undefined;
  maxCommits: number;
  /** Nothing older is of interest. */
  oldest: Date;
  now: Date;
  signal?: AbortSignal;
}

/**
 * What is new in a repository: commits of the main branch since the head that
 * was seen last, tags and heads that mean a release. Nothing, where nothing
 * moved.
 */
export async function readRepository(
  options: ReadOptions,
): Promise<GitReading | undefined> {
  const { git, provider, repository, parts, known, signal } = options;
  const { url } = repository;
  const head = await git.head({ url, branch: provider.branch, signal });
  if (!head.commit) {
    return undefined;
  }
  const hasNewHead = known?.head !== head.commit;
  const hasRules = parts.some(({ rule }) => rule !== undefined);
  if (!hasNewHead && !hasRules) {
    return undefined;
  }
  const opened = await git.open({
    url,
    signal,
    // With rules, tags matter even when the commit is there already.
    ...(hasRules ? { maxAgeMs: MAX_AGE_MS } : { commit: head.commit }),
  });
  const events = hasNewHead
    ? await readCommits(opened, head.commit, options)
    : [];
  const releases = await readReleases(opened, options);
  const refs = hashOf(releases.map(({ deliveryId }) => deliveryId));
  if (!hasNewHead && refs === known?.refs) {
    return undefined;
  }
  return {
    branch: head.branch,
    head: head.commit,
    refs,
    events: [...events, ...(refs === known?.refs ? [] : releases)].filter(
      isOfInterest(options),
    ),
  };
}

function isOfInterest({ oldest, now }: ReadOptions) {
  return ({ occurredAt }: GitEvent) => {
    const at = Date.parse(occurredAt);
    return at >= oldest.getTime() && at <= now.getTime() + MAX_AHEAD_MS;
  };
}

async function readCommits(
  opened: GitRepository,
  head: string,
  options: ReadOptions,
): Promise<GitEvent[]> {
  const { parts, repository, signal } = options;
  const line = await readMainline(opened, head, options);
  const needsPaths = parts.some(({ paths }) => paths.length > 0);
  const events: GitEvent[] = [];
  for (const each of line) {
    const { id, parents } = each.commit;
    const paths =
      needsPaths && parents.length > 0
        ? await opened.diffNames({ from: parents[0], to: id, signal })
        : [];
    events.push(
      commitEvent(each, {
        repository: repository.name,
        paths: paths.map(({ path }) => path),
        url: placeOf(options, id),
      }),
    );
  }
  return events;
}

/** After a forced push the head that was seen is no ancestor: then all is read again, which changes nothing that is known. */
async function readMainline(
  opened: GitRepository,
  head: string,
  { known, maxCommits, oldest, signal }: ReadOptions,
): Promise<MainlineCommit[]> {
  const last = known?.head;
  const isAhead =
    last !== null &&
    last !== undefined &&
    (await opened
      .isAncestor({ ancestor: last, descendant: head, signal })
      .catch(() => false));
  const commits = await opened.log({
    ref: head,
    ...(isAhead && { notReachableFrom: last }),
    since: oldest,
    maxCount: maxCommits,
    signal,
  });
  return mainlineOf(commits, head);
}

async function readReleases(
  opened: GitRepository,
  options: ReadOptions,
): Promise<GitEvent[]> {
  const { parts, repository, signal } = options;
  const releases: GitEvent[] = [];
  const tags = parts.some(({ rule }) => rule?.kind === 'tags')
    ? await opened.tags({ signal })
    : [];
  for (const { service, rule } of parts) {
    if (rule?.kind === 'tags') {
      for (const { name, commit, at } of tags.filter(tag =>
        rule.matches(tag.name),
      )) {
        releases.push(
          releaseEvent({
            repository: repository.name,
            service,
            ref: `refs/tags/${name}`,
            sha: commit,
            version: name,
            at,
            url: placeOf(options, commit),
          }),
        );
      }
    }
    if (rule?.kind === 'branch') {
      const line = await readBranch(opened, rule.branch, options);
      for (const { commit } of line) {
        releases.push(
          releaseEvent({
            repository: repository.name,
            service,
            ref: `refs/heads/${rule.branch}`,
            sha: commit.id,
            version: null,
            at: commit.committedAt,
            url: placeOf(options, commit.id),
          }),
        );
      }
    }
  }
  return releases;
}

/** A branch that is not there yet has no releases. */
async function readBranch(
  opened: GitRepository,
  branch: string,
  { maxCommits, oldest, signal }: ReadOptions,
): Promise<MainlineCommit[]> {
  try {
    const head = await opened.revParse(`refs/heads/${branch}`, { signal });
    const commits = await opened.log({
      ref: head,
      since: oldest,
      maxCount: maxCommits,
      signal,
    });
    return mainlineOf(commits, head);
  } catch (error) {
    if (error instanceof NotFoundError) {
      return [];
    }
    throw error;
  }
}

function placeOf({ provider, repository }: ReadOptions, ref: string): string {
  return buildLocationUrl({
    baseUrl: provider.baseUrl,
    repository: repository.name,
    kind: 'tree',
    ref,
    path: '',
  });
}

function hashOf(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
