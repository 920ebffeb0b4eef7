export interface FileChange {
  path: string;
  content: string;
  /** Symbolic links are the only files that are not plain ones. */
  symlink?: boolean;
}

export interface Identity {
  /** Username, or the name of a bot. */
  username: string;
  displayName: string;
  email: string;
  utcOffset: string;
}

export type CommitKind =
  | 'feature'
  | 'fix'
  | 'dependency'
  | 'docs'
  | 'operations'
  | 'maintenance'
  | 'release';

export interface CommitPlan {
  kind: CommitKind;
  author: Identity;
  /** Seconds since 1970: when it was written, and when it was merged. */
  authoredAt: number;
  committedAt: number;
  message: string;
  changes: FileChange[];
  /** Annotated tag on this commit. */
  tag?: string;
}

/** One repository to write. Commits are made while they are written, one at a time. */
export interface RepositoryPlan {
  /** `<owner>/<name>` */
  name: string;
  commits: Iterable<CommitPlan>;
}
