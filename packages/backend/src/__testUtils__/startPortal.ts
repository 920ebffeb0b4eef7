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
import type { AlphaEntity } from '@backstage/catalog-model/alpha';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import eventsPlugin from '@backstage/plugin-events-backend';
import { eventsServiceFactory } from '@backstage/plugin-events-node';
import type { JsonObject } from '@backstage/types';
import catalogModuleGit from '@waymark/plugin-catalog-backend-module-git';
import catalogModuleGithub from '@waymark/plugin-catalog-backend-module-github';
import catalogModuleGitlab from '@waymark/plugin-catalog-backend-module-gitlab';
import catalogGitPlugin from '@waymark/plugin-catalog-git-backend';
import webhooks from '@waymark/plugin-events-backend-module-webhooks';
import { createHmac } from 'node:crypto';
import type { Knex } from 'knex';
import request from 'supertest';
import { databaseOf } from './databaseOf';

/** The part of the portal that a push reaches, from the webhook to the catalog. */
export async function startPortal(options: { config: JsonObject; knex: Knex }) {
  const { config, knex } = options;
  let scheduler!: SchedulerService;
  const backend = await startTestBackend({
    features: [
      eventsPlugin,
      eventsServiceFactory,
      webhooks,
      catalogPlugin,
      catalogModuleGithub,
      catalogModuleGitlab,
      catalogGitPlugin,
      catalogModuleGit,
      mockServices.scheduler.factory({ skipTaskRunOnStartup: true }),
      createBackendModule({
        pluginId: 'catalog',
        moduleId: 'capture',
        register(env) {
          env.registerInit({
            deps: { service: coreServices.scheduler },
            async init({ service }) {
              scheduler = service;
            },
          });
        },
      }),
      mockServices.rootConfig.factory({
        data: {
          ...config,
          backend: {
            baseUrl: 'http://localhost:7007',
            database: databaseOf(knex),
          },
          events: { ...(config.events as JsonObject), useEventBus: 'never' },
        },
      }),
    ],
  });
  const { server } = backend;
  const header = mockCredentials.service.header();
  return {
    stop: () => backend.stop(),
    run: (task: string) => scheduler.triggerTask(task),
    /** As GitHub delivers it. */
    async deliver(event: string, payload: object, secret: string) {
      const body = JSON.stringify(payload);
      const answer = await request(server)
        .post('/api/events/http/github')
        .set({
          'content-type': 'application/json',
          'x-github-event': event,
          'x-hub-signature-256': `sha256=${createHmac('sha256', secret)
            .update(body)
            .digest('hex')}`,
        })
        .send(body);
      return answer.status;
    },
    /** Errors that the entity pages of Locations show. */
    async errorsOfLocations(): Promise<string[]> {
      const answer = await request(server)
        .get('/api/catalog/entities?filter=kind=location')
        .set('Authorization', header);
      return (answer.body as AlphaEntity[]).flatMap(location =>
        (location.status?.items ?? []).map(item => item.message),
      );
    },
    async entity(ref: string): Promise<Entity | undefined> {
      const answer = await request(server)
        .get(`/api/catalog/entities/by-name/${ref.replace(':', '/')}`)
        .set('Authorization', header);
      return answer.status === 200 ? answer.body : undefined;
    },
  };
}
