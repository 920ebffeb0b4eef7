import type { DatabaseService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';

interface MigrateOptions {
  database: DatabaseService;
  /** Whose tables these are; migrations of other plugins run beside them. */
  pluginId: string;
  /** Where the migrations lie. */
  directory: string;
}

/**
 * Brings the tables of a plugin up to date; replicas that do so at once wait
 * for each other. The start turn does not cover them all: it gives up waiting
 * after a while, and tests and single plugins start without it.
 */
export async function migrateTogether(options: MigrateOptions): Promise<Knex> {
  const { database, pluginId, directory } = options;
  const knex = await database.getClient();
  if (!database.migrations?.skip) {
    await knex.transaction(async tx => {
      await tx.raw('SELECT pg_advisory_xact_lock(hashtext(?))', [
        `${pluginId}:migrate`,
      ]);
      await knex.migrate.latest({ directory });
    });
  }
  return knex;
}
