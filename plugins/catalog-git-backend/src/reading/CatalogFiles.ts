import { posix } from 'node:path';
import { GitRepository, GitTreeEntry } from '@waymark/git-node';
import picomatch from 'picomatch';

/**
 * The files of one commit, looked up by path or by glob. The whole tree is
 * listed at most once, and only when something needs it.
 */
export class CatalogFiles {
  readonly #repository: GitRepository;
  readonly #commit: string;
  readonly #signal?: AbortSignal;
  #tree?: Promise<Map<string, GitTreeEntry>>;

  constructor(options: {
    repository: GitRepository;
    commit: string;
    signal?: AbortSignal;
  }) {
    this.#repository = options.repository;
    this.#commit = options.commit;
    this.#signal = options.signal;
  }

  /** Entries that an `entityFilename` selects, by path. */
  async select(pathOrGlob: string): Promise<GitTreeEntry[]> {
    if (isGlob(pathOrGlob)) {
      return this.match(pathOrGlob);
    }
    const entry = await this.#repository.stat({
      commit: this.#commit,
      path: pathOrGlob,
      signal: this.#signal,
    });
    return entry && entry.type !== 'tree' ? [entry] : [];
  }

  /** Entries that match a path or a glob, from the listed tree. */
  async match(pathOrGlob: string): Promise<GitTreeEntry[]> {
    const tree = await this.#listTree();
    if (!isGlob(pathOrGlob)) {
      const entry = tree.get(pathOrGlob);
      return entry ? [entry] : [];
    }
    const matches = picomatch(pathOrGlob);
    return [...tree.values()].filter(entry => matches(entry.path));
  }

  async #listTree(): Promise<Map<string, GitTreeEntry>> {
    this.#tree ??= this.#repository
      .lsTree({ commit: this.#commit, recursive: true, signal: this.#signal })
      .then(entries => new Map(entries.map(entry => [entry.path, entry])));
    return this.#tree;
  }
}

export function isGlob(path: string): boolean {
  return picomatch.scan(path).isGlob;
}

/** Tells whether a path is an entity file of its own, not one behind a location. */
export function entityFileMatcher(
  entityFilename: string,
): (path: string) => boolean {
  return isGlob(entityFilename)
    ? picomatch(entityFilename)
    : path => path === entityFilename;
}

/**
 * The path in the repository that a target names, relative to the file that
 * names it; undefined when it leads out of the repository.
 */
export function resolveTarget(
  target: string,
  fromPath: string,
): string | undefined {
  const isAddress = /^[a-z][a-z0-9+.-]*:/i.test(target);
  if (isAddress || target.startsWith('/') || /[\\\0\n]/.test(target)) {
    return undefined;
  }
  const path = posix.join(posix.dirname(fromPath), target);
  return path === '..' || path.startsWith('../') ? undefined : path;
}
