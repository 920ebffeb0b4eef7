/**
 * Measures a first and an unchanged scan of many repositories.
 *
 *   node --require @backstage/cli/config/nodeTransform.cjs dev/scanBenchmark.ts [repositories] [entities]
 *
 * Needs BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING; works in a
 * schema of its own that it drops again.
 */
import { ConfigReader } from '@backstage/config';
import {
  CliGitService,
  createIntegrationCredentials,
  readGitProviders,
} from '@waymark/git-node';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import knexFactory from 'knex';
import { DatabaseIngestionStore } from '../src/database/DatabaseIngestionStore';
import { IngestionMetrics } from '../src/metrics';
import { ChangeNotifier } from '../src/services/ChangeNotifier';
import { ProviderScanner } from '../src/services/ProviderScanner';

const repositories = Number(process.argv[2] ?? 1_000);
const entities = Number(process.argv[3] ?? 5);
const schema = `bench_${process.pid}`;

const document = (repository: number, entity: number) =>
  `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: service-${repository}-${entity}
  description: Service ${entity} of repository ${repository}
  tags: [java, payments]
spec:
  type: service
  lifecycle: production
  owner: group:default/team-${repository % 50}
  dependsOn: [component:default/service-${repository}-0]
`;

function writeRepositories(root: string) {
  for (let n = 0; n < repositories; n++) {
    const path = join(root, `org-${n % 10}`, `repo-${n}.git`);
    mkdirSync(path, { recursive: true });
    execFileSync('git', ['init', '-q', '--bare', '-b', 'main', path]);
    const text = [...Array(entities).keys()]
      .map(e => document(n, e))
      .join('---\n');
    const input = `commit refs/heads/main
committer Bench <bench@example.com> 1700000000 +0000
data 5
first
M 100644 inline catalog-info.yaml
data ${Buffer.byteLength(text)}
${text}
`;
    execFileSync('git', ['--git-dir', path, 'fast-import', '--quiet'], {
      input,
    });
  }
}

async function main() {
  const root = mkdtempSync(join(tmpdir(), 'scan-benchmark-'));
  const knex = knexFactory({
    client: 'pg',
    connection:
      process.env.BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING,
    searchPath: [schema],
  });
  let peak = 0;
  const sampler = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 50);
  const report = (line: string) => process.stdout.write(`${line}\n`);
  try {
    await knex.raw('CREATE SCHEMA ??', [schema]);
    await knex.migrate.latest({ directory: join(__dirname, '../migrations') });
    writeRepositories(root);
    const config = new ConfigReader({
      catalog: { providers: { git: { bench: { root, baseUrl: 'http://h' } } } },
    });
    const [provider] = readGitProviders(config);
    const metrics: IngestionMetrics = {
      scanFinished() {},
      changed() {},
    };
    const logger = {
      debug() {},
      info() {},
      warn: report,
      error: report,
      child: () => logger,
    };
    const scanner = new ProviderScanner({
      git: new CliGitService({
        credentials: createIntegrationCredentials(config),
        cacheDirectory: join(root, '.cache'),
      }),
      store: new DatabaseIngestionStore({ knex }),
      notifier: new ChangeNotifier({
        events: { publish: async () => {}, subscribe: async () => {} },
      }),
      metrics,
      logger,
      now: () => new Date(),
    });
    for (const run of ['first', 'unchanged']) {
      const start = performance.now();
      const summary = await scanner.scanAll(provider);
      const seconds = ((performance.now() - start) / 1_000).toFixed(2);
      report(
        `${run}: ${seconds} s, ${repositories} repositories, ${
          summary.changes
        } changed entities, ${summary.failed} failed, peak memory ${Math.round(
          peak / 1024 ** 2,
        )} MiB`,
      );
    }
  } finally {
    clearInterval(sampler);
    await knex.raw('DROP SCHEMA IF EXISTS ?? CASCADE', [schema]);
    await knex.destroy();
    rmSync(root, { recursive: true, force: true });
  }
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
