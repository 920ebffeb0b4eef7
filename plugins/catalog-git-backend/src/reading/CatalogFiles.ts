import { posix } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { GitRepository, GitTreeEntry } from '@waymark/git-node';
import picomatch from 'picomatch';
import { createMatchBudget, hasWildcard, targetMatcher } from './targetGlob';

/** Names that are matched before others get their turn. */
const NAMES_AT_ONCE = 2_000;

/**
 * The files of one commit, looked up by path or by glob. The whole tree is
 * listed at most once, and only when something needs it.
 */
export class CatalogFiles {
  readonly #repository: GitRepository;
  readonly #commit: string;
  readonly #signal?: AbortSignal;
  readonly #budget = createMatchBudget();
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

  /** Entries that an `entityFilename` of the configuration selects. */
  async select(pathOrGlob: string): Promise<GitTreeEntry[]> {
    if (isGlob(pathOrGlob)) {
      return this.#filter(picomatch(pathOrGlob));
    }
    const entry = await this.#repository.stat({
      commit: this.#commit,
      path: pathOrGlob,
      signal: this.#signal,
    });
    return entry && entry.type !== 'tree' ? [entry] : [];
  }

  /**
   * Entries that the target of a pushed location names. Whoever pushes chooses
   * the pattern and the names, so only {@link targetMatcher} compares them.
   */
  async match(target: string): Promise<GitTreeEntry[]> {
    if (hasWildcard(target)) {
      return this.#filter(targetMatcher(target, this.#budget));
    }
    const entry = (await this.#listTree()).get(target);
    return entry ? [entry] : [];
  }

  async #filter(matches: (path: string) => boolean): Promise<GitTreeEntry[]> {
    const found: GitTreeEntry[] = [];
    let left = NAMES_AT_ONCE;
    for (const entry of (await this.#listTree()).values()) {
      if (left-- === 0) {
        await setImmediate();
        this.#signal?.throwIfAborted();
        left = NAMES_AT_ONCE;
      }
      if (matches(entry.path)) {
        found.push(entry);
      }
    }
    return found;
  }

  async #listTree(): Promise<Map<string, GitTreeEntry>> {
    this.#tree ??= this.#repository
      .lsTree({ commit: this.#commit, recursive: true, signal: this.#signal })
      .then(entries => new Map(entries.map(entry => [entry.path, entry])));
    return this.#tree;
  }
}

function isGlob(path: string): boolean {
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
