import { GitProviderConfig } from '@waymark/git-node';
import { refusal } from './admit';
import {
  Claim,
  FailedDocument,
  RepositoryReading,
  StoredClaim,
  StoredProblem,
} from './types';
import { withCommit } from './decorateEntity';

/** What a repository owns and suffers from after a reading. */
export interface Reconciled {
  claims: Claim[];
  problems: StoredProblem[];
}

/**
 * Brings a reading together with what was known before: unchanged content
 * keeps the commit that brought it, and what fails keeps its last good version
 * as long as the source may still provide it.
 */
export function reconcile(options: {
  prior: StoredClaim[];
  reading: RepositoryReading;
  commit: string;
  allow: GitProviderConfig['allow'];
  /** Whether a file belongs to the catalog by its name. */
  isEntityFile: (path: string) => boolean;
}): Reconciled {
  const { reading, commit, isEntityFile } = options;
  const prior = options.prior.filter(
    claim => !refusal(identityOf(claim), options.allow),
  );
  const claims: Claim[] = reading.good.map(document => {
    const before = prior.find(
      claim =>
        claim.entityRef === document.entityRef && claim.hash === document.hash,
    );
    const lastGoodCommit = before?.lastGoodCommit ?? commit;
    return {
      ...document,
      entity: withCommit(document.entity, lastGoodCommit),
      lastGoodCommit,
    };
  });
  const current = new Set(claims.map(claim => claim.entityRef));
  const kept = new Map<StoredClaim, true>();
  const keep = (found: StoredClaim[]) => {
    const lost = found.filter(claim => !current.has(claim.entityRef));
    lost.forEach(claim => kept.set(claim, true));
    return lost[0]?.lastGoodCommit;
  };

  const problems: StoredProblem[] = [...reading.refused];
  for (const failed of reading.failed) {
    const lastGoodCommit = keep(lastGoodOf(failed, prior));
    problems.push({ ...failed.problem, lastGoodCommit });
  }
  for (const problem of reading.failedFiles) {
    const ofFile = prior.filter(claim => claim.path === problem.path);
    problems.push({ ...problem, lastGoodCommit: keep(ofFile) });
  }
  if (reading.unreadable) {
    problems.push({ ...reading.unreadable, lastGoodCommit: keep(prior) });
  }
  if (reading.failed.length + reading.failedFiles.length > 0) {
    // A location that failed may be what led to these files.
    keep(
      prior.filter(
        claim => !reading.visited.has(claim.path) && !isEntityFile(claim.path),
      ),
    );
  }
  return { claims: [...claims, ...kept.keys()], problems };
}

/**
 * A document that says who it is keeps that entity. One that does not keeps
 * what was at its place; a syntax error may have swallowed the documents after
 * it, so those stay too.
 */
function lastGoodOf(
  failed: FailedDocument,
  prior: StoredClaim[],
): StoredClaim[] {
  const ofFile = prior.filter(claim => claim.path === failed.path);
  const { code, entityRef } = failed.problem;
  const byRef = ofFile.filter(claim => claim.entityRef === entityRef);
  if (byRef.length > 0) {
    return byRef;
  }
  return ofFile.filter(claim =>
    code === 'yaml-syntax'
      ? claim.document >= failed.document
      : claim.document === failed.document,
  );
}

function identityOf(claim: Claim) {
  const [, rest] = claim.entityRef.split(':');
  return { kind: claim.kind, namespace: rest.split('/')[0] };
}
