import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { distribution, seconds } from './figures.mjs';
import { scanAll, until } from './portal-tasks.mjs';
import { BenchRepositories } from './repositories.mjs';

const PROVIDER = 'bench';
const FILTER = 'filter=metadata.labels.waymark.dev/bench=catalog-git';
const READ = '/api/catalog/entities/by-query?limit=20';
const READ_EVERY_MS = 250;

const entityName = (repository, entity) => `bench-${repository}-${entity}`;

const document = (repository, entity, description) =>
  `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: ${entityName(repository, entity)}
  description: ${description}
  labels:
    waymark.dev/bench: catalog-git
  tags: [java, payments]
  annotations:
    backstage.io/techdocs-ref: dir:.
spec:
  type: service
  lifecycle: production
  owner: group:default/team-${repository % 50}
  dependsOn: [component:default/${entityName(repository, 0)}]
`;

/** One reader that opens the first page of the catalog again and again. */
function startReader(ask) {
  const samples = [];
  let failures = 0;
  let reading = true;
  const done = (async () => {
    while (reading) {
      const from = performance.now();
      await ask(READ).then(
        () => samples.push(performance.now() - from),
        () => failures++,
      );
      await sleep(READ_EVERY_MS);
    }
  })();
  return async () => {
    reading = false;
    await done;
    return { ...distribution(samples), failures };
  };
}

async function firstIngestion({ ask, expected, tell }) {
  const stopReader = startReader(ask);
  const counting = until(
    async () =>
      (await ask(`/api/catalog/entities/by-query?limit=0&${FILTER}`))
        .totalItems,
    total => {
      tell(`${total} of ${expected} entities are visible`);
      return total >= expected;
    },
    1_000,
    'The first ingestion',
  ).then(() => Date.now());
  const scan = await scanAll(ask, PROVIDER);
  const visibleAt = await counting;
  return {
    seconds: seconds(visibleAt - Date.parse(scan.startedAt)),
    scanSeconds: seconds(scan.durationMs),
    readerMilliseconds: await stopReader(),
    failedRepositories: scan.failed,
  };
}

async function push({ ask, repositories, number }) {
  const repository = number;
  const description = `Push ${number} of ${Date.now()}`;
  await repositories.push(repository, description);
  const from = performance.now();
  await ask('/api/catalog-git/refresh', {
    method: 'POST',
    body: { repository: repositories.name(repository), provider: PROVIDER },
  });
  const target = `/api/catalog/entities/by-name/component/default/${entityName(
    repository,
    1,
  )}`;
  await until(
    () => ask(target),
    entity => entity.metadata.description === description,
    20,
    'A push to be visible',
  );
  return performance.now() - from;
}

/** Measures a real portal over real repositories, until entities are visible in the catalog. */
export async function run({ portal, size, tell }) {
  const root = path.join(portal.folder, 'bench-git');
  const repositories = new BenchRepositories({
    root,
    catalogFile: (repository, description) =>
      Array.from({ length: size.entities }, (_, entity) =>
        document(repository, entity, description),
      ).join('---\n'),
  });
  tell(`writing ${size.repositories} repositories`);
  await repositories.write(size.repositories, tell);
  tell('starting a portal');
  const { ask, memory } = await portal.start({
    [`catalog.providers.git.${PROVIDER}`]: {
      root,
      schedule: { frequency: { trigger: 'manual' }, timeout: { minutes: 30 } },
    },
  });
  const expected = size.repositories * size.entities;
  const first = await firstIngestion({ ask, expected, tell });
  const afterFirst = memory();
  tell('unchanged re-run');
  const again = await scanAll(ask, PROVIDER);
  tell('pushes');
  const pushes = [];
  for (let number = 0; number < size.pushes; number++) {
    pushes.push(await push({ ask, repositories, number }));
  }
  const { atStart, now, peak } = memory();
  return {
    principal:
      'external access token of the local administrator (a service principal, no policy)',
    data: {
      repositories: size.repositories,
      entitiesPerRepository: size.entities,
      entities: expected,
      provider: 'bare repositories below one root, concurrency 4 (default)',
      reader: `one client, GET ${READ}, ${READ_EVERY_MS} ms between an answer and the next request`,
      push: 'a commit, then POST /api/catalog-git/refresh; asked every 20 ms until the new description is in the catalog',
    },
    measured: {
      firstIngestion: first,
      unchangedRerun: {
        seconds: seconds(again.durationMs),
        unchanged: again.unchanged,
        changed: again.changed,
      },
      pushToVisibleMilliseconds: distribution(pushes),
      backendMemoryMiB: {
        atStart,
        afterFirstIngestion: afterFirst.now,
        end: now,
        peak,
      },
    },
    limits: {
      'firstIngestion.seconds': 300,
      'unchangedRerun.seconds': 60,
      'pushToVisibleMilliseconds.p95': 2_000,
      'backendMemoryMiB.peak': 1_024,
      'firstIngestion.readerMilliseconds.failures': 0,
    },
  };
}
