import { rootHealthServiceFactory } from '@backstage/backend-defaults/rootHealth';
import {
  coreServices,
  createServiceFactory,
  type RootHealthService,
  type RootLifecycleService,
} from '@backstage/backend-plugin-api';
import {
  mockServices,
  ServiceFactoryTester,
} from '@backstage/backend-test-utils';
import { DatabaseHealthService } from './DatabaseHealthService';

type Hook = () => void | Promise<void>;

function testLifecycle() {
  const hooks: Record<'start' | 'stop', Hook[]> = { start: [], stop: [] };
  const lifecycle: RootLifecycleService = mockServices.rootLifecycle.mock({
    addStartupHook: hook => hooks.start.push(hook),
    addBeforeShutdownHook: hook => hooks.stop.push(hook),
  });
  const run = (name: keyof typeof hooks) =>
    Promise.all(hooks[name].map(hook => hook()));
  return { lifecycle, run };
}

const answers = async (health: RootHealthService) => [
  await health.getReadiness(),
  await health.getLiveness(),
];

describe('DatabaseHealthService', () => {
  it('answers as the service it replaces while the database is there', async () => {
    const { lifecycle, run } = testLifecycle();
    const ours = new DatabaseHealthService({
      lifecycle,
      probe: { isReachable: async () => true },
    });
    const theirs = await ServiceFactoryTester.from(rootHealthServiceFactory, {
      dependencies: [
        createServiceFactory({
          service: coreServices.rootLifecycle,
          deps: {},
          factory: () => lifecycle,
        }),
      ],
    }).getSubject();

    const [before] = await answers(theirs);
    expect(before.status).toBe(503);
    expect(await answers(ours)).toEqual(await answers(theirs));
    await run('start');
    expect((await ours.getReadiness()).status).toBe(200);
    expect(await answers(ours)).toEqual(await answers(theirs));
    await run('stop');
    expect((await ours.getReadiness()).status).toBe(503);
    expect(await answers(ours)).toEqual(await answers(theirs));
  });

  it('is alive but not ready without a database', async () => {
    const { lifecycle, run } = testLifecycle();
    const health = new DatabaseHealthService({
      lifecycle,
      probe: { isReachable: async () => false },
    });
    await run('start');

    expect(await answers(health)).toEqual([
      {
        status: 503,
        payload: { message: 'database unreachable', status: 'error' },
      },
      { status: 200, payload: { status: 'ok' } },
    ]);
  });

  it('does not ask the database before start and during shutdown', async () => {
    const { lifecycle, run } = testLifecycle();
    const isReachable = jest.fn(async () => true);
    const health = new DatabaseHealthService({
      lifecycle,
      probe: { isReachable },
    });

    await health.getReadiness();
    await run('start');
    await run('stop');
    await health.getReadiness();
    expect(isReachable).not.toHaveBeenCalled();
  });
});
