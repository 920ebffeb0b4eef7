import { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { ServiceUnavailableError } from '@backstage/errors';
import { isBareRepository } from '../remotes/localGitDir';
import { matchesProvider } from './matchesProvider';
import { nameFromSegments, repositoryNameOf } from './repositoryNameOf';
import { GitProviderConfig, GitRepositoryListing } from './types';

const MAX_DEPTH = 6;
const MAX_FOLDERS = 100_000;

/**
 * Every repository of a provider, by name. A root is walked for bare
 * repositories without following symbolic links, so nothing outside is found.
 *
 * @throws ServiceUnavailableError when the root cannot be listed in full: a
 * partial listing would look like deleted repositories
 */
export async function listRepositories(
  provider: GitProviderConfig,
  options: { signal?: AbortSignal } = {},
): Promise<GitRepositoryListing[]> {
  const found = provider.root
    ? await walk(provider.root, options.signal)
    : provider.urls.map(url => ({
        name: provider.repository ?? repositoryNameOf(url),
        url,
      }));
  const byName = new Map<string, GitRepositoryListing>();
  for (const repository of found) {
    if (
      matchesProvider(provider, repository.name) &&
      !byName.has(repository.name)
    ) {
      byName.set(repository.name, repository);
    }
  }
  return [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function walk(
  root: string,
  signal?: AbortSignal,
): Promise<GitRepositoryListing[]> {
  const found: GitRepositoryListing[] = [];
  let queue: string[][] = [[]];
  let folders = 0;
  for (let depth = 0; depth <= MAX_DEPTH && queue.length > 0; depth++) {
    const next: string[][] = [];
    for (const segments of queue) {
      signal?.throwIfAborted();
      if (++folders > MAX_FOLDERS) {
        throw new ServiceUnavailableError(
          `${root} has more than ${MAX_FOLDERS} folders`,
        );
      }
      const path = join(root, ...segments);
      if (depth > 0 && (await isBareRepository(path))) {
        const named =
          segments.length > 1 ? segments : [basename(root), ...segments];
        const name = nameFromSegments(named);
        if (name) {
          found.push({ name, url: path });
        }
      } else {
        next.push(...(await subfolders(path)).map(s => [...segments, s]));
      }
    }
    queue = next;
  }
  return found;
}

async function subfolders(path: string): Promise<string[]> {
  let entries: Dirent[];
  try {
    entries = await readdir(path, { withFileTypes: true });
  } catch (error) {
    throw new ServiceUnavailableError(
      `Cannot list ${path}: ${(error as Error).message}`,
    );
  }
  return entries
    .filter(entry => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(entry => entry.name)
    .sort();
}
