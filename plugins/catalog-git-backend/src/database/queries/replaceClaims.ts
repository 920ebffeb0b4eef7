import { Knex } from 'knex';
import { Claim, StoredClaim } from '../../domain/types';
import { RepositoryKey } from '../IngestionStore';

const CHUNK = 500;

/**
 * Makes a repository's claims those of the reading. Rows that say the same
 * stay untouched; a name that the repository already held keeps its place in
 * the order of claims.
 */
export async function replaceClaims(
  tx: Knex.Transaction,
  options: { repository: RepositoryKey; prior: StoredClaim[]; claims: Claim[] },
): Promise<void> {
  const { repository, prior, claims } = options;
  const left = new Map(prior.map(claim => [rowKey(claim), claim]));
  const fresh = claims.filter(claim => !left.delete(rowKey(claim)));
  const gone = [...left.values()].map(claim => claim.id);
  if (gone.length > 0) {
    await tx.raw('DELETE FROM entity WHERE entity_id = ANY(?::bigint[])', [
      gone,
    ]);
  }
  const held = new Map(prior.map(c => [c.entityRef, c.claimSeq]));
  for (let at = 0; at < fresh.length; at += CHUNK) {
    const rows = fresh.slice(at, at + CHUNK).map(claim => ({
      path: claim.path,
      document: claim.document,
      line: claim.line,
      entity_ref: claim.entityRef,
      kind: claim.kind,
      hash: claim.hash,
      entity: claim.entity,
      last_good_commit: claim.lastGoodCommit,
      claim_seq: held.get(claim.entityRef) ?? null,
    }));
    await tx.raw(
      `INSERT INTO entity (provider, repository, path, document, line, entity_ref,
                           kind, hash, entity, last_good_commit, claim_seq)
       SELECT ?, ?, r.path, r.document, r.line, r.entity_ref, r.kind, r.hash,
              r.entity, r.last_good_commit,
              coalesce(r.claim_seq, nextval('entity_claim_seq'))
       FROM jsonb_to_recordset(?::jsonb) AS r(
         path text, document integer, line integer, entity_ref text, kind text,
         hash text, entity jsonb, last_good_commit text, claim_seq bigint)`,
      [repository.provider, repository.name, JSON.stringify(rows)],
    );
  }
}

function rowKey(claim: Claim): string {
  const { path, document, line, entityRef, hash, lastGoodCommit } = claim;
  return JSON.stringify([
    path,
    document,
    line,
    entityRef,
    hash,
    lastGoodCommit,
  ]);
}
