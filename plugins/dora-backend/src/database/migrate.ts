import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { Knex } from 'knex';

const MIGRATION_LOCK = 'dora:migrate';

/** Brings the tables up to date; replicas that start together wait for each other. */
export async function migrate(database: DatabaseService): Promise<Knex> {
  const knex = await database.getClient();
  if (!database.migrations?.skip) {
    await knex.transaction(async tx => {
      await tx.raw('SELECT pg_advisory_xact_lock(hashtext(?))', [
        MIGRATION_LOCK,
      ]);
      await knex.migrate.latest({
        directory: resolvePackagePath(
          '@waymark/plugin-dora-backend',
          'migrations',
        ),
      });
    });
  }
  return knex;
}
