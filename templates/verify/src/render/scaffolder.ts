import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import {
  createTemplateAction,
  scaffolderActionsExtensionPoint,
} from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';
import createKnex from 'knex';
import type { Cell } from '../cells';
import { createDatabase } from '../databases';
import type { Template } from '../templates';
import { localReader, TEMPLATES_URL } from './localReader';

const CAPTURE = 'verify:capture';
const LIMIT_MS = 60_000;
const AFTERMATH_MS = 1_500;
/** Steps that write files; publishing and what comes after it is not tried here. */
const RENDERING = /^(fetch|fs):/;

export interface Rendering {
  folder: string;
  /** The `values` of each step, as the scaffolder evaluated them. */
  values: JsonObject[];
  /** From the request until everything was rendered. */
  milliseconds: number;
}

export interface Renderer {
  render(template: Template, cell: Cell): Promise<Rendering>;
  stop(): Promise<void>;
}

/** The template as it is, with its publishing steps replaced by one that keeps what was rendered. */
function forCapture({ name, entity }: Template) {
  const steps = entity.spec.steps.filter(({ action }) =>
    RENDERING.test(action),
  );
  const capture = {
    id: 'capture',
    name: 'Capture',
    action: CAPTURE,
    input: {
      values: steps
        .filter(({ input }) => 'values' in input)
        .map(({ input }) => input.values as JsonObject),
    },
  };
  const location = `url:${TEMPLATES_URL}/${name}/template.yaml`;
  const { annotations } = entity.metadata;
  return {
    ...entity,
    metadata: {
      ...entity.metadata,
      namespace: 'default',
      annotations: {
        ...annotations,
        'backstage.io/managed-by-location': location,
      },
    },
    spec: { ...entity.spec, steps: [...steps, capture], output: {} },
  };
}

/**
 * Starts the scaffolder of the portal, with these templates in its catalog. What it does is what it
 * does in the portal: parameters are validated, expressions evaluated and skeletons fetched and
 * rendered by its own code, as a task. Only reading the repository is replaced, by the local folder.
 */
export async function startRenderer(options: {
  /** Of a Postgres server on which a database may be made. */
  serverUrl: string;
  templates: Template[];
}): Promise<Renderer> {
  // Of every step; else there is a line, and a row in the database, for each file that is written.
  process.env.LOG_LEVEL = 'warn';
  const knex = createKnex({
    client: 'pg',
    connection: await createDatabase(options.serverUrl),
  });
  const place = await mkdtemp(path.join(tmpdir(), 'templates-'));
  // Beside the workspaces, which the scaffolder removes.
  const rendered = (id: string) => path.join(place, 'rendered', id);
  const captured = new Map<string, { values: JsonObject[]; at: number }>();

  const capture = createTemplateAction({
    id: CAPTURE,
    description: 'Keeps what was rendered',
    schema: { input: { values: z => z.array(z.record(z.any())) } },
    async handler(context) {
      const { task, workspacePath, input } = context;
      captured.set(task.id, { values: input.values, at: Date.now() });
      await cp(workspacePath, rendered(task.id), { recursive: true });
    },
  });
  const capturing = createBackendModule({
    pluginId: 'scaffolder',
    moduleId: 'verify',
    register({ registerInit }) {
      registerInit({
        deps: { actions: scaffolderActionsExtensionPoint },
        async init({ actions }) {
          actions.addActions(capture);
        },
      });
    },
  });
  const backend = await startTestBackend({
    features: [
      scaffolderPlugin,
      capturing,
      mockServices.database.factory({ knex }),
      catalogServiceMock.factory({
        entities: options.templates.map(forCapture),
      }),
      createServiceFactory({
        service: coreServices.urlReader,
        deps: {},
        factory: localReader,
      }),
      mockServices.rootConfig.factory({
        data: {
          backend: { workingDirectory: place },
          integrations: {
            gitea: [
              { host: new URL(TEMPLATES_URL).host },
              { host: 'git.example.com' },
            ],
          },
          scaffolder: {
            defaultEnvironment: {
              parameters: {
                portalUrl: 'https://portal.example.com',
                registry: 'registry.example.com',
              },
            },
          },
        },
      }),
    ],
  });
  const tasks = `http://localhost:${backend.server.port()}/api/scaffolder/v2/tasks`;

  async function call(url: string, body?: JsonObject) {
    const response = await fetch(url, {
      method: body ? 'POST' : 'GET',
      headers: {
        Authorization: mockCredentials.user.header(),
        'Content-Type': 'application/json',
      },
      body: body && JSON.stringify(body),
    });
    const answer = await response.json();
    if (!response.ok) {
      throw new Error(`the scaffolder refused: ${JSON.stringify(answer)}`);
    }
    return answer;
  }

  async function ending(id: string): Promise<string> {
    for (const limit = Date.now() + LIMIT_MS; Date.now() < limit; ) {
      const { status } = await call(`${tasks}/${id}`);
      if (!['open', 'processing'].includes(status)) return status;
      await sleep(20);
    }
    return 'still going on';
  }

  return {
    async render({ entity }, { parameters }) {
      const begin = Date.now();
      const { id } = await call(tasks, {
        templateRef: stringifyEntityRef(entity),
        values: parameters,
      });
      const status = await ending(id);
      const rendering = captured.get(id);
      if (rendering && status === 'completed') {
        const { values, at } = rendering;
        return {
          folder: rendered(id),
          values,
          milliseconds: at - begin,
        };
      }
      const events = await call(`${tasks}/${id}/events`);
      const log = events.map(
        ({ body }: { body: { message: string } }) => body.message,
      );
      throw new Error(`the task is ${status}:\n${log.join('\n')}`);
    },
    async stop() {
      await backend.stop();
      // The scaffolder looks for news of a task every second, and once more after its end.
      await sleep(AFTERMATH_MS);
      await knex.destroy();
      await rm(place, { recursive: true, force: true });
    },
  };
}
