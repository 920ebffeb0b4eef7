import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';

/** `backend.database` for the database of a test; several backends may share it. */
export function databaseOf(knex: Knex): JsonObject {
  const { connection } = knex.client.config;
  return {
    client: 'pg',
    // knex hides the password from spreading and printing.
    connection: { ...connection, password: connection.password },
    pluginDivisionMode: 'schema',
  };
}
