import { runGit } from '../command/runGit';
import { assertCommit } from '../command/safety';
import type { RepositoryAccess } from './CliGitRepository';

/** Those of the ids that name a commit; one process, however many are asked. */
export async function knownCommits(
  access: RepositoryAccess,
  options: { ids: readonly string[]; signal?: AbortSignal },
): Promise<Set<string>> {
  const ids = [...new Set(options.ids)];
  if (ids.length === 0) {
    return new Set();
  }
  const { stdout } = await runGit({
    ...access,
    args: ['cat-file', '--batch-check=%(objecttype)'],
    input: ids.map(id => `${assertCommit(id)}\n`).join(''),
    // An id that somebody made up must not become a fetch.
    offline: true,
    signal: options.signal,
  });
  // One line each, in the order asked: a type, or `<id> missing`.
  const lines = stdout.toString('utf8').split('\n');
  return new Set(ids.filter((_, i) => lines[i] === 'commit'));
}
