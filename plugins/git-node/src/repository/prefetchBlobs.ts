import { runGit } from '../command/runGit';
import type { RepositoryAccess } from './CliGitRepository';

const MAX_IDS = 10_000;
const TIMEOUT_MS = 5 * 60_000;

/**
 * Fetches blobs of a partial mirror in one request. Without it git would ask
 * the remote once per blob. Best effort: a server that refuses to serve by id
 * still serves one at a time.
 */
export async function prefetchBlobs(
  access: RepositoryAccess,
  ids: string[],
  signal?: AbortSignal,
): Promise<void> {
  if (ids.length === 0 || ids.length > MAX_IDS) {
    return;
  }
  try {
    await runGit({
      ...access,
      config: [
        ...(access.config ?? []),
        ['fetch.negotiationAlgorithm', 'noop'],
      ],
      args: [
        'fetch',
        '--quiet',
        '--no-tags',
        '--no-write-fetch-head',
        '--filter=blob:none',
        '--stdin',
        'origin',
      ],
      input: `${[...new Set(ids)].join('\n')}\n`,
      timeoutMs: TIMEOUT_MS,
      signal,
    });
  } catch (error) {
    if (signal?.aborted) {
      throw error;
    }
  }
}
