import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { freePort } from './checks.mjs';
import { ensureChromium } from './chromium.mjs';
import { inHome } from './paths.mjs';
import { runPlaywright } from './playwright.mjs';
import { Problem } from './problem.mjs';

const LAUNCHER = inHome('scripts/waymark.mjs');

/**
 * Starts a portal of its own through the launcher, with data of its own, and resolves when the
 * launcher says that it is ready.
 */
export function launch(args, data, environment = {}) {
  const child = spawn(process.execPath, [LAUNCHER, 'start', ...args], {
    env: {
      ...process.env,
      // What a developer has added to their own portal has no part in this one.
      WAYMARK_LOCAL_CONFIG: '',
      ...environment,
      WAYMARK_DATA: data,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = new Promise(resolve => child.once('exit', resolve));
  let output = '';
  const ready = new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', text => {
        output += text;
        if (output.includes('Waymark is ready')) resolve();
      });
    }
    exited.then(code =>
      reject(new Problem(`The portal did not start (${code}).\n${output}`)),
    );
  });
  return {
    process: child,
    ready,
    exited,
    output: () => output,
    async stop(signal = 'SIGINT') {
      child.kill(signal);
      return exited;
    },
  };
}

/** Plays the first minutes of each role in a real Chromium against a portal started from nothing. */
export async function runEndToEnd(nodeBin) {
  const chromium = await ensureChromium();
  const data = inHome('.cache', 'e2e');
  await rm(data, { recursive: true, force: true });
  const port = await freePort();
  const portal = launch(['--port', String(port)], data);
  try {
    await portal.ready;
    return await runPlaywright(nodeBin, {
      workspace: '@waymark/e2e-tests',
      script: 'test',
      report: inHome('e2e-tests', 'report', 'results.json'),
      env: {
        WAYMARK_URL: `http://localhost:${port}`,
        WAYMARK_E2E_DATA: data,
        WAYMARK_CHROMIUM: chromium,
      },
    });
  } finally {
    await portal.stop();
  }
}
