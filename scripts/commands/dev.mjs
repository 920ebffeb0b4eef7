import { freePort } from '../lib/checks.mjs';
import { checkDataKind } from '../lib/data-kind.mjs';
import { ensureDependencies, yarn } from '../lib/dependencies.mjs';
import { ensureExample } from '../lib/example.mjs';
import { ownLocalConfig, writeLocalConfig } from '../lib/local-config.mjs';
import { takeLock } from '../lib/lock.mjs';
import { ensureNode } from '../lib/node.mjs';
import { checkExampleOptions } from '../lib/options.mjs';
import { inData, inHome } from '../lib/paths.mjs';
import { portalEnvironment } from '../lib/portal.mjs';
import { startPostgres } from '../lib/postgres.mjs';
import { ensureSecrets } from '../lib/secrets.mjs';
import { onStopRequest } from '../lib/stop-request.mjs';
import { ensureStarter } from '../lib/starter.mjs';
import { ensureTechdocs } from '../lib/techdocs.mjs';

const FRONTEND_PORT = 3000;
const BACKEND_PORT = 7007;

/** `npm run dev`: the portal with hot reload of frontend and backend, on the same data as `npm start`. */
export async function dev(options) {
  const url = `http://localhost:${FRONTEND_PORT}`;
  checkExampleOptions(options);
  checkDataKind(options);
  const release = takeLock(url);
  const nodeBin = await ensureNode();
  await ensureDependencies(nodeBin);
  const secrets = await ensureSecrets();
  const postgres = await startPostgres({
    folder: inData('postgres'),
    password: secrets.postgresPassword,
    log: inData('logs', 'postgres.log'),
  });
  onStopRequest(async () => {
    await postgres.stop();
    release();
  });
  const people = options.empty
    ? ensureStarter()
    : await ensureExample(nodeBin, options);
  await ensureTechdocs();
  const local = await writeLocalConfig({
    url,
    port: BACKEND_PORT,
    backendUrl: `http://localhost:${BACKEND_PORT}`,
    people,
  });
  const configs = [
    inHome('app-config.yaml'),
    inHome(people.config),
    local,
    ...ownLocalConfig(),
  ].flatMap(file => ['--config', file]);
  const env = portalEnvironment({
    nodeBin,
    secrets,
    connection: postgres.connection,
    metricsPort: await freePort(),
  });
  await yarn(nodeBin, ['backstage-cli', 'repo', 'start', ...configs], {
    show: true,
    env: { ...env, NODE_ENV: 'development' },
  });
}
