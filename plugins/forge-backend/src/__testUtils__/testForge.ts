import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import {
  mockServices,
  startTestBackend,
  type TestDatabases,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import forgePlugin from '..';

const run = promisify(execFile);

/** A forge on a port, over an empty folder, with the Git command line beside it. */
export async function testForge(options: {
  databases: TestDatabases;
  entities?: Entity[];
  anonymousRead?: boolean;
  /** Names of permissions that are refused. */
  refused?: string[];
}) {
  const { databases, entities = [], anonymousRead = false } = options;
  const refused = new Set(options.refused);
  const folder = await mkdtemp(path.join(tmpdir(), 'forge-'));
  const pushes: unknown[] = [];
  const knex = await databases.init('POSTGRES_18');
  const backend = await startTestBackend({
    features: [
      forgePlugin,
      catalogServiceMock.factory({ entities }),
      mockServices.database.factory({ knex }),
      mockServices.permissions.mock({
        authorize: async requests =>
          requests.map(({ permission }) => ({
            result: refused.has(permission.name)
              ? AuthorizeResult.DENY
              : AuthorizeResult.ALLOW,
          })),
      }).factory,
      createServiceFactory({
        service: eventsServiceRef,
        deps: {},
        factory: () => ({
          publish: async ({ eventPayload }) => {
            pushes.push(eventPayload);
          },
          subscribe: async () => {},
        }),
      }),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://portal.example' },
          backend: { baseUrl: 'http://portal.example' },
          forge: {
            root: path.join(folder, 'root'),
            owners: ['acme'],
            anonymousRead,
          },
        },
      }),
    ],
  });
  const { server } = backend;
  const host = `localhost:${server.port()}`;
  return {
    server,
    host,
    url: `http://${host}/forge`,
    folder,
    /** What was published, in order. */
    pushes,
    /** Runs git as a person would, without anything of this machine's configuration. */
    async git(args: string[], cwd = folder): Promise<string> {
      const { stdout } = await run('git', args, {
        cwd,
        env: {
          PATH: process.env.PATH,
          HOME: folder,
          GIT_CONFIG_NOSYSTEM: '1',
          GIT_TERMINAL_PROMPT: '0',
          GIT_AUTHOR_NAME: 'Ada',
          GIT_AUTHOR_EMAIL: 'ada@acme.example',
          GIT_COMMITTER_NAME: 'Ada',
          GIT_COMMITTER_EMAIL: 'ada@acme.example',
        },
      });
      return stdout.trim();
    },
    async dispose() {
      await backend.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export type TestForge = Awaited<ReturnType<typeof testForge>>;
