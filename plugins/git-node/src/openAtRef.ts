import { NotFoundError } from '@backstage/errors';
import { isCommitId } from './command/safety';
import { GitRepository, GitService } from './types';

/**
 * Opens a repository at a branch, tag or commit. A branch wins over a tag of
 * the same name, which git alone would prefer.
 *
 * @throws NotFoundError when there is no such ref
 */
export async function openAtRef(
  git: GitService,
  options: { url: string; ref: string; signal?: AbortSignal },
): Promise<{ repository: GitRepository; commit: string }> {
  const { url, ref, signal } = options;
  const tip = isCommitId(ref) ? ref : await branchTip(git, options);
  const repository = await git.open({ url, commit: tip, signal });
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
