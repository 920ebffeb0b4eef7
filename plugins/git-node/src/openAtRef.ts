import { NotFoundError } from '@backstage/errors';
import { isCommitId } from './command/safety';
import { GitRepository, GitService } from './types';

const MIN_FETCH_INTERVAL_MS = 30_000;

/**
 * Opens a repository at a branch, tag or commit. A branch wins over a tag of
 * the same name, which git alone would prefer. A tag or commit that the mirror
 * lacks is fetched at most every 30 seconds.
 *
 * @throws NotFoundError when there is no such ref
 */
export async function openAtRef(
  git: GitService,
  options: { url: string; ref: string; signal?: AbortSignal },
): Promise<{ repository: GitRepository; commit: string }> {
  const { url, ref, signal } = options;
  const named = isCommitId(ref);
  const tip = named ? ref : await branchTip(git, options);
  // Only the tip of a branch is known to exist: other refs may be made up.
  const maxAgeMs = named || !tip ? MIN_FETCH_INTERVAL_MS : undefined;
  const repository = await git.open({ url, commit: tip, maxAgeMs, signal });
  const commit = await repository.revParse(tip ?? ref, { signal });
  return { repository, commit };
}

async function branchTip(
  git: GitService,
  options: { url: string; ref: string; signal?: AbortSignal },
): Promise<string | undefined> {
  const { url, ref, signal } = options;
  const head = await git.head({
    url,
    branch: ref === 'HEAD' ? undefined : ref,
    signal,
  });
  if (ref === 'HEAD' && !head.commit) {
    throw new NotFoundError('The repository has no commit');
  }
  return head.commit;
}
