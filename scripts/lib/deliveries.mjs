import { spawn } from 'node:child_process';
import { createWriteStream, existsSync } from 'node:fs';
import path from 'node:path';
import { inData, inHome } from './paths.mjs';
import { say } from './progress.mjs';
import { WEBHOOK_SECRETS } from './secrets.mjs';

const SHUTDOWN_LIMIT_MS = 10_000;
const TOLD_EVERY_MS = 15_000;
const TYPESCRIPT = inHome(
  'node_modules/@backstage/cli/config/nodeTransform.cjs',
);

/** Runs a command of the simulator beside the portal; it ends when the launcher is gone, whatever ended it. */
function simulator(nodeBin, args, { log, onLine }) {
  const child = spawn(
    path.join(nodeBin, 'node'),
    ['--require', TYPESCRIPT, inHome('packages/simulator/src/cli.ts'), ...args],
    { detached: true, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] },
  );
  let pending = '';
  child.stdout.setEncoding('utf8').on('data', text => {
    log.write(text);
    const lines = (pending + text).split('\n');
    pending = lines.pop() ?? '';
    lines.forEach(onLine);
  });
  child.stderr.setEncoding('utf8').on('data', text => log.write(text));
  const ended = new Promise(resolve => {
    child.once('error', error => {
      log.write(`${error.message}\n`);
      resolve(1);
    });
    child.once('close', code => resolve(code));
  });
  return { child, ended };
}

/**
 * Gives the example organisation a past, and then a present: imports its
 * deliveries, the latest month first, and keeps it living afterwards. All of
 * it happens in the background; a portal without delivery metrics gets none.
 */
export function startDeliveries({ nodeBin, url, folder }) {
  if (!existsSync(path.join(folder, 'deliveries', 'index.json'))) {
    say(
      'The example organisation has no deliveries: it was made by an older version. Begin anew with npm start -- --reset.',
    );
    return { stop: async () => {} };
  }
  const file = inData('logs', 'deliveries.log');
  const log = createWriteStream(file, { flags: 'a' });
  const portal = ['--url', url, '--token-file', inData('admin-token')];
  const from = ['--from', folder];
  let current;
  let stopping = false;

  const step = async (name, more, onLine) => {
    if (stopping) return undefined;
    current = simulator(nodeBin, [name, ...from, ...portal, ...more], {
      log,
      onLine,
    });
    return current.ended;
  };
  const running = (async () => {
    let told = Date.now();
    let isAbsent = false;
    const code = await step('import', [], line => {
      if (line.startsWith('{')) {
        const { state, totalEvents } = JSON.parse(line);
        isAbsent = state === 'absent';
        if (state === 'done')
          say(`The past of the example is in: ${totalEvents} events.`);
        return;
      }
      if (Date.now() - told < TOLD_EVERY_MS) return;
      told = Date.now();
      say(`The past of the example fills in: ${line}`);
    });
    if (stopping) return;
    if (isAbsent) {
      say(
        'This portal has no delivery metrics, so the example has no deliveries.',
      );
      return;
    }
    if (code !== 0) {
      say(`The past of the example did not come in. See ${file}.`);
      return;
    }
    const lived = await step(
      'live',
      ['--secrets', inData(WEBHOOK_SECRETS)],
      () => {},
    );
    if (!stopping && lived !== 0) {
      say(`The example organisation stands still. See ${file}.`);
    }
  })();

  return {
    async stop() {
      stopping = true;
      current?.child.kill('SIGTERM');
      const limit = setTimeout(
        () => current?.child.kill('SIGKILL'),
        SHUTDOWN_LIMIT_MS,
      );
      await running;
      clearTimeout(limit);
      log.end();
    },
  };
}
