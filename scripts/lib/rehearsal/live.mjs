import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { backUp } from './database.mjs';
import { startLoad } from './load.mjs';
import {
  residentMegabytes,
  unstructured,
  watchConnections,
} from './measure.mjs';
import { LATE_SERVICE, PEOPLE } from './organisation.mjs';
import { signIn } from './person.mjs';
import {
  announcePush,
  arrange,
  untilCatalog,
  untilEntity,
  untilSearch,
} from './populate.mjs';
import { startReplica } from './replica.mjs';
import { replaceKilled, roll } from './survive.mjs';

const MEASURED =
  /^http_server_request_duration_bucket\{.*http_route="\/api\/catalog"/m;

/** What people ask for all the time while replicas come and go; all of it may be repeated. */
const requestsOf = ({ headers }) => [
  { path: '/', headers },
  { path: '/api/catalog/entities/by-query?limit=20', headers },
  { path: '/api/search/query?term=orders', headers },
  {
    path: '/api/user-settings/buckets/rehearsal/keys/load',
    method: 'PUT',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ value: 'same' }),
  },
];

/** Two replicas at the same moment on an empty database: every table is made while both start. */
export async function startFleet(options, proxy, stops) {
  const replicas = [];
  stops.push(() =>
    Promise.all(
      replicas.map(replica => {
        replica.kill('SIGKILL');
        return replica.exited;
      }),
    ),
  );
  for (const name of ['a', 'b']) {
    replicas.push(await startReplica({ ...options, name }));
  }
  const ready = await Promise.all(replicas.map(one => one.untilReady()));
  for (const { url } of replicas) await proxy.add(url);
  return {
    replicas,
    proxy,
    options,
    secondsToReady: ready.map(ms => ms / 1000),
  };
}

/** Waits for what Git says, signs two people in, and lets one of them arrange the portal. */
export async function moveIn({ url, organisation, provider }, stage) {
  await stage('Reading Git', 'catalog', () =>
    untilCatalog(url, organisation.entities),
  );
  const developer = await signIn(url, provider, PEOPLE.developer);
  const platformEngineer = await signIn(url, provider, PEOPLE.platformEngineer);
  await arrange(url, developer);
  await stage('Indexing', 'search', () =>
    untilSearch(url, developer, ['payments', 'flabbergasted']),
  );
  return { developer, platformEngineer };
}

/** What replicas promise of themselves while they run. */
async function inspect(replicas, { place, findings }) {
  const logs = await Promise.all(replicas.map(one => one.log()));
  const odd = logs.flatMap(unstructured);
  if (odd.length > 0) {
    const [first] = odd;
    findings.push(
      `${odd.length} log lines are not JSON, e.g. ${first.slice(0, 200)}`,
    );
  }
  const metrics = await replicas[0].metrics();
  await writeFile(path.join(place, 'metrics.txt'), metrics);
  if (!MEASURED.test(metrics)) {
    findings.push('Requests are not measured');
  }
}

/** A killed replica, a rolling update, a push and a backup, all under light load. */
export async function liveThrough(context) {
  const {
    around,
    database,
    fleet,
    people,
    client,
    place,
    stage,
    findings,
    stops,
  } = context;
  const { url, organisation, proxy } = around;
  const connections = await watchConnections(database);
  stops.push(connections.stop);
  const load = startLoad(url, requestsOf(people.developer));
  stops.push(load.stop);
  const killed = await stage('Killing a replica', 'kill', () =>
    replaceKilled(fleet, 'c'),
  );
  const rolled = await stage('Replacing every replica', 'roll', () =>
    roll(fleet, people.developer, findings),
  );
  organisation.pushLate();
  await announcePush(url, `acme/${LATE_SERVICE}`);
  await stage('A push arrives', 'push', () => untilEntity(url, LATE_SERVICE));
  const file = path.join(place, 'backup.dump');
  const { bytes, tables } = await stage('Backing up', 'backup', () =>
    backUp(database, { ...client, file }),
  );
  const served = await load.stop();
  if (served.failed > 0) {
    const examples = JSON.stringify(served.failures);
    findings.push(`${served.failed} idempotent requests failed: ${examples}`);
  }
  await inspect(fleet.replicas, { place, findings });
  return {
    backup: { file, tables },
    report: {
      killed,
      rolled,
      load: { ...served, repeatedByProxy: proxy.counts.repeated },
      connections: { mostOfThreeReplicas: await connections.stop() },
      residentMegabytes: await residentMegabytes(fleet.replicas),
      backup: {
        megabytes: Number((bytes / 1e6).toFixed(1)),
        tables: Object.keys(tables).length,
      },
    },
  };
}
