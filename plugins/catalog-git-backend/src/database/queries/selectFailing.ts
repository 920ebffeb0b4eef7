import { Knex } from 'knex';
import { REPOSITORY_STATE } from './repositoryState';

/** Names of the repositories of a provider that have a problem. */
export async function selectFailing(
  knex: Knex,
  provider: string,
): Promise<string[]> {
  const { rows } = await knex.raw<{ rows: { name: string }[] }>(
    `SELECT r.name FROM (${REPOSITORY_STATE}) AS r
     WHERE r.provider = ? AND r.state NOT IN ('ok', 'pending')`,
    [provider],
  );
  return rows.map(row => row.name);
}
