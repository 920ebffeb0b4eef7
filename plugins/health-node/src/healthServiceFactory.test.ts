import {
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import request from 'supertest';
import { startGate } from './__testUtils__/startGate';
import { healthServiceFactory } from './healthServiceFactory';

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

async function setup() {
  const knex = await databases.init('POSTGRES_18');
  const { host, port, user, password, database } =
    knex.client.config.connection;
  const gate = await startGate({ host, port: Number(port) });
  const logger = mockServices.rootLogger.mock({
    child: () => mockServices.logger.mock(),
  });
  const { server } = await startTestBackend({
    features: [
      healthServiceFactory,
      logger.factory,
      mockServices.rootConfig.factory({
        data: {
          backend: {
            database: {
              client: 'pg',
              pluginDivisionMode: 'schema',
              connection: {
                host: '127.0.0.1',
                port: gate.port,
                user,
                password,
                database,
              },
            },
          },
        },
      }),
    ],
  });
  const get = (name: string) =>
    request(server).get(`/.backstage/health/v1/${name}`);
  return {
    gate,
    logger,
    ready: () => get('readiness'),
    live: () => get('liveness'),
  };
}

describe('healthServiceFactory', () => {
  /** Answers are kept for a second; the tests do not wait for it to pass. */
  let later = 0;
  beforeEach(() => {
    const start = Date.now();
    const at = performance.now();
    later = 0;
    jest
      .spyOn(Date, 'now')
      .mockImplementation(() => start + performance.now() - at + later);
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('follows a database that goes away and comes back', async () => {
    const { ready, live, gate, logger } = await setup();
    await ready().expect(200, { status: 'ok' });

    await gate.set('closed');
    later += 1_000;
    const { status, body, text } = await ready();
    expect([status, body]).toEqual([
      503,
      { message: 'database unreachable', status: 'error' },
    ]);
    expect(text).not.toMatch(/127\.0\.0\.1|ECONN|postgres/);
    await live().expect(200);
    later += 1_000;
    await ready().expect(503);

    await gate.set('open');
    later += 1_000;
    await ready().expect(200);
    expect(logger.error).toHaveBeenCalledTimes(1);
    expect(logger.info).toHaveBeenCalledWith('Ready again, database reachable');
  });

  it('gives up on a database that takes connections but does not answer', async () => {
    const { ready, gate } = await setup();
    await ready().expect(200);

    await gate.set('silent'); // the open connection falls silent too
    later += 1_000;
    const start = performance.now();
    await ready().expect(503);
    expect(performance.now() - start).toBeLessThan(3_000);

    await gate.set('open');
    later += 1_000;
    await ready().expect(200);
  });

  it('asks once, over one connection, however many probes there are', async () => {
    const { ready, gate } = await setup();

    await Promise.all(Array.from({ length: 20 }, () => ready().expect(200)));
    later += 1_000;
    await ready().expect(200);
    expect(gate.connections()).toBe(1);
  });
});
