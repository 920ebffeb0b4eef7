import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import unprocessedEntitiesModule from '@backstage/plugin-catalog-backend-module-unprocessed';
import {
  eventsServiceFactory,
  eventsServiceRef,
  type EventsService,
} from '@backstage/plugin-events-node';
import {
  coreServices,
  createBackendModule,
  type SchedulerService,
} from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import catalogModuleGit from '@waymark/plugin-catalog-backend-module-git';
import { FakeGithub, until } from '@waymark/scm-testing-node';
import type { Knex } from 'knex';
import request from 'supertest';
import catalogModuleGithub from '..';

const schedule = {
  frequency: { hours: 1 },
  timeout: { minutes: 1 },
};

interface Failure {
  entity_ref: string;
  unprocessed_entity: Entity;
  errors?: { name: string; message: string }[];
}

/** The real catalog with the real providers, on a database of its own, against a server that stands for GitHub. */
export async function startCatalog(options: {
  github: FakeGithub;
  knex: Knex;
  integration: JsonObject;
  processingInterval: JsonObject;
}) {
  const { github, knex, integration, processingInterval } = options;
  const { connection } = knex.client.config;
  let events!: EventsService;
  let scheduler!: SchedulerService;
  const { server } = await startTestBackend({
    features: [
      catalogPlugin,
      catalogModuleGithub,
      catalogModuleGit,
      unprocessedEntitiesModule,
      eventsServiceFactory,
      createBackendModule({
        pluginId: 'catalog',
        moduleId: 'capture',
        register(env) {
          env.registerInit({
            deps: {
              eventsService: eventsServiceRef,
              schedulerService: coreServices.scheduler,
            },
            async init({ eventsService, schedulerService }) {
              events = eventsService;
              scheduler = schedulerService;
            },
          });
        },
      }),
      mockServices.scheduler.factory({ skipTaskRunOnStartup: true }),
      mockServices.rootConfig.factory({
        data: {
          backend: {
            baseUrl: 'http://localhost:7007',
            database: {
              client: 'pg',
              // knex hides the password from spreading and printing.
              connection: { ...connection, password: connection.password },
              pluginDivisionMode: 'schema',
            },
          },
          events: { useEventBus: 'never' },
          integrations: {
            github: [
              { host: github.host, apiBaseUrl: github.apiUrl, ...integration },
            ],
          },
          catalog: {
            rules: [
              {
                allow: [
                  'Component',
                  'API',
                  'Resource',
                  'System',
                  'Domain',
                  'Location',
                ],
              },
            ],
            orphanStrategy: 'delete',
            processingInterval,
            providers: {
              github: {
                acme: {
                  host: github.host,
                  organization: 'acme',
                  validateLocationsExist: true,
                  filters: { allowForks: false },
                  pageSizes: { repositories: 3 },
                  schedule,
                },
              },
              githubOrg: {
                id: 'acme',
                githubUrl: github.url,
                orgs: ['acme'],
                excludeSuspendedUsers: true,
                pageSizes: { teams: 2, teamMembers: 3, organizationMembers: 4 },
                schedule,
              },
            },
          },
        },
      }),
    ],
  });
  const header = mockCredentials.service.header();
  const list = async (kind: string): Promise<Entity[]> => {
    const answer = await request(server)
      .get(`/api/catalog/entities?filter=kind=${kind}`)
      .set('Authorization', header);
    return answer.body;
  };
  const names = async (kind: string) =>
    (await list(kind)).map(e => e.metadata.name).sort();
  return {
    /** One complete run of both providers, as on their schedule. */
    async run() {
      await scheduler.triggerTask('github-provider:acme:refresh');
      await scheduler.triggerTask('GithubMultiOrgEntityProvider:acme:refresh');
    },
    /** What the portal shows among the unprocessed entities, with its errors. */
    async failures(): Promise<Failure[]> {
      const answer = await request(server)
        .get('/api/catalog/entities/unprocessed/pending')
        .set('Authorization', header);
      const entities: Failure[] = answer.body.entities;
      return entities.filter(({ errors }) => errors?.length);
    },
    /** What the scheduler does every half minute. */
    cleanUp: () => scheduler.triggerTask('catalog_orphan_cleanup'),
    publish: (topic: string, eventPayload: unknown) =>
      events.publish({ topic, eventPayload }),
    list,
    names,
    entity: async (ref: string) => {
      const answer = await request(server)
        .get(`/api/catalog/entities/by-name/${ref.replace(':', '/')}`)
        .set('Authorization', header);
      return answer.status === 200 ? (answer.body as Entity) : undefined;
    },
    /** Waits until exactly these are there, as a reader would see them. */
    settled: (kind: string, expected: string[]) =>
      until(
        () => names(kind),
        found => found.join() === [...expected].sort().join(),
      ),
  };
}
