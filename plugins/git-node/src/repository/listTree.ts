import { InputError } from '@backstage/errors';
import { GitCommandError, runGit } from '../command/runGit';
import { assertCommit, assertTreePath } from '../command/safety';
import { GitObjectType, GitTreeEntry } from '../types';
import type { RepositoryAccess } from './CliGitRepository';

const DEFAULT_MAX_ENTRIES = 200_000;
const MAX_LISTING_BYTES = 64 * 1024 * 1024;
const ROW = /^(\d{6}) (blob|tree|commit) ([0-9a-f]{40,64}) +(\d+|-)?\t?/;

/** `git ls-tree`; sizes only where no blob has to be fetched for them. */
export async function listTree(
  access: RepositoryAccess,
  options: {
    commit: string;
    path?: string;
    recursive?: boolean;
    maxEntries?: number;
    signal?: AbortSignal;
  },
): Promise<GitTreeEntry[]> {
  const folder = assertTreePath(options.path ?? '');
  const entries = await lsTree(access, {
    ...options,
    // A trailing slash asks for what is in the folder, not for the folder.
    path: folder && `${folder}/`,
  });
  const limit = options.maxEntries ?? DEFAULT_MAX_ENTRIES;
  if (entries.length > limit) {
    throw new InputError(
      `The tree has ${entries.length} entries, the limit is ${limit}`,
    );
  }
  return entries;
}

/** The entry at exactly this path. */
export async function statPath(
  access: RepositoryAccess,
  options: { commit: string; path: string; signal?: AbortSignal },
): Promise<GitTreeEntry | undefined> {
  const path = assertTreePath(options.path);
  const entries = await lsTree(access, { ...options, path });
  return entries.find(entry => entry.path === path);
}

async function lsTree(
  access: RepositoryAccess,
  options: {
    commit: string;
    path: string;
    recursive?: boolean;
    signal?: AbortSignal;
  },
): Promise<GitTreeEntry[]> {
  const { stdout } = await runGit({
    ...access,
    maxOutputBytes: MAX_LISTING_BYTES,
    args: [
      'ls-tree',
      '-z',
      '--full-tree',
      ...(access.partial ? [] : ['--long']),
      ...(options.recursive ? ['-r'] : []),
      assertCommit(options.commit),
      '--',
      ...(options.path === '' ? [] : [options.path]),
    ],
    signal: options.signal,
  }).catch(error => {
    throw error instanceof GitCommandError && error.failure === 'too-large'
      ? new InputError(
          `The listing of the tree is larger than ${MAX_LISTING_BYTES} bytes`,
        )
      : error;
  });
  return stdout
    .toString('utf8')
    .split('\0')
    .filter(row => row !== '')
    .map(parseRow);
}

function parseRow(row: string): GitTreeEntry {
  const tab = row.indexOf('\t');
  const found = ROW.exec(`${row.slice(0, tab)} `);
  if (!found) {
    throw new InputError(
      `git ls-tree gave an unknown row: ${row.slice(0, 80)}`,
    );
  }
  const size = found[4];
  return {
    mode: found[1],
    type: found[2] as GitObjectType,
    id: found[3],
    path: row.slice(tab + 1),
    size: size === undefined || size === '-' ? undefined : Number(size),
  };
}
