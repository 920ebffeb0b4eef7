import { readdir, rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { checkDisk, checkPort, freePort } from '../lib/checks.mjs';
import { checkDataKind } from '../lib/data-kind.mjs';
import { ensureDependencies } from '../lib/dependencies.mjs';
import { startDeliveries } from '../lib/deliveries.mjs';
import { ensureExample } from '../lib/example.mjs';
import { ensureFrontend } from '../lib/frontend.mjs';
import { ownLocalConfig, writeLocalConfig } from '../lib/local-config.mjs';
import { LOCK_NAME, takeLock } from '../lib/lock.mjs';
import { ensureNode } from '../lib/node.mjs';
import { checkStartOptions } from '../lib/options.mjs';
import { data, inData, inHome } from '../lib/paths.mjs';
import { outsidePlace, startPostgres } from '../lib/postgres.mjs';
import {
  portalEnvironment,
  startPortal,
  untilCatalogComplete,
  untilReady,
} from '../lib/portal.mjs';
import { Problem } from '../lib/problem.mjs';
import { say, step } from '../lib/progress.mjs';
import { ensureSecrets } from '../lib/secrets.mjs';
import { ensureStarter } from '../lib/starter.mjs';
import { ensureTechdocs } from '../lib/techdocs.mjs';
import { onStopRequest } from '../lib/stop-request.mjs';
import { printWelcome } from '../lib/welcome.mjs';

const DEFAULT_METRICS_PORT = 9464;

async function confirmReset(options) {
  if (options.yes) return;
  const ask = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await new Promise(resolve => {
    ask.once('close', () => resolve(''));
    ask.question(
      `Delete all local data in ${data} (database, example, secrets)? [y/N] `,
      resolve,
    );
  });
  ask.close();
  if (!/^y(es)?$/i.test(answer.trim())) {
    throw new Problem(
      'Nothing was deleted.',
      'Answer y to begin anew, or leave out --reset.',
    );
  }
}

/** Deletes everything in the data folder but the lock, which is ours by now. */
async function reset() {
  const names = await readdir(data);
  await Promise.all(
    names
      .filter(name => name !== LOCK_NAME)
      .map(name => rm(inData(name), { recursive: true, force: true })),
  );
  await rm(outsidePlace, { recursive: true, force: true });
  say('Local data deleted.');
}

/** The port that people expect, unless another portal on this machine has it. */
const chooseMetricsPort = () =>
  checkPort(DEFAULT_METRICS_PORT).then(
    () => DEFAULT_METRICS_PORT,
    () => freePort(),
  );

/** Those who can be signed in as: the example's people, or one person; with configuration of one's own, nobody. */
function ensurePeople(nodeBin, options) {
  if (options.config) return undefined;
  return options.empty ? ensureStarter() : ensureExample(nodeBin, options);
}

async function startDatabase(secrets, stops) {
  const postgres = await startPostgres({
    folder: inData('postgres'),
    password: secrets.postgresPassword,
    log: inData('logs', 'postgres.log'),
  });
  stops.push(() => postgres.stop());
  return postgres;
}

/** `npm start`: everything, from a fresh clone to a portal that is alive. */
export async function start(options) {
  const { port, configs: ownConfigs } = checkStartOptions(options);
  const url = `http://localhost:${port}`;
  const isEmbedded = !options.config && !process.env.POSTGRES_HOST;
  if (options.reset) await confirmReset(options);

  const release = takeLock(url);
  const stops = [];
  const shutDown = async () => {
    while (stops.length > 0) await stops.pop()();
    release();
  };
  const stopRequested = onStopRequest(shutDown);
  try {
    await checkPort(port);
    if (options.reset) await reset();
    checkDataKind(options);
    await checkDisk();
    const nodeBin = await ensureNode();
    await ensureDependencies(nodeBin);
    const secrets = await ensureSecrets();
    const [postgres, people] = await Promise.all([
      isEmbedded && startDatabase(secrets, stops),
      ensurePeople(nodeBin, options),
      ensureFrontend(nodeBin),
    ]);
    const docs = ensureTechdocs();

    const configs = [inHome('app-config.yaml'), ...ownConfigs];
    if (people) {
      configs.push(inHome(people.config));
      configs.push(await writeLocalConfig({ url, port, people }));
      configs.push(...ownLocalConfig());
    }
    const metricsPort = Number(
      process.env.WAYMARK_METRICS_PORT ?? (await chooseMetricsPort()),
    );
    const portal = await startPortal({
      nodeBin,
      configs,
      verbose: options.verbose,
      env: {
        ...portalEnvironment({
          nodeBin,
          secrets,
          connection: postgres?.connection,
          metricsPort,
        }),
        // "production" warns about localhost, "development" shows stack traces: the local portal is neither.
        NODE_ENV: options.config ? 'production' : '',
      },
    });
    stops.push(() => portal.stop());
    await step('Starting the portal', () => untilReady(portal, url));
    if (people) {
      let progress = '';
      await step(
        `Reading ${people.source} from Git`,
        () =>
          untilCatalogComplete({
            portal,
            url,
            token: secrets.adminToken,
            expected: people.catalog.total,
            tell: text => {
              progress = text;
            },
          }),
        () => progress,
      );
    }
    await docs;
    printWelcome({ url, metricsPort, people });
    if (people?.folder) {
      const deliveries = startDeliveries({
        nodeBin,
        url,
        folder: people.folder,
      });
      stops.push(() => deliveries.stop());
    }
    await new Promise((_, reject) => {
      portal.onLost(lines =>
        reject(
          new Problem(
            `The portal ended by itself. Its last lines:\n${lines}`,
            `The whole log is ${portal.logFile}.`,
          ),
        ),
      );
      if (postgres) {
        postgres.onLost(reason =>
          reject(
            new Problem(
              `The embedded Postgres ended by itself: ${reason}`,
              'Start again.',
            ),
          ),
        );
      }
    });
  } catch (error) {
    if (stopRequested()) return await new Promise(() => {});
    await shutDown();
    throw error;
  }
}
