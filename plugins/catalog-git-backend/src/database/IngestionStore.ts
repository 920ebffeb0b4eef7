import { Entity } from '@backstage/catalog-model';
import { GitProviderConfig } from '@waymark/git-node';
import {
  ProblemCode,
  RepositoryStatus,
} from '@waymark/plugin-catalog-git-common';
import { RepositoryReading } from '../domain/types';

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
  /** The last attempt to read it failed. */
  unreachable: boolean;
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
}

export interface ScanRecord {
  provider: string;
  startedAt: Date;
  finishedAt: Date | null;
  durationMs: number | null;
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
    now: Date;
  }): Promise<{ status: 'stale' } | { status: 'applied'; changes: string[] }>;

  /** Remembers that repositories were asked and had nothing new. */
  markUnchanged(options: {
    provider: string;
    names: string[];
    now: Date;
  }): Promise<void>;

  /** Remembers that a repository could not be read; its entities stay. */
  markUnreachable(options: {
    repository: RepositoryKey & { url: string };
    reason: string;
    now: Date;
  }): Promise<void>;

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

  startScan(options: { provider: string; now: Date }): Promise<void>;
  finishScan(scan: ScanRecord): Promise<void>;
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
    cursor?: string;
    limit: number;
  }): Promise<Page<ProblemRecord>>;
  count(): Promise<Counts>;

  /** Changes after a sequence, by default after the acknowledged one. */
  listChanges(options: {
    provider: string;
    after?: number;
    limit: number;
  }): Promise<{ changes: ChangeRecord[]; cursor: number; more: boolean }>;
  acknowledge(options: { provider: string; cursor: number }): Promise<number>;
}
