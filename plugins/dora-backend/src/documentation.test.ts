import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { Knex } from 'knex';
import request from 'supertest';
import { parse } from 'yaml';
import {
  documentedBlocks,
  documentedYaml,
  pageText,
  toolPages,
} from './__testUtils__/documentation';
import { component, group } from './__testUtils__/testDora';
import { readDoraConfig } from './config';
import doraPlugin from '.';

jest.setTimeout(120_000);

const SECRETS: Record<string, string> = {
  github: 'secret-of-github',
  gitlab: 'secret-of-gitlab',
  argocd: 'secret-of-argocd',
  flux: 'secret-of-flux',
  alertmanager: 'secret-of-alertmanager',
  pagerduty: 'secret-of-pagerduty',
  'incident-io': `whsec_${Buffer.from('secret-of-incident-io').toString(
    'base64',
  )}`,
  generic: 'secret-of-generic',
};

/** What each page, run from its beginning to its end, leaves behind. */
const LEFT: Record<string, Record<string, number>> = {
  'connect.md': {},
  'connect/alertmanager.md': { incident: 1 },
  'connect/argocd.md': { deployment: 1 },
  'connect/cdevents.md': { change: 1, deployment: 1, incident: 1, rejected: 1 },
  'connect/ci-identity.md': {},
  'connect/flux.md': { deployment: 1 },
  'connect/github.md': { change: 1, deployment: 1 },
  'connect/gitlab.md': { change: 1, deployment: 1 },
  'connect/import.md': { deployment: 2, rejected: 1 },
  'connect/incident-io.md': { incident: 1 },
  'connect/json.md': { deployment: 1, incident: 1, waiting: 1 },
  'connect/pagerduty.md': { incident: 1 },
};

/** What an example must answer whose answer is not written down. */
const anyButError = (said: unknown) =>
  typeof said === 'object' && said !== null && 'error' in said
    ? 'an answer without error'
    : said;

/** Runs a script as somebody would who copies it into a shell. */
function shell(
  script: string,
  options: { cwd: string; env?: Record<string, string> },
): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(
      'bash',
      ['-euo', 'pipefail', '-c', script],
      {
        cwd: options.cwd,
        env: {
          ...process.env,
          PATH: `${path.dirname(process.execPath)}:${process.env.PATH}`,
          NO_PROXY: '*',
          ...options.env,
        },
      },
      (error, stdout, stderr) =>
        error
          ? reject(new Error(`${script}\n${stdout}\n${stderr}`))
          : resolve(stdout),
    );
  });
}

