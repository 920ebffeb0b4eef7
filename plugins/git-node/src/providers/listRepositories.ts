import { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { ServiceUnavailableError } from '@backstage/errors';
import { redact } from '../command/redact';
import { isBareRepository } from '../remotes/localGitDir';
import { matchesProvider } from './matchesProvider';
import { nameFromSegments, repositoryNameOf } from './repositoryNameOf';
import { GitProviderConfig, GitRepositoryListing } from './types';

const MAX_DEPTH = 6;
const MAX_NAME_LENGTH = 200;
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
  options: {
    signal?: AbortSignal;
    /** Told about each repository that is left out, and why. */
    onSkipped?: (reason: string) => void;
  } = {},
): Promise<GitRepositoryListing[]> {
  const { signal, onSkipped = () => {} } = options;
  const found = provider.root
    ? await walk(provider.root, { signal, onSkipped })
    : provider.urls.map(url => ({
        name: provider.repository ?? repositoryNameOf(url),
        url,
      }));
  const byName = new Map<string, GitRepositoryListing>();
  for (const repository of found) {
    const first = byName.get(repository.name);
    if (repository.name.length > MAX_NAME_LENGTH) {
      onSkipped(
        `${repository.name.slice(
          0,
          80,
        )}… has more than ${MAX_NAME_LENGTH} characters in its name`,
      );
      continue;
    }
    if (!matchesProvider(provider, repository.name)) {
      continue;
    }
    if (!first) {
      byName.set(repository.name, repository);
    } else if (first.url !== repository.url) {
      onSkipped(
        `${repository.name} is there twice: only ${redact(
          first.url,
        )} is read, not ${redact(repository.url)}`,
      );
    }
  }
  return [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function walk(
  root: string,
  options: { signal?: AbortSignal; onSkipped: (reason: string) => void },
): Promise<GitRepositoryListing[]> {
  const { signal, onSkipped } = options;
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
        } else {
          onSkipped(`${path} has no name before .git`);
        }
      } else {
        for (const folder of await subfolders(path, depth > 0)) {
          if (isUsableName(folder)) {
            next.push([...segments, folder]);
          } else {
            onSkipped(
              `A folder in ${path} has a name that is not printable UTF-8: ${JSON.stringify(
                folder.slice(0, 100),
              )}`,
            );
          }
        }
      }
    }
    queue = next;
  }
  return found;
}

/** U+FFFD stands for bytes that are no UTF-8: no path made of it leads back. */
function isUsableName(folder: string): boolean {
  return !/[\p{Cc}\uFFFD]/u.test(folder);
}

async function subfolders(path: string, mayVanish: boolean): Promise<string[]> {
  let entries: Dirent[];
  try {
    entries = await readdir(path, { withFileTypes: true });
  } catch (error) {
    // Somebody deleted it since its parent was listed.
    if (mayVanish && (error as NodeJS.ErrnoException).code === 'ENOENT') {
      return [];
    }
    throw new ServiceUnavailableError(
      `Cannot list ${path}: ${(error as Error).message}`,
    );
  }
  return entries
    .filter(entry => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(entry => entry.name)
    .sort();
}
