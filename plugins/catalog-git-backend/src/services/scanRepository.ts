import {
  GitProviderConfig,
  GitRepositoryListing,
  GitService,
  redact,
} from '@waymark/git-node';
import {
  AccessProblemCode,
  IngestionStore,
  KnownRepository,
  ScanOrigin,
  ScanTrigger,
} from '../database/IngestionStore';
import { retryAt } from '../domain/backoff';
import { hashEntity } from '../domain/hashEntity';
import { RepositoryReading } from '../domain/types';
import { entityFileMatcher } from '../reading/CatalogFiles';
import { emptyReading, readRepository } from '../reading/readRepository';
import { failureOf } from './failureOf';

/** Grows when the same files would give other entities. */
const READER_VERSION = 2;
const MAX_ATTEMPTS = 3;

export type ScanOutcome =
  | { status: 'unchanged' }
  /** `changes` names the provider of each changed entity. */
  | { status: 'changed'; changes: string[] }
  | {
      status: 'failed';
      code: AccessProblemCode;
      reason: string;
      /** The attempt before went well. */
      first: boolean;
    };

/** Settings that decide what a reading gives. */
export function configHashOf(provider: GitProviderConfig): string {
  const { baseUrl, host, entityFilename, allow, limits } = provider;
  return hashEntity([
    READER_VERSION,
    { baseUrl, host, entityFilename, allow, limits },
  ]);
}

/**
 * Brings one repository up to date. Asks the remote where its branch is and
 * reads files only when that, or the settings, changed. A repository that
 * cannot be read keeps its entities.
 */
export async function scanRepository(options: {
  git: GitService;
  store: IngestionStore;
  provider: GitProviderConfig;
  listing: GitRepositoryListing;
  known: KnownRepository | undefined;
  trigger: ScanTrigger;
  now: () => Date;
  signal?: AbortSignal;
}): Promise<ScanOutcome> {
  const { store, provider, listing, trigger, now } = options;
  const key = { provider: provider.id, name: listing.name };
  const origin: ScanOrigin = { trigger, startedAt: now() };
  const limit = AbortSignal.timeout(provider.repositoryTimeoutMs);
  const signal = options.signal
    ? AbortSignal.any([options.signal, limit])
    : limit;
  let known = options.known;
  for (let attempt = 1; ; attempt++) {
    try {
      const outcome = await attemptScan({ ...options, signal, known, origin });
      if (outcome !== 'stale') {
        return outcome;
      }
    } catch (error) {
      if (options.signal?.aborted) {
        throw error;
      }
      const failure = limit.aborted ? tooSlow(provider) : failureOf(error);
      await markFailed({ ...options, known, failure, origin });
      return { status: 'failed', ...failure, first: !known?.failures };
    }
    if (attempt >= MAX_ATTEMPTS) {
      // Others are writing it all the time; theirs is as new as ours.
      return { status: 'unchanged' };
    }
    known = await store.getKnown(key);
  }
}

/** Remembers a failure, and when the schedule may try again. */
export async function markFailed(options: {
  store: IngestionStore;
  provider: GitProviderConfig;
  listing: GitRepositoryListing;
  known: KnownRepository | undefined;
  failure: { code: AccessProblemCode; reason: string };
  origin?: ScanOrigin;
  now: () => Date;
}): Promise<void> {
  const { store, provider, listing, known, failure, origin } = options;
  const now = options.now();
  await store.markFailed({
    repository: {
      provider: provider.id,
      name: listing.name,
      url: redact(listing.url),
    },
    ...failure,
    retryAt: retryAt(failure.code, (known?.failures ?? 0) + 1, now),
    origin,
    now,
  });
}

function tooSlow(provider: GitProviderConfig) {
  const seconds = provider.repositoryTimeoutMs / 1_000;
  return {
    code: 'timeout' as const,
    reason: `Reading took longer than ${seconds} s (repositoryTimeout)`,
  };
}

async function attemptScan(
  options: Parameters<typeof scanRepository>[0] & { origin: ScanOrigin },
): Promise<ScanOutcome | 'stale'> {
  const { git, store, provider, listing, known, origin, now, signal } = options;
  const head = await git.head({
    url: listing.url,
    branch: provider.branch,
    signal,
  });
  const configHash = configHashOf(provider);
  if (
    known?.configHash === configHash &&
    known.commit === head.commit &&
    known.branch === head.branch
  ) {
    return { status: 'unchanged' };
  }
  const reading = head.commit
    ? await readCommit({ ...options, branch: head.branch, commit: head.commit })
    : emptyRepository(head.branch);
  const result = await store.applyReading({
    repository: {
      provider: provider.id,
      name: listing.name,
      url: redact(listing.url),
    },
    branch: head.branch,
    commit: head.commit,
    configHash,
    expectedVersion: known?.version,
    reading,
    allow: provider.allow,
    isEntityFile: entityFileMatcher(provider.entityFilename),
    origin,
    now: now(),
  });
  return result.status === 'stale'
    ? 'stale'
    : { status: 'changed', changes: result.changes };
}

async function readCommit(
  options: Parameters<typeof scanRepository>[0] & {
    branch: string;
    commit: string;
  },
): Promise<RepositoryReading> {
  const { git, provider, listing, branch, commit, signal } = options;
  const repository = await git.open({ url: listing.url, commit, signal });
  return readRepository({
    repository,
    commit,
    provider,
    name: listing.name,
    branch,
    signal,
  });
}

function emptyRepository(branch: string): RepositoryReading {
  return {
    ...emptyReading(),
    unreadable: {
      path: '',
      code: 'empty-repository',
      reason: `Branch '${branch}' has no commit: the repository is empty, or its branch was renamed or deleted`,
    },
  };
}
