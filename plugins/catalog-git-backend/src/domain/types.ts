import { Entity } from '@backstage/catalog-model';
import { ProblemCode } from '@waymark/plugin-catalog-git-common';

/** A problem as it is found, before it is stored. */
export interface ProblemDraft {
  code: ProblemCode;
  reason: string;
  /** Empty for the repository as a whole. */
  path: string;
  line?: number;
  column?: number;
  /** From 0; absent for the file as a whole. */
  document?: number;
  entityRef?: string;
}

interface DocumentPlace {
  path: string;
  document: number;
  /** From 1. */
  line: number;
}

/** A document that may enter the catalog. */
export interface GoodDocument extends DocumentPlace {
  entityRef: string;
  kind: string;
  hash: string;
  /** Complete, but for the commit annotation. */
  entity: Entity;
}

/** A document that could not be understood: its last good version stays. */
export interface FailedDocument extends DocumentPlace {
  problem: ProblemDraft;
}

/** All that one commit of a repository says. */
export interface RepositoryReading {
  good: GoodDocument[];
  failed: FailedDocument[];
  /** Files that could not be read at all; what they had stays. */
  failedFiles: ProblemDraft[];
  /** Understood and not let in, or pointing nowhere; nothing of them stays. */
  refused: ProblemDraft[];
  /** Paths of the files that were read. */
  visited: Set<string>;
  /** The repository as a whole could not be read; everything stays. */
  unreadable?: ProblemDraft;
}

/** An entity that a repository owns in the tables. */
export interface Claim extends DocumentPlace {
  entityRef: string;
  kind: string;
  hash: string;
  entity: Entity;
  /** Commit whose content this is. */
  lastGoodCommit: string;
}

export interface StoredClaim extends Claim {
  id: string;
  /** Order of first claims, over all repositories. */
  claimSeq: string;
}

export interface StoredProblem extends ProblemDraft {
  lastGoodCommit?: string;
}
