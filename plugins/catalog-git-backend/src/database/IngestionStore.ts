import { Entity } from '@backstage/catalog-model';
import { GitProviderConfig } from '@waymark/git-node';
import {
  accessProblemCodes,
  ProblemCode,
  RepositoryStatus,
} from '@waymark/plugin-catalog-git-common';
import { RepositoryReading } from '../domain/types';

export type AccessProblemCode = (typeof accessProblemCodes)[number];

export interface RepositoryKey {
  provider: string;
  /** `<owner>/<repo>`. */
  name: string;
}

/** What a scan has to know about a repository before it asks the remote. */
export interface KnownRepository extends RepositoryKey {
  url: string;
  branch: string | undefined;
  commit: string | undefined;
  configHash: string | undefined;
  /** Attempts in a row that failed. */
  failures: number;
  /** The schedule leaves it alone until then. */
  retryAt: Date | undefined;
  version: string;
}

export interface RepositoryRecord extends RepositoryKey {
  status: RepositoryStatus;
  branch: string | null;
  commit: string | null;
  entities: number;
  problems: number;
  lastScannedAt: Date | null;
  lastChangedAt: Date | null;
  lastError: string | null;
  failures: number;
  retryAt: Date | null;
}

/** Why a scan looks at a repository. */
export type ScanTrigger = 'schedule' | 'request';

export interface RepositoryScanRecord {
  finishedAt: Date;
  durationMs: number;
  trigger: ScanTrigger;
  outcome: 'changed' | 'failed';
  commit: string | null;
  changes: number;
  problems: number;
  reason: string | null;
}

/** Where a scan of one repository comes from, for its history. */
export type ScanOrigin = { trigger: ScanTrigger; startedAt: Date };

export interface PastProblemRecord {
  path: string;
  line: number | null;
  entityRef: string | null;
  code: ProblemCode;
  reason: string;
  since: Date;
  resolvedAt: Date;
}

export interface ProblemRecord {
  provider: string;
  repository: string;
  branch: string | null;
  path: string;
  line: number | null;
  column: number | null;
  document: number | null;
  entityRef: string | null;
  code: ProblemCode;
  reason: string;
  since: Date;
  lastGoodCommit: string | null;
  /** Owners of the last good version, else of what the repository has besides. */
  owners: string[];
}

export interface FileKey {
  provider: string;
  repository: string;
  /** Empty: the repository itself. */
  path: string;
}

/** Problems of one file, and whom a message about them went to, if to anyone. */
export interface ToldProblems {
  problems: ProblemRecord[];
  recipients: string[];
}

/** A file whose owners were told that it is broken. */
export interface ToldFile extends FileKey {
  recipients: string[];
  branch: string | null;
  /** Whether the repository is still read. */
  isKnown: boolean;
}

/** Figures of a scan, so far. */
export interface ScanProgress {
  /** Repositories to look at; null until they are listed. */
  total: number | null;
  changed: number;
  unchanged: number;
  failed: number;
}

export interface ScanRecord {
  provider: string;
  startedAt: Date;
  finishedAt: Date | null;
  durationMs: number | null;
  total: number | null;
  /** Unfinished, and nobody has renewed its lease in time. */
  lapsed: boolean;
  changed: number;
  unchanged: number;
  failed: number;
  error: string | null;
}

export interface ChangeRecord {
  sequence: number;
  repository: string;
  entityRef: string;
  /** Undefined when the entity is gone. */
  entity: Entity | undefined;
}

export interface Counts {
  entities: number;
  repositories: Record<RepositoryStatus, number>;
  problems: { code: ProblemCode; count: number }[];
}

export interface Page<T> {
  items: T[];
  total: number;
  nextCursor: string | null;
}

/** Everything the plugin remembers. */
export interface IngestionStore {
  listKnown(provider: string): Promise<KnownRepository[]>;
  getKnown(key: RepositoryKey): Promise<KnownRepository | undefined>;

  /** Makes newly listed repositories known before they are read. */
  addPending(options: {
    provider: string;
    repositories: { name: string; url: string }[];
  }): Promise<void>;

