/**
 * Runs one Postgres server for as long as the launcher lives.
 *
 * It is a process of its own so that the server is shut down cleanly in the right order (after the
 * portal, whatever Ctrl-C reached first) and also when the launcher itself is killed: the channel
 * to the launcher closes, and the keeper stops the server.
 */
import { execFile, spawn } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { chown, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { commandOf } from './lock.mjs';

// Not an argument: those can be read by everyone on the machine, and there is a password in it.
const { folder, bin, port, password, identity, settings, log } = JSON.parse(
  process.env.WAYMARK_POSTGRES_KEEPER,
);
delete process.env.WAYMARK_POSTGRES_KEEPER;
const exec = promisify(execFile);
const environment = { ...process.env, LC_ALL: 'C', TZ: 'UTC' };
const FAREWELL_MS = 5_000;
const READY = 'database system is ready to accept connections';

/** Makes a new cluster beside its final place, so that a killed first start leaves nothing half made. */
async function initialise() {
  if (existsSync(path.join(folder, 'PG_VERSION'))) return;
  const fresh = `${folder}.new`;
  const passwordFile = `${folder}.password`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { recursive: true, mode: 0o700 });
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  if (identity.uid !== undefined) {
    await chown(fresh, identity.uid, identity.gid);
    await chown(passwordFile, identity.uid, identity.gid);
  }
  const access = ['--auth=scram-sha-256', '--username=postgres'];
  const text = ['--encoding=UTF8', '--locale=C'];
  await exec(
    path.join(bin, 'initdb'),
    [`--pgdata=${fresh}`, `--pwfile=${passwordFile}`, ...access, ...text],
    { env: environment, cwd: '/', ...identity },
  );
  await rm(passwordFile, { force: true });
  await rename(fresh, folder);
}

/** A server that outlived a killed keeper still holds the cluster: end it before starting a new one. */
async function stopLeftover() {
  const file = path.join(folder, 'postmaster.pid');
  const pid = existsSync(file)
    ? Number(readFileSync(file, 'utf8').split('\n')[0])
    : 0;
  const isOurs = () => pid > 0 && commandOf(pid).includes(folder);
  if (isOurs()) process.kill(pid, 'SIGINT');
  for (let waited = 0; isOurs(); waited += 100) {
    if (waited > 10_000) process.kill(pid, 'SIGQUIT');
    await sleep(100);
  }
}

let server;
let stopping = false;

function stop() {
  if (stopping) return;
  stopping = true;
  if (!server) process.exit(0);
  // Lets those who are connected finish, for a moment: after a kill the portal shuts down beside us.
  server.kill('SIGTERM');
  setTimeout(() => server.kill('SIGINT'), FAREWELL_MS).unref();
}

function serve() {
  const flags = Object.entries({
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port,
    ...settings,
  }).flatMap(([key, value]) => ['-c', `${key}=${value}`]);
  server = spawn(path.join(bin, 'postgres'), ['-D', folder, ...flags], {
    env: environment,
    cwd: '/',
    stdio: ['ignore', 'ignore', 'pipe'],
    ...identity,
  });
  let last = '';
  server.stderr.setEncoding('utf8').on('data', text => {
    appendFileSync(log, text);
    last = text;
    if (text.includes(READY)) process.send?.({ ready: true });
  });
  server.on('close', () => {
    if (!stopping) process.send?.({ failed: last.trim() });
    process.exit(stopping ? 0 : 1);
  });
}

process.on('disconnect', stop);
process.on('SIGTERM', stop);
process.on('SIGINT', stop);

try {
  await initialise();
  await stopLeftover();
  if (!stopping) serve();
} catch (error) {
  process.send?.({ failed: String(error.stderr || error.message) });
  process.exit(1);
}
