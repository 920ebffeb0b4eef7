import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { TestDatabases, mockServices } from '@backstage/backend-test-utils';
import { migrate } from './migrate';

jest.setTimeout(60_000);

describe('migrations', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  const directory = resolvePackagePath(
    '@waymark/plugin-dora-backend',
    'migrations',
  );

  it('explain every table, and can be undone', async () => {
    const knex = await databases.init('POSTGRES_18');
    await migrate(mockServices.database({ knex, migrations: { skip: false } }));
    const { rows } = await knex.raw(`
      SELECT c.relname FROM pg_class AS c
      WHERE c.relkind IN ('r', 'p') AND c.relnamespace = current_schema()::regnamespace
        AND c.relname NOT LIKE 'knex%' AND obj_description(c.oid) IS NULL`);
    expect(rows).toEqual([]);
    await knex.migrate.rollback({ directory }, true);
    expect(await knex.schema.hasTable('raw_event')).toBe(false);
    expect(await knex.schema.hasTable('deployment')).toBe(false);
  });

  it('keep the histograms of roll-ups', async () => {
    const knex = await databases.init('POSTGRES_18');
    const config = { directory, name: '20261124130000_histogram_pairs.js' };
    await migrate(mockServices.database({ knex, migrations: { skip: false } }));
    const histograms = async () =>
      (await knex('roll_up').orderBy('scope')).map(row => row.histograms);
    const before = [{ lead: { '-1': 2, 7: 1, 1200: 3 }, review: { 5: 4 } }, {}];
    await knex.migrate.down(config);
    await knex('roll_up').insert(
      before.map((each, i) => ({
        generation: 1,
        scope: `scope-${i}`,
        grain: 'day',
        start: '2026-05-18',
        counters: {},
        medians: {},
        histograms: each,
      })),
    );
    await knex.migrate.up(config);
    expect(await histograms()).toEqual([
      { lead: [-1, 2, 7, 1, 1200, 3], review: [5, 4] },
      {},
    ]);
    await knex.migrate.down(config);
    expect(await histograms()).toEqual(before);
  });
});