  /**
   * Takes over a reading in one transaction: claims, winners, changes and
   * problems. `stale` when the repository was written since `expectedVersion`;
   * then nothing happened. `changes` names the provider of each changed entity:
   * a name given up here may pass to another provider.
   */
  applyReading(options: {
    repository: RepositoryKey & { url: string };
    branch: string;
    commit: string | undefined;
    configHash: string;
    expectedVersion: string | undefined;
    reading: RepositoryReading;
    allow: GitProviderConfig['allow'];
    isEntityFile: (path: string) => boolean;
    origin?: ScanOrigin;
    now: Date;
  }): Promise<{ status: 'stale' } | { status: 'applied'; changes: string[] }>;

  /** Remembers that repositories were asked and had nothing new. */
  markUnchanged(options: {
    provider: string;
    names: string[];
    now: Date;
  }): Promise<void>;

  /** Remembers why a repository could not be read; its entities stay. */
  markFailed(options: {
    repository: RepositoryKey & { url: string };
    code: AccessProblemCode;
    reason: string;
    retryAt: Date;
    origin?: ScanOrigin;
    now: Date;
  }): Promise<void>;

  /** Lets the schedule ask all repositories that failed again. */
  clearRetries(): Promise<void>;

  /**
   * Counts a complete listing: repositories that are missing for the second
   * time in a row are forgotten, with their entities.
   *
   * @returns names of those forgotten, and the provider of each changed entity
   */
  recordListing(options: {
    provider: string;
    names: string[];
    now: Date;
  }): Promise<{ forgotten: string[]; changes: string[] }>;

  /** Drops everything of providers that are no longer configured. */
  keepProviders(options: { providers: string[]; now: Date }): Promise<void>;

  /**
   * Takes the scan of a provider for this process.
   *
   * @returns false while another one has it
   */
  startScan(options: {
    provider: string;
    holder: string;
    leaseMs: number;
    now: Date;
  }): Promise<boolean>;
  /** Tells how far a scan is and keeps it. @returns false when it was taken over */
  progressScan(
    options: ScanProgress & {
      provider: string;
      holder: string;
      leaseMs: number;
    },
  ): Promise<boolean>;
  finishScan(
    options: ScanProgress & {
      provider: string;
      holder: string;
      finishedAt: Date;
      durationMs: number;
      error: string | null;
    },
  ): Promise<void>;
  listScans(): Promise<ScanRecord[]>;

  listRepositories(options: {
    provider?: string;
    status?: RepositoryStatus;
    text?: string;
    cursor?: string;
    limit: number;
  }): Promise<Page<RepositoryRecord>>;
  listProblems(options: {
    provider?: string;
    repository?: string;
    code?: ProblemCode;
    entityRef?: string;
    text?: string;
    cursor?: string;
    limit: number;
  }): Promise<Page<ProblemRecord>>;
  /** Of files that one of the owners has. */
  listOwnProblems(options: {
    owners: string[];
    cursor?: string;
    limit: number;
  }): Promise<Page<ProblemRecord>>;
  /** Why the entity that the catalog has is an older version. */
  listEntityProblems(entityRef: string): Promise<ProblemRecord[]>;
  getRepository(options: {
    name: string;
    provider?: string;
  }): Promise<RepositoryRecord | undefined>;
  listPastProblems(key: RepositoryKey): Promise<PastProblemRecord[]>;
  listRepositoryScans(key: RepositoryKey): Promise<RepositoryScanRecord[]>;
  /** Names of repositories that have a problem. */
  listFailing(provider: string): Promise<string[]>;

  /**
   * Hands over the problems whose owners were not told yet, and the files of
   * which they were told and that have none any more; remembers those that the
   * two name. One process at a time; others get nothing.
   */
  tellOwners(tell: {
    broken(due: ProblemRecord[]): Promise<ToldProblems[]>;
    mended(files: ToldFile[]): Promise<ToldFile[]>;
  }): Promise<void>;
  count(): Promise<Counts>;

  /** Changes after a sequence, by default after the acknowledged one. */
  listChanges(options: {
    provider: string;
    after?: number;
    limit: number;
  }): Promise<{ changes: ChangeRecord[]; cursor: number; more: boolean }>;
  acknowledge(options: { provider: string; cursor: number }): Promise<number>;
}
