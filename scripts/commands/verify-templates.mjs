import path from 'node:path';
import { ensureDependencies } from '../lib/dependencies.mjs';
import { ensureNode } from '../lib/node.mjs';
import { inHome } from '../lib/paths.mjs';
import { startTestPostgres } from '../lib/postgres.mjs';
import { run } from '../lib/run.mjs';
import { onStopRequest } from '../lib/stop-request.mjs';

/** `npm run verify:templates`: installs, builds and runs what the templates render, on a Postgres of its own. */
export async function verifyTemplates({ first }, names) {
  const nodeBin = await ensureNode();
  await ensureDependencies(nodeBin);
  const postgres = await startTestPostgres();
  onStopRequest(() => postgres.stop());
  const { host, port, user, password } = postgres.connection;
  const transform = '@backstage/cli/config/nodeTransform.cjs';
  const main = inHome('templates/verify/src/main.ts');
  const options = first ? ['--first'] : [];
  try {
    await run(
      path.join(nodeBin, 'node'),
      ['--require', transform, main, ...options, ...names],
      {
        show: true,
        env: {
          PATH: `${nodeBin}${path.delimiter}${process.env.PATH}`,
          TEST_DATABASE_URL: `postgresql://${user}:${password}@${host}:${port}/postgres`,
        },
      },
    );
  } finally {
    await postgres.stop();
  }
}
