import {
  coreServices,
  createBackendModule,
  type SchedulerService,
} from '@backstage/backend-plugin-api';
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
import catalogModuleGit from '@waymark/plugin-catalog-backend-module-git';
import { FakeGitlab, until } from '@waymark/scm-testing-node';
import type { Knex } from 'knex';
import request from 'supertest';
import catalogModuleGitlab from '..';

interface Failure {
  unprocessed_entity: Entity;
  errors?: { name: string; message: string }[];
}

const schedule = { frequency: { hours: 1 }, timeout: { minutes: 1 } };

/**
 * The real catalog with the real providers, on a database of its own, against
 * a server that stands for GitLab. Files are read at the server's address; the
 * organisation under a proper host name, which upstream makes annotations of.
 */
export async function startCatalog(options: {
  gitlab: FakeGitlab;
  knex: Knex;
  /** `gitlab.com`, or a host of one's own. */
  host: string;
  restrictUsersToGroup?: boolean;
}) {
  const { gitlab, knex, host } = options;
  const { connection } = knex.client.config;
  const integration = {
    apiBaseUrl: gitlab.apiUrl,
    baseUrl: gitlab.url,
    token: 'glpat',
    retry: { maxRetries: 1, retryStatusCodes: [429] },
  };
  let events!: EventsService;
  let scheduler!: SchedulerService;
  const { server } = await startTestBackend({
    features: [
      catalogPlugin,
      catalogModuleGitlab,
      catalogModuleGit,
      unprocessedEntitiesModule,
      eventsServiceFactory,
      mockServices.scheduler.factory({ skipTaskRunOnStartup: true }),
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
            gitlab: [
              { host, ...integration },
              { host: gitlab.host, ...integration },
            ],
          },
          catalog: {
            rules: [{ allow: ['Component', 'API', 'Location'] }],
            // Too long to be waited for: what shows earlier was told.
            processingInterval: { hours: 1 },
            providers: {
              gitlab: {
                acme: {
                  host: gitlab.host,
                  group: 'acme',
                  skipForkedRepos: true,
                  schedule,
                },
                people: {
                  host,
                  group: 'acme',
                  // Projects are read by the other one.
                  projectPattern: '^$',
                  orgEnabled: true,
                  restrictUsersToGroup: options.restrictUsersToGroup ?? true,
                  includeUsersWithoutSeat: true,
                  schedule,
                },
              },
            },
          },
        },
      }),
    ],
  });
  const header = mockCredentials.service.header();
  const names = async (kind: string): Promise<string[]> => {
    const answer = await request(server)
      .get(`/api/catalog/entities?filter=kind=${kind}`)
      .set('Authorization', header);
    return (answer.body as Entity[]).map(e => e.metadata.name).sort();
  };
  return {
    names,
    /** One complete run of both providers, as on their schedule. */
    async run() {
      await scheduler.triggerTask('GitlabDiscoveryEntityProvider:acme:refresh');
      await scheduler.triggerTask(
        'GitlabOrgDiscoveryEntityProvider:people:refresh',
      );
    },
    publish: (topic: string, eventPayload: unknown) =>
      events.publish({ topic, eventPayload }),
    entity: async (ref: string) => {
      const answer = await request(server)
        .get(`/api/catalog/entities/by-name/${ref.replace(':', '/')}`)
        .set('Authorization', header);
      return answer.status === 200 ? (answer.body as Entity) : undefined;
    },
    /** What the portal shows among the unprocessed entities, with its errors. */
    async failures(): Promise<Failure[]> {
      const answer = await request(server)
        .get('/api/catalog/entities/unprocessed/pending')
        .set('Authorization', header);
      const entities: Failure[] = answer.body.entities;
      return entities.filter(({ errors }) => errors?.length);
    },
    /** Waits until exactly these are there. */
    settled: (kind: string, expected: string[]) =>
      until(
        () => names(kind),
        found => found.join() === [...expected].sort().join(),
      ),
  };
}
