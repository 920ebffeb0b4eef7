import { Entity } from '@backstage/catalog-model';
import { Knex } from 'knex';
import { StoredClaim } from '../../domain/types';
import { RepositoryKey } from '../IngestionStore';

interface ClaimRow {
  entity_id: string;
  path: string;
  document: number;
  line: number;
  entity_ref: string;
  kind: string;
  hash: string;
  entity: Entity;
  last_good_commit: string;
  claim_seq: string;
}

/** What a repository claims to own. */
export async function selectClaims(
  knex: Knex,
  repository: RepositoryKey,
): Promise<StoredClaim[]> {
  const rows = await knex('entity')
    .select<ClaimRow[]>()
    .where({ provider: repository.provider, repository: repository.name })
    .orderBy(['path', 'document', 'entity_id']);
  return rows.map(row => ({
    id: row.entity_id,
    path: row.path,
    document: row.document,
    line: row.line,
    entityRef: row.entity_ref,
    kind: row.kind,
    hash: row.hash,
    entity: row.entity,
    lastGoodCommit: row.last_good_commit,
    claimSeq: row.claim_seq,
  }));
}
