import { createWriteStream, openSync } from 'node:fs';
import { mkdir, chown, readFile, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../checks.mjs';
import { Problem } from '../problem.mjs';
import { spawnImage, USER_ID } from './image.mjs';

const START_LIMIT_MS = 240_000;
const LAST_LINES = 15;
const SIGNAL_LIMIT_MS = 2_000;

/** Started replicas, so that none is left behind. */
const running = new Set();
process.on('exit', () => running.forEach(child => child.kill('SIGKILL')));

async function writableFolder(folder) {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (process.getuid?.() === 0) await chown(folder, USER_ID, USER_ID);
  return folder;
}

/** Memory in use, where the system tells (Linux). */
const residentBytes = pid =>
  readFile(`/proc/${pid}/status`, 'utf8').then(
    text => Number(/^VmRSS:\s+(\d+)/m.exec(text)[1]) * 1024,
    () => undefined,
  );

/**
 * Starts one replica of the image with folders of its own for what it writes. It has the environment
 * that is given, and nothing else of this machine's.
 */
export async function startReplica({ name, image, place, env, config }) {
  const port = await freePort();
  const metricsPort = await freePort();
  const folder = await writableFolder(path.join(place, name));
  const configFile = path.join(place, `${name}.json`);
  await writeFile(
    configFile,
    JSON.stringify({
      ...config,
      backend: { ...config.backend, listen: { host: '127.0.0.1', port } },
    }),
  );
  const log = path.join(place, `${name}.log`);
  createWriteStream(log).end();
  const child = spawnImage(image, {
    env: {
      ...env,
      NODE_ENV: 'production',
      HOME: folder,
      TMPDIR: folder,
      WAYMARK_GIT_CACHE: path.join(folder, 'git'),
      WAYMARK_METRICS_PORT: String(metricsPort),
    },
    extraArgs: ['--config', configFile],
    output: openSync(log, 'a'),
  });
  running.add(child);
  const startedAt = performance.now();
  const exited = new Promise(resolve =>
    child.once('exit', (code, signal) => {
      running.delete(child);
      resolve({ code, signal });
    }),
  );
  const url = `http://127.0.0.1:${port}`;
  const readiness = () =>
    fetch(`${url}/.backstage/health/v1/readiness`).then(
      ({ status }) => status,
      () => undefined,
    );
  return {
    name,
    url,
    exited,
    readiness,
    log: () => readFile(log, 'utf8'),
    residentBytes: () => residentBytes(child.pid),
    metrics: () =>
      fetch(`http://127.0.0.1:${metricsPort}/metrics`).then(answer =>
        answer.text(),
      ),
    kill: signal => child.kill(signal),
    /** Resolves to the milliseconds that the start took. */
    async untilReady() {
      while ((await readiness()) !== 200) {
        const isGone = !running.has(child);
        if (isGone || performance.now() - startedAt > START_LIMIT_MS) {
          const lines = (await readFile(log, 'utf8'))
            .trim()
            .split('\n')
            .filter(line => !line.includes('"incomingRequest"'));
          throw new Problem(
            `Replica ${name} ${isGone ? 'ended' : 'is not ready'}:\n${lines
              .slice(-LAST_LINES)
              .join('\n')}`,
            `Its whole log is ${log}.`,
          );
        }
        await sleep(200);
      }
      return Math.round(performance.now() - startedAt);
    },
    /** Asks it to stop as a host does. Resolves to how it ended and what it said of itself meanwhile. */
    async stop() {
      const from = performance.now();
      child.kill('SIGTERM');
      await sleep(500);
      const whileDraining = await readiness();
      const { code } = await exited;
      return { code, whileDraining, ms: Math.round(performance.now() - from) };
    },
  };
}

/** A WebSocket as a browser opens it; nothing if it is not answered in time. */
function connectSignals(url, token) {
  return new Promise((resolve, reject) => {
    const upgrade = request(`${url}/api/signals`, {
      headers: {
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': Buffer.from('rehearsal-signal').toString('base64'),
        'sec-websocket-protocol': token,
      },
    });
    const limit = setTimeout(() => {
      upgrade.destroy();
      resolve(undefined);
    }, SIGNAL_LIMIT_MS);
    upgrade.once('upgrade', (_response, socket) => {
      clearTimeout(limit);
      socket.on('error', () => undefined);
      socket.resume();
      resolve(socket);
    });
    upgrade.on('error', error => {
      clearTimeout(limit);
      reject(error);
    });
    upgrade.end();
  });
}

/** Holds a WebSocket for signals open, as every browser does. */
export async function openSignals(replica, { authorization }) {
  const [, token] = authorization.split(' ');
  // The first one makes the plugin listen and is never answered; browsers come again.
  const socket =
    (await connectSignals(replica.url, token)) ??
    (await connectSignals(replica.url, token));
  if (!socket) throw new Error(`${replica.name} takes no WebSocket`);
  return socket;
}
