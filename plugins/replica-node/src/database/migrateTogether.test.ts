import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { migrateTogether } from './migrateTogether';

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

/** Slow enough that whoever does not wait finds the table half there. */
const MIGRATION = `
exports.up = async knex => {
  await knex.raw('SELECT pg_sleep(0.2)');
  await knex.schema.createTable('thing', table => table.increments());
};
exports.down = knex => knex.schema.dropTable('thing');
`;

describe('migrateTogether', () => {
  let directory: string;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'migrations-'));
    await writeFile(join(directory, '20260101000000_init.js'), MIGRATION);
  });

  afterEach(() => rm(directory, { recursive: true }));

  const setup = async (skip: boolean) => {
    const knex = await databases.init('POSTGRES_18');
    const database = mockServices.database({ knex, migrations: { skip } });
    const migrate = () =>
      migrateTogether({ database, pluginId: 'thing', directory });
    return { knex, migrate };
  };

  it('lets replicas migrate at once, and again', async () => {
    const { knex, migrate } = await setup(false);
    await Promise.all([migrate(), migrate(), migrate()]);
    await migrate();
    expect(await knex('knex_migrations').pluck('name')).toEqual([
      '20260101000000_init.js',
    ]);
    expect(await knex('thing').count()).toEqual([{ count: '0' }]);
  });

  it('leaves the tables alone where the operator migrates them', async () => {
    const { knex, migrate } = await setup(true);
    expect(await migrate()).toBe(knex);
    expect(await knex.schema.hasTable('thing')).toBe(false);
  });
});
