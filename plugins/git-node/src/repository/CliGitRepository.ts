import { Readable } from 'node:stream';
import { NotFoundError } from '@backstage/errors';
import { GitCommand, runGit } from '../command/runGit';
import { assertCommit, assertRef } from '../command/safety';
import {
  GitBlob,
  GitCommit,
  GitDiffEntry,
  GitRepository,
  GitTag,
  GitTreeEntry,
} from '../types';
import { archiveTree } from './archiveTree';
import { diffNames } from './diffNames';
import { knownCommits } from './knownCommits';
import { listTree, statPath } from './listTree';
import { prefetchBlobs } from './prefetchBlobs';
import { readBlobs } from './readBlobs';
import { listTags } from './listTags';
import { readLog } from './readLog';

/** What every call on one repository shares: where it is and how to reach its remote. */
export type RepositoryAccess = Pick<
  GitCommand,
  'gitDir' | 'config' | 'allowHttp'
> & {
  gitDir: string;
  /** Blobs may be missing here and come from the remote on demand. */
  partial: boolean;
};

/** A repository read through the `git` command line. */
export class CliGitRepository implements GitRepository {
  readonly url: string;
  readonly #access: RepositoryAccess;

  constructor(options: { url: string; access: RepositoryAccess }) {
    this.url = options.url;
    this.#access = options.access;
  }

  async revParse(ref: string, options?: { signal?: AbortSignal }) {
    const { stdout } = await runGit({
      ...this.#access,
      args: [
        'rev-parse',
        '--verify',
        '--quiet',
        '--end-of-options',
        `${assertRef(ref)}^{commit}`,
      ],
      // An id that somebody made up must not become a fetch.
      offline: true,
      expectedExitCodes: [1, 128],
      signal: options?.signal,
    });
    const commit = stdout.toString('utf8').trim();
    if (commit === '') {
      throw new NotFoundError(`There is no '${ref}' in ${this.url}`);
    }
    return commit;
  }

  async knownCommits(
    options: Parameters<GitRepository['knownCommits']>[0],
  ): Promise<Set<string>> {
    return knownCommits(this.#access, options);
  }

  async lsTree(
    options: Parameters<GitRepository['lsTree']>[0],
  ): Promise<GitTreeEntry[]> {
    return listTree(this.#access, options);
  }

  async stat(
    options: Parameters<GitRepository['stat']>[0],
  ): Promise<GitTreeEntry | undefined> {
    return statPath(this.#access, options);
  }

  async readBlobs(
    options: Parameters<GitRepository['readBlobs']>[0],
  ): Promise<GitBlob[]> {
    const wanted = options.prefetch ?? options.ids;
    if (this.#access.partial && wanted.length > 1) {
      await prefetchBlobs(this.#access, wanted, options.signal);
    }
    return readBlobs(this.#access, options);
  }

  async archive(
    options: Parameters<GitRepository['archive']>[0],
  ): Promise<Readable> {
    if (this.#access.partial) {
      const files = await this.lsTree({ ...options, recursive: true });
      const ids = files.filter(f => f.type === 'blob').map(f => f.id);
      await prefetchBlobs(this.#access, ids, options.signal);
    }
    return archiveTree(this.#access, options);
  }

  async log(
    options: Parameters<GitRepository['log']>[0],
  ): Promise<GitCommit[]> {
    return readLog(this.#access, options);
  }

  async tags(
    options?: Parameters<GitRepository['tags']>[0],
  ): Promise<GitTag[]> {
    return listTags(this.#access, options);
  }

  async diffNames(
    options: Parameters<GitRepository['diffNames']>[0],
  ): Promise<GitDiffEntry[]> {
    return diffNames(this.#access, options);
  }

  async isAncestor(options: Parameters<GitRepository['isAncestor']>[0]) {
    const { exitCode } = await runGit({
      ...this.#access,
      args: [
        'merge-base',
        '--is-ancestor',
        assertCommit(options.ancestor),
        assertCommit(options.descendant),
      ],
      expectedExitCodes: [1],
      signal: options.signal,
    });
    return exitCode === 0;
  }
}
