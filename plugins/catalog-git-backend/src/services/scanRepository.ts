import { stringifyError } from '@backstage/errors';
import {
  GitProviderConfig,
  GitRepositoryListing,
  GitService,
  redact,
} from '@waymark/git-node';
import { IngestionStore, KnownRepository } from '../database/IngestionStore';
import { hashEntity } from '../domain/hashEntity';
import { RepositoryReading } from '../domain/types';
import { entityFileMatcher } from '../reading/CatalogFiles';
import { emptyReading, readRepository } from '../reading/readRepository';

/** Grows when the same files would give other entities. */
const READER_VERSION = 2;
const MAX_ATTEMPTS = 3;

export type ScanOutcome =
  | { status: 'unchanged' }
  /** `changes` names the provider of each changed entity. */
  | { status: 'changed'; changes: string[] }
  | { status: 'failed'; reason: string; first: boolean };

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
  now: () => Date;
  signal?: AbortSignal;
}): Promise<ScanOutcome> {
  const { store, provider, listing, now } = options;
  const key = { provider: provider.id, name: listing.name };
  let known = options.known;
  for (let attempt = 1; ; attempt++) {
    try {
      const outcome = await attemptScan({ ...options, known });
      if (outcome !== 'stale') {
        return outcome;
      }
    } catch (error) {
      if (options.signal?.aborted) {
        throw error;
      }
      const reason = redact(stringifyError(error)).slice(0, 1_000);
      const url = redact(listing.url);
      await store.markUnreachable({
        repository: { ...key, url },
        reason,
        now: now(),
      });
      return { status: 'failed', reason, first: !known?.unreachable };
    }
    if (attempt >= MAX_ATTEMPTS) {
      // Others are writing it all the time; theirs is as new as ours.
      return { status: 'unchanged' };
    }
    known = await store.getKnown(key);
  }
}

async function attemptScan(
  options: Parameters<typeof scanRepository>[0],
): Promise<ScanOutcome | 'stale'> {
  const { git, store, provider, listing, known, now, signal } = options;
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
      reason: `Branch '${branch}' has no commit`,
    },
  };
}
