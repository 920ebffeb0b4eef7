import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { freePort } from '../lib/checks.mjs';
import { launch } from '../lib/end-to-end.mjs';
import { inHome } from '../lib/paths.mjs';

/** Processes whose parent is `pid`, with their command lines. */
function childrenOf(pid) {
  const list = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], {
    encoding: 'utf8',
  });
  return list
    .split('\n')
    .map(line => line.trim().match(/^(\d+)\s+(\d+)\s+(.*)$/))
    .filter(found => found && Number(found[2]) === pid)
    .map(found => ({ pid: Number(found[1]), command: found[3] }));
}

/**
 * Memory of a process in MiB: what it has now and, where the system keeps count, the most it ever
 * had.
 */
function memoryOf(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const mib = name =>
      Math.round(
        Number(status.match(new RegExp(`^${name}:\\s+(\\d+)`, 'm'))[1]) / 1024,
      );
    return { now: mib('VmRSS'), peak: mib('VmHWM') };
  } catch {
    const rss = execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], {
      encoding: 'utf8',
    });
    return { now: Math.round(Number(rss) / 1024), peak: undefined };
  }
}

/**
 * A portal for one benchmark, started by the launcher as `npm start -- --empty` does, with a data
 * folder and an embedded Postgres of its own. `settings` are further keys of the configuration.
 */
export async function startBenchPortal({ name, settings = {} }) {
  const folder = inHome('.cache', `bench-${name}`);
  await rm(folder, { recursive: true, force: true });
  const port = await freePort();
  const url = `http://localhost:${port}`;
  let portal;
  let sampler;
  let sampledPeak = 0;
  const stop = async ({ keep = false } = {}) => {
    clearInterval(sampler);
    await portal?.stop();
    if (!keep) await rm(folder, { recursive: true, force: true });
  };
  return {
    url,
    folder,
    async start(more = {}) {
      const env = Object.entries({ ...settings, ...more }).map(
        ([key, value]) => [
          `APP_CONFIG_${key.replaceAll('.', '_')}`,
          JSON.stringify(value),
        ],
      );
      portal = launch(
        ['--empty', '--port', String(port)],
        folder,
        Object.fromEntries(env),
      );
      await portal.ready;
      const backend = childrenOf(portal.process.pid).find(({ command }) =>
        command.includes('packages/backend/src/index.ts'),
      );
      const token = await readFile(path.join(folder, 'admin-token'), 'utf8');
      sampler = setInterval(() => {
        sampledPeak = Math.max(sampledPeak, memoryOf(backend.pid).now);
      }, 500);
      const atStart = memoryOf(backend.pid);
      return {
        memory: () => {
          const { now, peak } = memoryOf(backend.pid);
          return { atStart: atStart.now, now, peak: peak ?? sampledPeak };
        },
        /** One request as the local administrator. Rejects on an error status. */
        async ask(target, { method = 'GET', body } = {}) {
          const response = await fetch(`${url}${target}`, {
            method,
            headers: {
              authorization: `Bearer ${token}`,
              ...(body && { 'content-type': 'application/json' }),
            },
            body: body && JSON.stringify(body),
          });
          if (!response.ok) {
            const text = await response.text();
            const error = new Error(
              `${method} ${target}: ${response.status} ${text.slice(0, 200)}`,
            );
            error.status = response.status;
            throw error;
          }
          return response.status === 204
            ? undefined
            : response.json().catch(() => undefined);
        },
      };
    },
    stop,
  };
}
