import { TestDatabases, mockServices } from '@backstage/backend-test-utils';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { migrate } from './migrate';

describe('migrations', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  const directory = resolvePackagePath(
    '@waymark/plugin-catalog-git-backend',
    'migrations',
  );

  it('explain every table, and can be undone', async () => {
    const knex = await databases.init('POSTGRES_18');
    await migrate(mockServices.database({ knex, migrations: { skip: false } }));
    const { rows } = await knex.raw(`
      SELECT c.relname FROM pg_class AS c
      WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace
        AND c.relname NOT LIKE 'knex%' AND obj_description(c.oid) IS NULL`);
    expect(rows).toEqual([]);
    await knex.migrate.rollback({ directory }, true);
    expect(await knex.schema.hasTable('repository')).toBe(false);
  });
});