describe('the documentation of how tools are connected', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let backend: Awaited<ReturnType<typeof startTestBackend>>;
  let knex: Knex;
  let url: string;
  let home: string;
  const tasks = new Map<string, () => Promise<void>>();
  const token = mockCredentials.service.token();

  beforeAll(async () => {
    knex = await databases.init('POSTGRES_18');
    home = await mkdtemp(path.join(os.tmpdir(), 'waymark-documentation-'));
    await mkdir(path.join(home, '.data'));
    await writeFile(path.join(home, '.data/admin-token'), token);
    await writeFile(
      path.join(home, '.data/webhook-secrets.json'),
      JSON.stringify(SECRETS),
    );
    backend = await startTestBackend({
      features: [
        doraPlugin,
        mockServices.scheduler.mock({
          scheduleTask: async ({ id, fn }) => {
            tasks.set(id, async () => fn(new AbortController().signal));
          },
        }).factory,
        mockServices.database.factory({ knex }),
        catalogServiceMock.factory({
          entities: [
            group('shop'),
            component('payment-service', {
              annotations: {
                'backstage.io/source-location':
                  'url:http://localhost:7007/git/fernway/payment-service/tree/main/',
              },
            }),
          ],
        }),
        mockServices.rootConfig.factory({
          data: {
            backend: { baseUrl: 'http://localhost:7007' },
            waymark: { privacy: { pseudonymKey: 'only-for-the-tests' } },
            dora: {
              sources: Object.fromEntries(
                Object.entries(SECRETS).map(([source, secret]) => [
                  source,
                  { secrets: [secret] },
                ]),
              ),
            },
          },
        }),
      ],
    });
    url = `http://localhost:${backend.server.port()}`;
    await tasks.get('dora:catalog')?.();
  });
  afterAll(async () => {
    await backend?.stop();
    await rm(home, { recursive: true, force: true });
  });
  afterEach(async () => {
    await knex.raw(
      'TRUNCATE raw_event, rejected_event, event_queue, observation, deployment, change, incident, mapping',
    );
  });

  const here = (text: string) => text.replaceAll('http://localhost:7007', url);
  const count = async (sql: string) =>
    Number((await knex.raw(`SELECT count(*) FROM ${sql}`)).rows[0].count);

  it('has a page for every source and says what each leaves behind', () => {
    expect(['connect.md', ...toolPages()].sort()).toEqual(
      Object.keys(LEFT).sort(),
    );
    const linked = pageText('connect.md');
    toolPages().forEach(page => expect(linked).toContain(`(${page})`));
  });

  it.each(Object.keys(LEFT))('%s can be run as it is written', async page => {
    const blocks = documentedBlocks(page);
    const answers: { said: unknown; documented: unknown }[] = [];
    for (const [i, { language, text }] of blocks.entries()) {
      if (language === 'sh') {
        const said: unknown = JSON.parse(
          await shell(here(text), { cwd: home }),
        );
        const next = blocks[i + 1];
        const documented =
          next?.language === 'json' ? JSON.parse(next.text) : anyButError(said);
        answers.push({ said, documented });
      }
    }
    expect(answers.map(({ said }) => said)).toEqual(
      answers.map(({ documented }) => documented),
    );
    await tasks.get('dora:pipeline')?.();
    const known = `attribution = 'mapped'`;
    const left = {
      deployment: await count(
        `deployment WHERE ${known} AND tier = 'production'`,
      ),
      change: await count(`change WHERE merged_at IS NOT NULL`),
      incident: await count(`incident WHERE ${known}`),
      waiting: await count(`deployment WHERE attribution = 'unmapped'`),
      rejected: await count('rejected_event'),
    };
    const some = Object.entries(left).filter(([, n]) => n > 0);
    expect(Object.fromEntries(some)).toEqual(LEFT[page]);
  });

  it.each(Object.keys(LEFT))(
    'what %s says to configure is understood',
    page => {
      for (const config of documentedYaml(page)) {
        const sources =
          (config as { dora?: { sources?: object } }).dora?.sources ?? {};
        for (const source of Object.keys(sources)) {
          const read = readDoraConfig(
            mockServices.rootConfig({
              data: {
                waymark: { privacy: { pseudonymKey: 'only-for-the-tests' } },
                ...(config as object),
              },
            }),
          );
          expect(read.secretsOf(source)).toHaveLength(1);
          expect(SECRETS).toHaveProperty([source]);
          expect(pageText(page)).toContain(`/api/dora/ingest/${source}`);
        }
      }
    },
  );

  it('the template of Argo CD makes what is taken', async () => {
    const [config] = documentedYaml('connect/argocd.md').filter(
      each => 'data' in (each as object),
    );
    const { data } = config as { data: Record<string, string> };
    const { webhook } = parse(data['template.waymark']);
    const example = documentedBlocks('connect/argocd.md')
      .filter(({ language }) => language === 'sh')
      .map(({ text }) => /<<JSON\n([\s\S]*?)^JSON$/m.exec(text)?.[1])[0];
    const { app, context } = JSON.parse(
      (example ?? '').replaceAll('$NOW', new Date().toISOString()),
    );
    const body = webhook.waymark.body
      .replace('{{.context.argocdUrl}}', context.argocdUrl)
      .replace('{{toJson .app}}', JSON.stringify(app));
    const service = parse(data['service.webhook.waymark']);
    expect(service.url).toBe(
      'https://portal.example.com/api/dora/ingest/argocd',
    );
    const headers: [string, string][] = service.headers.map(
      ({ name, value }: { name: string; value: string }) => [
        name,
        value.replace('$waymark-token', SECRETS.argocd),
      ],
    );
    const answer = await request(backend.server)
      .post(new URL(service.url).pathname)
      .set(Object.fromEntries(headers))
      .send(body);
    expect([answer.status, answer.body.accepted]).toEqual([202, 1]);
  });

  it('the jobs of GitHub and GitLab report a deployment', async () => {
    const host = createServer((req, res) => {
      const { searchParams } = new URL(req.url ?? '', 'http://localhost');
      const isAsked =
        searchParams.get('audience') === 'waymark-of-acme' &&
        req.headers.authorization === 'Bearer of-the-run';
      res.end(JSON.stringify({ value: isAsked ? token : 'nothing' }));
    });
    await new Promise<void>(resolve =>
      host.listen(0, '127.0.0.1', () => resolve()),
    );
    const { port } = host.address() as AddressInfo;
    const [configured, github, gitlab] = documentedYaml(
      'connect/ci-identity.md',
    ) as [
      {
        backend: {
          auth: { externalAccess: { options: { audience: string } }[] };
        };
      },
      {
        jobs: {
          deploy: { env: Record<string, string>; steps: { run: string }[] };
        };
      },
      {
        deploy: {
          id_tokens: { WAYMARK_TOKEN: { aud: string } };
          script: string[];
        };
      },
    ];
    const { env, steps } = github.jobs.deploy;
    const audiences = configured.backend.auth.externalAccess.map(
      ({ options }) => options.audience,
    );
    expect(audiences).toEqual([
      env.AUDIENCE,
      gitlab.deploy.id_tokens.WAYMARK_TOKEN.aud,
    ]);
    const common = { ...env, WAYMARK_URL: url };
    const output = await shell(steps.map(({ run }) => run).join('\n'), {
      cwd: home,
      env: {
        ...common,
        ACTIONS_ID_TOKEN_REQUEST_URL: `http://127.0.0.1:${port}/token?api=1`,
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'of-the-run',
        GITHUB_RUN_ID: '30433642',
        GITHUB_RUN_ATTEMPT: '1',
        GITHUB_REPOSITORY: 'fernway/payment-service',
        GITHUB_SHA: 'f95f852bd8fca8fcc58a9a2d6c842781e32a215e',
        GITHUB_SERVER_URL: 'https://github.com',
      },
    });
    expect(output).toContain('{"accepted":1,"duplicates":0,"rejected":[]}');
    const other = await shell(gitlab.deploy.script.join('\n'), {
      cwd: home,
      env: {
        ...common,
        WAYMARK_TOKEN: token,
        CI_JOB_ID: '796',
        CI_PROJECT_PATH: 'fernway/payment-service',
        CI_COMMIT_SHA: '279484c09fbe69ededfced8c1bb6e6d24616b468',
        CI_JOB_URL:
          'https://gitlab.example.com/fernway/payment-service/-/jobs/796',
      },
    });
    expect(other).toContain('{"accepted":1,"duplicates":0,"rejected":[]}');
    host.closeAllConnections();
    await new Promise(resolve => host.close(resolve));
    await tasks.get('dora:pipeline')?.();
    expect(await count(`deployment WHERE attribution = 'mapped'`)).toBe(2);
  });
});
