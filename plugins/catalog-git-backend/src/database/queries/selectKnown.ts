import { Knex } from 'knex';
import { KnownRepository, RepositoryKey } from '../IngestionStore';

interface KnownRow {
  provider: string;
  name: string;
  url: string;
  branch: string | null;
  commit_id: string | null;
  config_hash: string | null;
  consecutive_failures: number;
  retry_at: Date | null;
  version: string;
}

/** Repositories of a provider, or one of them. */
export async function selectKnown(
  knex: Knex,
  filter: { provider: string } | RepositoryKey,
): Promise<KnownRepository[]> {
  const rows = await knex<KnownRow>('repository')
    .select(
      'provider',
      'name',
      'url',
      'branch',
      'commit_id',
      'config_hash',
      'consecutive_failures',
      'retry_at',
      'version',
    )
    .where(filter);
  return rows.map(row => ({
    provider: row.provider,
    name: row.name,
    url: row.url,
    branch: row.branch ?? undefined,
    commit: row.commit_id ?? undefined,
    configHash: row.config_hash ?? undefined,
    failures: row.consecutive_failures,
    retryAt: row.retry_at ?? undefined,
    version: row.version,
  }));
}
