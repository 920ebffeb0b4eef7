import { Knex } from 'knex';
import { RepositoryKey } from '../IngestionStore';

/** Remembers when the entities of a repository last changed. */
export async function touchChanged(
  tx: Knex.Transaction,
  options: { repository: RepositoryKey; now: Date },
): Promise<void> {
  await tx('repository')
    .where({
      provider: options.repository.provider,
      name: options.repository.name,
    })
    .update({ last_changed_at: options.now });
}
