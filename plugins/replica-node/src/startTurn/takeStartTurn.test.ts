import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import knexFactory, { type Knex } from 'knex';
import { takeStartTurn } from './takeStartTurn';

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
const opened: Knex[] = [];

/** Two replicas have connections of their own to the same database. */
async function setup() {
  const knex = await databases.init('POSTGRES_18');
  const replica = () => {
    const { client, connection } = knex.client.config;
    const own = knexFactory({ client, connection, pool: { min: 0, max: 1 } });
    opened.push(own);
    return own;
  };
  return { knex, first: replica(), second: replica() };
}

async function untilSomebodyWaits(
  logger: ReturnType<typeof mockServices.logger.mock>,
) {
  while (logger.info.mock.calls.length === 0) await new Promise(setImmediate);
  expect(logger.info).toHaveBeenCalledWith(
    'Another replica is starting; waiting for it',
  );
}

describe('takeStartTurn', () => {
  afterEach(() => Promise.all(opened.splice(0).map(knex => knex.destroy())));

  it('lets one replica start after another', async () => {
    const { first, second } = await setup();
    const logger = mockServices.logger.mock();
    const started: string[] = [];
    const endFirst = await takeStartTurn({ knex: first, logger });
    const waiting = takeStartTurn({ knex: second, logger }).then(end => {
      started.push('second');
      return end;
    });
    await untilSomebodyWaits(logger);
    expect(started).toEqual([]);

    await endFirst();
    const endSecond = await waiting;
    expect(started).toEqual(['second']);
    await endSecond();
    await endSecond();
  });

  it('does not hold up migrations that build an index concurrently', async () => {
    const { knex, first, second } = await setup();
    const logger = mockServices.logger.mock();
    await knex.raw('CREATE TABLE thing (id int)');
    const endFirst = await takeStartTurn({ knex: first, logger });
    const waiting = takeStartTurn({ knex: second, logger });
    await untilSomebodyWaits(logger);

    await knex.raw('CREATE INDEX CONCURRENTLY thing_id_idx ON thing (id)');
    const { rows } = await knex.raw(
      "SELECT indisvalid FROM pg_index WHERE indexrelid = 'thing_id_idx'::regclass",
    );
    expect(rows).toEqual([{ indisvalid: true }]);

    await endFirst();
    const endSecond = await waiting;
    await endSecond();
  });

  it('does not wait for a replica that died while it started', async () => {
    const { knex, first, second } = await setup();
    const logger = mockServices.logger.mock();
    const endFirst = await takeStartTurn({ knex: first, logger });
    const waiting = takeStartTurn({ knex: second, logger });
    await untilSomebodyWaits(logger);

    await knex.raw(
      "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted",
    );
    const endSecond = await waiting;
    expect(endSecond).toEqual(expect.any(Function));
    // Had it only lost its connection: its turn is over all the same.
    await endFirst();
    await endSecond();
  });
});
