import { TestDatabases } from '@backstage/backend-test-utils';
import { deployed, NOW, testDora } from '../../__testUtils__/testDora';
import { countDefaultPartition, selectMonths } from './partitionQueries';
import { Partitions } from './Partitions';

jest.setTimeout(60_000);

describe('partitions of raw events', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

  it('are made for the months of events and ahead, and dropped after the retention', async () => {
    const knex = await databases.init('POSTGRES_18');
    const dora = await testDora(knex);
    await dora.send([
      deployed('old', '2024-06-15T00:00:00Z'),
      deployed('new', '2026-06-15T00:00:00Z'),
    ]);
    await dora.settle();
    expect([...(await selectMonths(knex))].sort()).toEqual([
      '2024-06',
      '2026-06',
    ]);

    await dora.retention.run();
    expect([...(await selectMonths(knex))].sort()).toEqual([
      '2024-06',
      '2026-06',
      '2026-07',
    ]);

    const later = await testDora(knex, {
      migrated: true,
      now: () => new Date('2026-08-15T00:00:00Z'),
    });
    await later.retention.run();
    expect([...(await selectMonths(knex))].sort()).toEqual([
      '2026-06',
      '2026-07',
      '2026-08',
      '2026-09',
    ]);
    const { rows } = await knex.raw('SELECT key FROM deployment');
    expect(rows).toEqual([{ key: 'new' }]);
    const [{ count }] = await knex('roll_up')
      .where('start', '<', '2026-01-01')
      .count();
    expect(Number(count)).toBe(0);
  });

  it('take over what fell into the default partition', async () => {
    const knex = await databases.init('POSTGRES_18');
    await testDora(knex);
    await knex.raw(
      `INSERT INTO raw_event VALUES (gen_random_uuid(), '2026-03-05', now(), 's', 'd', 't', 'live', '{}')`,
    );
    expect(await countDefaultPartition(knex)).toBe(1);

    const partitions = () => new Partitions({ knex, retentionMonths: 25 });
    const times = [new Date('2026-03-31T23:59:59.999Z'), NOW];
    await Promise.all([partitions().ensure(times), partitions().ensure(times)]);
    expect(await countDefaultPartition(knex)).toBe(0);
    const { rows } = await knex.raw(
      'SELECT count(*)::int FROM raw_event_2026_03',
    );
    expect(rows).toEqual([{ count: 1 }]);
  });
});
