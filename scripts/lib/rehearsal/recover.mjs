import { mkdir } from 'node:fs/promises';
import { digestTables, startDatabase } from './database.mjs';
import { differences } from './observe.mjs';
import { startReplica } from './replica.mjs';

/** Takes replicas and database away, without a word. */
export async function loseEverything({ fleet, database }) {
  for (const replica of fleet.replicas.splice(0)) {
    replica.kill('SIGKILL');
    await replica.exited;
    fleet.proxy.remove(replica.url);
  }
  await database.stop();
}

/** A new database and new folders, from nothing but the backup and the settings. */
export async function restore(context) {
  const { image, place, around, client, backup, stops, findings } = context;
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
  return { options, secondsToReady: ms / 1000 };
}
