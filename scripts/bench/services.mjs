import path from 'node:path';
import { scanAll, trigger, until } from './portal-tasks.mjs';
import { BenchRepositories } from './repositories.mjs';

const SERVICES_A_TEAM = 20;
const SERVICES_A_REPOSITORY = 50;

/** As `simulator load` calls them. */
export const serviceName = index => `load-${String(index).padStart(5, '0')}`;
const teamName = index => `load-team-${String(index).padStart(3, '0')}`;

export const serviceRef = index => `component:default/${serviceName(index)}`;
export const teamRef = index => `group:default/${teamName(index)}`;
export const teamCount = services => Math.ceil(services / SERVICES_A_TEAM);

const component = index => `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: ${serviceName(index)}
  labels: { waymark.dev/bench: dora }
spec:
  type: service
  lifecycle: production
  owner: ${teamRef(Math.floor(index / SERVICES_A_TEAM))}
`;
const team = index => `apiVersion: backstage.io/v1alpha1
kind: Group
metadata:
  name: ${teamName(index)}
  labels: { waymark.dev/bench: dora }
spec: { type: team, children: [] }
`;

const documents = (from, to, document) =>
  Array.from({ length: to - from }, (_, i) => document(from + i)).join('---\n');

/**
 * Starts a portal whose catalog has the services that `simulator load` tells of, and the teams
 * that own twenty of them each; resolves when their deliveries would be known.
 */
export async function startWithServices({ portal, services, tell }) {
  tell(`writing ${services} services`);
  const root = path.join(portal.folder, 'bench-git');
  await new BenchRepositories({
    root,
    catalogFile: repository => {
      const from = repository * SERVICES_A_REPOSITORY;
      const to = Math.min(services, from + SERVICES_A_REPOSITORY);
      return documents(from, to, component);
    },
  }).write(Math.ceil(services / SERVICES_A_REPOSITORY), tell);

  tell('starting a portal');
  const started = await portal.start({
    'catalog.providers.git.bench': {
      root,
      schedule: { frequency: { trigger: 'manual' }, timeout: { minutes: 30 } },
    },
  });
  const { ask } = started;
  // Beside the first person, below the root of the provider that may define groups.
  await new BenchRepositories({
    root: path.join(portal.folder, 'organisation'),
    catalogFile: () => documents(0, teamCount(services), team),
  }).write(1, tell);
  await scanAll(ask, 'organisation');
  await scanAll(ask, 'bench');

  const expected = services + teamCount(services);
  await until(
    async () => {
      const { totalItems } = await ask(
        '/api/catalog/entities/by-query?limit=0&filter=metadata.labels.waymark.dev/bench=dora',
      );
      tell(`${totalItems} of ${expected} entities are in the catalog`);
      return totalItems;
    },
    total => total >= expected,
    2_000,
    'The catalog being complete',
  );
  await takeOverCatalog(ask);
  return started;
}

/** What deliveries are attributed to is a copy of the catalog, made every minute. */
async function takeOverCatalog(ask) {
  const state = async () => {
    const { tasks } = await ask('/api/dora/.backstage/scheduler/v1/tasks');
    return tasks.find(({ taskId }) => taskId === 'dora:catalog').taskState;
  };
  const before = await until(
    state,
    task => task?.status === 'idle',
    500,
    'The copy of the catalog',
  );
  await trigger(ask, 'dora', 'dora:catalog');
  await until(
    state,
    task =>
      task.status === 'idle' && task.lastRunEndedAt !== before.lastRunEndedAt,
    500,
    'The copy of the catalog',
  );
}
