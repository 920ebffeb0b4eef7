import { Knex } from 'knex';

/** Makes newly listed repositories known before they are read. */
export async function insertPending(
  knex: Knex,
  options: { provider: string; repositories: { name: string; url: string }[] },
): Promise<void> {
  await knex.raw(
    `INSERT INTO repository (provider, name, url, status)
     SELECT ?, r.name, r.url, 'pending'
     FROM jsonb_to_recordset(?::jsonb) AS r(name text, url text)
     ON CONFLICT (provider, name) DO NOTHING`,
    [options.provider, JSON.stringify(options.repositories)],
  );
}
