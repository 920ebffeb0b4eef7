import { spawn } from 'node:child_process';
import { createWriteStream, existsSync, renameSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { lastWords } from './last-words.mjs';
import { data, home, inData, inHome } from './paths.mjs';
import { Problem } from './problem.mjs';
import { say } from './progress.mjs';
import { techdocsEnvironment } from './techdocs.mjs';

/** Longer than drain and running requests of production configuration, 25 s: the chart's grace period. */
const SHUTDOWN_LIMIT_MS = 45_000;
const STARTUP_LIMIT_MS = 5 * 60_000;
const KEPT_LINES = 100;
const SHOWN_LINES = 20;
/**
 * The portal lives on a fifth of it. Without a bound Node would rather take a third of a gigabyte
 * more from the machine than look for what can go.
 */
const HEAP_MIB = 768;
/** What a batch of events leaves behind dies young; with less room it would be copied first. */
const YOUNG_MIB = 48;
const cliConfig = name => inHome('node_modules/@backstage/cli/config', name);
const beside = name => fileURLToPath(new URL(name, import.meta.url));

/** The environment that the portal's configuration refers to. */
export function portalEnvironment({
  nodeBin,
  connection,
  secrets,
  metricsPort,
}) {
  const docs = techdocsEnvironment();
  return {
    ...process.env,
    ...docs,
    PATH: [nodeBin, docs.PATH].join(path.delimiter),
    WAYMARK_HOME: home,
    WAYMARK_DATA: data,
    WAYMARK_ADMIN_TOKEN: secrets.adminToken,
    WAYMARK_FORGE_TOKEN: secrets.forgeToken,
    WAYMARK_METRICS_PORT: String(metricsPort),
    WAYMARK_TECHDOCS_DIRECTORY:
      process.env.WAYMARK_TECHDOCS_DIRECTORY ?? inData('techdocs'),
    ...Object.fromEntries(
      Object.entries(secrets.webhooks).map(([source, value]) => [
        `WAYMARK_WEBHOOK_SECRET_${source.toUpperCase().replaceAll('-', '_')}`,
        value,
      ]),
    ),
    AUTH_SESSION_SECRET:
      process.env.AUTH_SESSION_SECRET ?? secrets.sessionSecret,
    WAYMARK_PSEUDONYM_KEY:
      process.env.WAYMARK_PSEUDONYM_KEY ?? secrets.pseudonymKey,
    ...(connection && {
      POSTGRES_HOST: connection.host,
      POSTGRES_PORT: String(connection.port),
      POSTGRES_USER: connection.user,
      POSTGRES_PASSWORD: connection.password,
      POSTGRES_DATABASE: 'postgres',
    }),
  };
}

function heapBound() {
  return process.env.NODE_OPTIONS?.includes('--max-old-space-size')
    ? []
    : [
        `--max-old-space-size=${HEAP_MIB}`,
        `--max-semi-space-size=${YOUNG_MIB}`,
      ];
}

function openLog() {
  const file = inData('logs', 'portal.log');
  if (existsSync(file)) renameSync(file, `${file}.1`);
  return { file, stream: createWriteStream(file) };
}

/** Starts the backend, which also serves the frontend. Its log goes to `.data/logs/portal.log`. */
export async function startPortal({ nodeBin, env, configs, verbose }) {
  await mkdir(inData('logs'), { recursive: true });
  const { file, stream } = openLog();
  const preloads = [
    beside('./exit-with-launcher.cjs'),
    inHome('packages/backend/instrumentation.js'),
    cliConfig('nodeTransform.cjs'),
  ];
  const child = spawn(
    path.join(nodeBin, 'node'),
    [
      ...heapBound(),
      ...preloads.flatMap(preload => ['--require', preload]),
      inHome('packages/backend/src/index.ts'),
      ...configs.flatMap(config => ['--config', config]),
    ],
    {
      cwd: inHome('packages/backend'),
      env,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  );
  let lastLines = [];
  for (const output of [child.stdout, child.stderr]) {
    output.setEncoding('utf8').on('data', text => {
      stream.write(stripVTControlCharacters(text));
      if (verbose) process.stdout.write(text);
      lastLines = [...lastLines, ...text.split('\n')].slice(-KEPT_LINES);
    });
  }
  const gone = new Promise(resolve => child.once('exit', resolve));
  let stopping = false;
  return {
    logFile: file,
    lastWords: () => lastWords(lastLines),
    isRunning: () => child.exitCode === null && child.signalCode === null,
    /** Calls back if the portal ends by itself, with the last lines of its log. */
    onLost: tell =>
      gone.then(() => {
        if (!stopping) tell(lastLines.slice(-SHOWN_LINES).join('\n'));
      }),
    async stop() {
      stopping = true;
      child.kill('SIGTERM');
      const limit = setTimeout(() => child.kill('SIGKILL'), SHUTDOWN_LIMIT_MS);
      await gone;
      clearTimeout(limit);
      stream.end();
    },
  };
}

async function answer(url, token) {
  const headers = token ? { authorization: `Bearer ${token}` } : {};
  const response = await fetch(url, {
    headers,
    signal: AbortSignal.timeout(5_000),
  });
  if (!response.ok) throw new Error(`${response.status}`);
  return response.json();
}

/** Waits until the portal says it is ready; gives up when it is gone, or silent for too long. */
export async function untilReady(portal, url) {
  const from = Date.now();
  while (portal.isRunning()) {
    if (Date.now() - from > STARTUP_LIMIT_MS) {
      throw new Problem(
        `The portal does not answer on ${url}.`,
        `If your configuration sets another port, start with --port. Its log is ${portal.logFile}.`,
      );
    }
    try {
      await answer(`${url}/.backstage/health/v1/readiness`);
      return;
    } catch {
      await sleep(250);
    }
  }
  throw new Problem(
    `The portal ended while starting:\n${portal.lastWords()}`,
    `Where a key of your configuration is named, mend it there. The whole log is ${portal.logFile}.`,
  );
}

/** Waits until the catalog holds `expected` entities and tells how far it is. */
export async function untilCatalogComplete({
  portal,
  url,
  token,
  expected,
  tell,
}) {
  const query = `${url}/api/catalog/entities/by-query?limit=0&filter=metadata.annotations.waymark.dev/example=true`;
  const LIMIT_MS = 10 * 60_000;
  const from = Date.now();
  while (portal.isRunning() && Date.now() - from < LIMIT_MS) {
    const { totalItems } = await answer(query, token).catch(() => ({
      totalItems: 0,
    }));
    tell(`${totalItems} of ${expected} entities`);
    if (totalItems >= expected) return;
    await sleep(500);
  }
  if (portal.isRunning()) {
    say(
      `The catalog is not complete yet. See ${url}/git/health for what could not be read.`,
    );
  }
}
