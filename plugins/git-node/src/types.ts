import { Readable } from 'node:stream';

/** Where HEAD, or one branch, of a repository points. */
export interface GitHead {
  /** Branch name, or `HEAD` when HEAD is detached. */
  branch: string;
  /** Full commit id; undefined when the branch has no commit (an empty repository). */
  commit: string | undefined;
}

export type GitObjectType = 'blob' | 'tree' | 'commit';

/** One row of `git ls-tree`. */
export interface GitTreeEntry {
  /** `100644`, `100755`, `120000` (symbolic link), `160000` (submodule) or `040000`. */
  mode: string;
  type: GitObjectType;
  /** Object id of the blob, tree or submodule commit. */
  id: string;
  /** Path from the root of the repository, with `/`, as Git stores it. */
  path: string;
  /** Bytes; only where it is known without fetching the blob. */
  size: number | undefined;
}

export interface GitCommit {
  id: string;
  parents: string[];
  authorName: string;
  authorEmail: string;
  authoredAt: Date;
  committedAt: Date;
  subject: string;
}

export interface GitTag {
  name: string;
  /** Full id of the commit, also where the tag is annotated. */
  commit: string;
  /** When an annotated tag was made; else the date of the commit. */
  at: Date;
}

export interface GitDiffEntry {
  status: 'added' | 'deleted' | 'modified';
  path: string;
}

/** Result of one blob of a bulk read. */
export type GitBlob =
  | { id: string; status: 'ok'; content: Buffer }
  | { id: string; status: 'too-large'; size: number }
  | { id: string; status: 'missing' };

export interface GitCallOptions {
  /** Aborting kills the running git process. */
  signal?: AbortSignal;
}

/**
 * Read access to one repository: a bare repository on disk read in place, or
 * the local mirror of a remote.
 */
export interface GitRepository {
  /** Remote URL without credentials, or the path on disk. */
  readonly url: string;

  /**
   * Full id of the commit that a branch, tag or commit id names. Never asks
   * the remote.
   *
   * @throws NotFoundError when nothing has this name
   */
  revParse(ref: string, options?: GitCallOptions): Promise<string>;

  /**
   * Which of these commit ids are in the repository, asked all at once. Never
   * asks the remote.
   */
  knownCommits(
    options: GitCallOptions & { ids: readonly string[] },
  ): Promise<Set<string>>;

  /**
   * Entries of a tree. Without `recursive`, those directly in `path`; with it,
   * every file below. `maxEntries` bounds the answer (InputError beyond it).
   */
  lsTree(
    options: GitCallOptions & {
      commit: string;
      path?: string;
      recursive?: boolean;
      maxEntries?: number;
    },
  ): Promise<GitTreeEntry[]>;

  /** What is stored at exactly this path, or undefined. */
  stat(
    options: GitCallOptions & { commit: string; path: string },
  ): Promise<GitTreeEntry | undefined>;

  /**
   * Blobs by id, in the order asked; larger ones than `maxBytes` are skipped
   * without being held in memory. A mirror first gets those it lacks in one
   * request; with `prefetch` those instead, for a caller that reads in parts.
   */
  readBlobs(
    options: GitCallOptions & {
      ids: string[];
      maxBytes: number;
      prefetch?: string[];
    },
  ): Promise<GitBlob[]>;

  /**
   * A tar stream of the tree at `path`, with paths relative to it, below
   * `folder` where one is given.
   */
  archive(
    options: GitCallOptions & {
      commit: string;
      path?: string;
      folder?: string;
    },
  ): Promise<Readable>;

  /** Newest first; at most `maxCount` (default 100, at most 10,000). */
  log(
    options: GitCallOptions & {
      ref: string;
      /** Exclude what is reachable from here. */
      notReachableFrom?: string;
      since?: Date;
      paths?: string[];
      /** Leave out commits with more than one parent. */
      noMerges?: boolean;
      maxCount?: number;
    },
  ): Promise<GitCommit[]>;

  /** Tags that name a commit, newest first; at most `maxCount` (default 1,000). */
  tags(options?: GitCallOptions & { maxCount?: number }): Promise<GitTag[]>;

  /** Paths that differ between two commits; renames are a delete and an add. */
  diffNames(
    options: GitCallOptions & { from: string; to: string },
  ): Promise<GitDiffEntry[]>;

  isAncestor(
    options: GitCallOptions & { ancestor: string; descendant: string },
  ): Promise<boolean>;
}

/** What is to be the first commit of a repository. */
export interface GitPublication extends GitCallOptions {
  /** Its files, without a `.git`; what its `.gitignore` names stays out. */
  folder: string;
  /** https, ssh, `git@host:path`, file or an absolute path; http for this machine only. */
  url: string;
  branch: string;
  message: string;
  author: { name: string; email: string };
}

/** Access to Git repositories through the system's `git`. */
export interface GitService {
  /**
   * Where HEAD (or `branch`) of a repository points. The one call that an
   * unchanged repository costs.
   *
   * @throws NotFoundError when the repository does not exist on disk
   * @throws ServiceUnavailableError when a remote cannot be reached
   */
  head(
    options: GitCallOptions & { url: string; branch?: string },
  ): Promise<GitHead>;

  /**
   * Opens a repository for reading. A folder on disk is read in place; a
   * remote is mirrored in the cache and fetched, unless the mirror already
   * has `commit`. Where people name the commit, `maxAgeMs` keeps them from
   * fetching at will: a mirror fetched less than this long ago stays as it is,
   * also when it lacks the commit.
   */
  open(
    options: GitCallOptions & {
      url: string;
      commit?: string;
      maxAgeMs?: number;
    },
  ): Promise<GitRepository>;

  /**
   * Pushes a folder as the first commit of a branch. Doing it again does no
   * harm: when the branch has the same content, its commit is returned.
   *
   * @throws ConflictError when the branch has other content
   */
  publishFolder(
    options: GitPublication,
  ): Promise<{ commit: string; wasThere: boolean }>;
}
