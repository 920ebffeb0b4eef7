import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { step } from '../progress.mjs';
import { backUp, digestTables, startDatabase } from './database.mjs';
import { assembleImage, buildBundle, inventory } from './image.mjs';
import { startLoad } from './load.mjs';
import { cost, stopwatch, unstructured } from './measure.mjs';
import { differences, observe } from './observe.mjs';
import { LATE_SERVICE, PEOPLE } from './organisation.mjs';
import { signIn } from './person.mjs';
import * as portal from './populate.mjs';
import { tryRefusals } from './refusals.mjs';
import { startReplica } from './replica.mjs';
import { startSurroundings } from './surroundings.mjs';
import { replaceKilled, roll } from './survive.mjs';

/** What people and machines ask for all the time while replicas come and go. */
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

async function startFleet(options, proxy, stops) {
  const replicas = [];
  stops.push(() =>
    Promise.all(
      replicas.map(replica => {
        replica.kill('SIGKILL');
        return replica.exited;
      }),
    ),
  );
  // At the same moment, on an empty database: every table is made while both start.
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

async function signInBoth(url, provider) {
  return {
    developer: await signIn(url, provider, PEOPLE.developer),
    platformEngineer: await signIn(url, provider, PEOPLE.platformEngineer),
  };
}

/** A new database and new folders, from nothing but the backup and the settings. */
async function restore({
  image,
  place,
  around,
  client,
  backup,
  stops,
  findings,
}) {
  await mkdir(place);
  const database = await startDatabase(place);
  stops.push(database.stop);
  await database.restore({ ...client, file: backup.file });
  const session = await database.connect();
  const tables = await digestTables(session);
  await session.end();
  findings.push(
    ...differences(backup.tables, tables).map(text => `Restored table ${text}`),
  );
  const options = {
    image,
    place,
    config: around.config,
    env: { ...around.env, ...database.environment },
  };
  const replica = await startReplica({ ...options, name: 'restored' });
  stops.push(async () => {
    replica.kill('SIGKILL');
    await replica.exited;
  });
  const ms = await replica.untilReady();
  await around.proxy.add(replica.url);
  return { replica, options, secondsToReady: ms / 1000 };
}

/**
 * Plays a year of production in a few minutes. Resolves to a report; `findings` are the things that
 * should not be so, none if all is well.
 */
export async function play({ nodeBin, client, place }) {
  const stops = [];
  const findings = [];
  const { time, seconds } = stopwatch();
  const stage = (title, name, work) => step(title, () => time(name, work));
  try {
    const built = await stage('Building the bundle', 'build', () =>
      buildBundle(nodeBin),
    );
    const image = await stage('Laying out the image', 'assemble', () =>
      assembleImage(nodeBin, place),
    );
    const files = await inventory(image.app);
    const database = await startDatabase(path.join(place, 'first'));
    stops.push(database.stop);
    const around = await startSurroundings(place, stops);
    const { url, organisation, provider, proxy } = around;
    const options = {
      image,
      place,
      config: around.config,
      env: { ...around.env, ...database.environment },
    };
    const fleet = await stage(
      'Two replicas, an empty database',
      'firstStart',
      () => startFleet(options, proxy, stops),
    );
    await stage('Reading Git', 'catalog', () =>
      portal.untilCatalog(url, organisation.entities),
    );
    const people = await signInBoth(url, provider);
    const { developer } = people;
    await portal.arrange(url, developer);
    await stage('Indexing', 'search', () =>
      portal.untilSearch(url, developer, ['payments', 'flabbergasted']),
    );

    const load = startLoad(url, requestsOf(developer));
    const killed = await stage('Killing a replica', 'kill', () =>
      replaceKilled(fleet, 'c'),
    );
    const rolled = await stage('Replacing every replica', 'roll', () =>
      roll(fleet, developer, findings),
    );
    organisation.pushLate();
    await portal.announcePush(url, `acme/${LATE_SERVICE}`);
    await stage('A push arrives', 'push', () =>
      portal.untilEntity(url, LATE_SERVICE),
    );
    const file = path.join(place, 'backup.dump');
    const backup = await stage('Backing up', 'backup', () =>
      backUp(database, { ...client, file }),
    );
    const served = await load.stop();
    if (served.failed > 0)
      findings.push(
        `${served.failed} idempotent requests failed: ${JSON.stringify(
          served.failures,
        )}`,
      );
    const running = await cost(database, fleet.replicas);
    const before = await observe(url, people);
    const metrics = await fleet.replicas[0].metrics();
    await writeFile(path.join(place, 'metrics.txt'), metrics);
    const logs = await Promise.all(fleet.replicas.map(one => one.log()));

    await stage('Losing everything', 'loss', async () => {
      for (const replica of [...fleet.replicas]) {
        replica.kill('SIGKILL');
        await replica.exited;
        proxy.remove(replica.url);
      }
      await database.stop();
    });
    const restored = await stage('Restoring', 'restore', () =>
      restore({
        image,
        place: path.join(place, 'second'),
        around,
        client,
        backup: { ...backup, file },
        stops,
        findings,
      }),
    );
    await developer.refresh();
    const after = await observe(url, people);
    findings.push(
      ...differences(before, after).map(text => `After the restore, ${text}`),
    );
    findings.push(
      ...(await stage('Settings that must be refused', 'refusals', () =>
        tryRefusals(restored.options),
      )),
    );
    if ((await inventory(image.app)) !== files)
      findings.push('The portal wrote to its own code');
    const odd = logs.flatMap(unstructured);
    if (odd.length > 0)
      findings.push(
        `${odd.length} log lines are not JSON, e.g. ${odd[0].slice(0, 200)}`,
      );
    if (
      !/^http_server_request_duration_bucket\{.*http_route="\/api\/catalog"/m.test(
        metrics,
      )
    )
      findings.push('Requests are not measured');

    return {
      findings,
      seconds,
      built,
      firstStart: { secondsToReady: fleet.secondsToReady },
      killed,
      rolled,
      load: { ...served, repeatedByProxy: proxy.counts.repeated },
      running,
      backup: {
        megabytes: Number((backup.bytes / 1e6).toFixed(1)),
        tables: Object.keys(backup.tables).length,
      },
      restored: {
        secondsToReady: restored.secondsToReady,
        entities: after.entities.length,
      },
    };
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}
