import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import {
  ConflictError,
  InputError,
  NotFoundError,
  isError,
} from '@backstage/errors';
import { runGit } from '@waymark/git-node';
import { forgeNameSchema } from '@waymark/plugin-forge-common';

const ENDING = '.git';
/** Names of repositories do not begin with a dot, so a half one is never served. */
const HALF = '.new-';

export interface RepositoryName {
  owner: string;
  name: string;
}

/** Bare repositories in a folder: `<root>/<owner>/<name>.git`. */
export class RepositoryRoot {
  readonly #root: string;
  readonly #owners: readonly string[];

  constructor(options: { root: string; owners: readonly string[] }) {
    this.#root = path.resolve(options.root);
    this.#owners = options.owners;
  }

  get path(): string {
    return this.#root;
  }

  /** Whether an organisation may have repositories, or has some. */
  async hasOwner(owner: string): Promise<boolean> {
    return (
      forgeNameSchema.safeParse(owner).success &&
      (this.#owners.includes(owner) ||
        (await isFolder(path.join(this.#root, owner))))
    );
  }

  async has(repository: RepositoryName): Promise<boolean> {
    try {
      await this.folderOf(repository);
      return true;
    } catch {
      return false;
    }
  }

  /**
   * The folder of a repository.
   *
   * @throws NotFoundError when there is none; also for names that cannot be
   */
  async folderOf(repository: RepositoryName): Promise<string> {
    const { owner, name } = repository;
    const isName = [owner, name].every(
      part => forgeNameSchema.safeParse(part).success,
    );
    const folder = isName && this.#folder(repository);
    if (!folder || !(await isFolder(folder))) {
      throw new NotFoundError(`There is no repository ${owner}/${name}`);
    }
    return folder;
  }

  /** The default branch, whether or not it has a commit. */
  async branchOf(repository: RepositoryName): Promise<string> {
    const gitDir = await this.folderOf(repository);
    const { stdout } = await runGit({
      args: ['symbolic-ref', '--short', 'HEAD'],
      gitDir,
    });
    return stdout.toString('utf8').trim();
  }

  /** Names in order, of one organisation or of all. */
  async list(owner?: string): Promise<RepositoryName[]> {
    const owners = owner ? [owner] : await namesIn(this.#root);
    const lists = await Promise.all(
      owners.sort().map(async each => {
        const names = await namesIn(path.join(this.#root, each));
        return names
          .filter(name => name.endsWith(ENDING))
          .map(name => ({ owner: each, name: name.slice(0, -ENDING.length) }))
          .sort((a, b) => (a.name < b.name ? -1 : 1));
      }),
    );
    return lists.flat();
  }

  /**
   * Makes an empty repository. It is there as a whole or not at all, whoever
   * else makes the same one, and whenever the process ends.
   *
   * @throws InputError when the name or the organisation cannot be
   * @throws ConflictError when there is one of that name
   */
  async create(
    repository: RepositoryName & { defaultBranch: string },
  ): Promise<void> {
    const { owner, name, defaultBranch } = repository;
    const checked = forgeNameSchema.safeParse(name);
    if (!checked.success) {
      throw new InputError(`name: ${checked.error.issues[0].message}`);
    }
    if (!(await this.hasOwner(owner))) {
      throw new InputError(
        `There is no organisation ${owner}; add it to forge.owners`,
      );
    }
    const half = path.join(this.#root, owner, `${HALF}${randomUUID()}`);
    await mkdir(half, { recursive: true });
    try {
      await runGit({
        args: [
          'init',
          '--bare',
          '--quiet',
          `--initial-branch=${defaultBranch}`,
          half,
        ],
      });
      await rename(half, this.#folder(repository));
    } catch (error) {
      await rm(half, { recursive: true, force: true });
      const isTaken =
        isError(error) &&
        (error.code === 'ENOTEMPTY' || error.code === 'EEXIST');
      throw isTaken
        ? new ConflictError(`The repository ${owner}/${name} already exists`)
        : error;
    }
  }

  #folder({ owner, name }: RepositoryName): string {
    return path.join(this.#root, owner, `${name}${ENDING}`);
  }
}

async function isFolder(folder: string): Promise<boolean> {
  try {
    return (await stat(folder)).isDirectory();
  } catch {
    return false;
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .filter(entry => entry.isDirectory() && !entry.name.startsWith('.'))
      .map(entry => entry.name);
  } catch (error) {
    if (isError(error) && error.code === 'ENOENT') {
      return [];
    }
    throw error;
  }
}
