import {
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import authPlugin from '@backstage/plugin-auth-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { JsonObject } from '@backstage/types';
import request from 'supertest';
import { authModuleExample } from './module';

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

const person = (name: string, annotations?: Record<string, string>) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name, namespace: 'default', annotations },
  spec: { profile: { displayName: 'Jane Doe', email: 'jane@example.org' } },
  relations: [{ type: 'memberOf', targetRef: 'group:default/team-a' }],
});

const entities: Entity[] = [
  person('jane', { 'waymark.dev/example': 'true' }),
  person('stranger'),
  person('revoked', { 'waymark.dev/example': 'false' }),
];

const baseConfig = {
  app: { baseUrl: 'http://localhost:7007' },
  auth: { providers: { example: {} } },
  backend: { baseUrl: 'http://localhost:7007', listen: '127.0.0.1:0' },
  waymark: { example: { enabled: true, organisation: { name: 'Acme' } } },
};

async function start(changes: JsonObject = {}) {
  const knex = await databases.init('POSTGRES_18');
  const { server } = await startTestBackend({
    features: [
      authPlugin,
      authModuleExample,
      catalogServiceMock.factory({ entities }),
      mockServices.database.factory({ knex }),
      mockServices.rootConfig.factory({ data: { ...baseConfig, ...changes } }),
    ],
  });
  return {
    signIn: (ref?: string, headers: Record<string, string> = {}) =>
      request(server)
        .get('/api/auth/example/refresh')
        .set({ ...(ref && { 'x-waymark-person': ref }), ...headers }),
  };
}

describe('authModuleExample', () => {
  it('signs in a person of the example, with their groups', async () => {
    const { signIn } = await start();

    const { status, body } = await signIn('user:default/jane');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      profile: { displayName: 'Jane Doe', email: 'jane@example.org' },
      backstageIdentity: {
        token: expect.any(String),
        identity: {
          type: 'user',
          userEntityRef: 'user:default/jane',
          ownershipEntityRefs: ['user:default/jane', 'group:default/team-a'],
        },
      },
    });
  });

  it('takes a reference in any spelling', async () => {
    const { signIn } = await start();

    const { body } = await signIn('User:Jane');
    expect(body.backstageIdentity.identity.userEntityRef).toBe(
      'user:default/jane',
    );
  });

  it('answers alike to people who are not there and not of the example', async () => {
    const { signIn } = await start();

    for (const name of ['nobody', 'stranger', 'revoked']) {
      const { status, body } = await signIn(`user:default/${name}`);
      expect(status).toBe(404);
      expect(body.error.message).toBe(
        `No person user:default/${name} of the example organisation in the catalog yet; the example organisation may still be loading`,
      );
    }
  });

  it('names the annotation where there is no example organisation', async () => {
    const { signIn } = await start({ waymark: { example: { enabled: true } } });

    for (const name of ['nobody', 'stranger']) {
      const { status, body } = await signIn(`user:default/${name}`);
      expect(status).toBe(404);
      expect(body.error.message).toBe(
        `Nobody can sign in as user:default/${name} here: the catalog has no such User with the annotation waymark.dev/example: 'true'. What was pushed just now is read within a minute`,
      );
    }
    expect((await signIn('user:default/jane')).status).toBe(200);
  });

  it('neither looks up nor repeats a name longer than any', async () => {
    const { signIn } = await start();

    const { status, body } = await signIn(`user:default/${'x'.repeat(5000)}`);
    expect(status).toBe(400);
    expect(body.error.message).toMatch(/, not 'user:default\/x{47}\.\.\.'$/);
  });

  it.each([undefined, 'jane', 'group:default/team-a', 'user:a/b/c', 'user:'])(
    'asks for a proper header instead of %p',
    async ref => {
      const { signIn } = await start();

      const { status, body } = await signIn(ref);
      expect(status).toBe(400);
      expect(body.error.message).toBe(
        `Header 'x-waymark-person' must name a User such as 'user:default/jane', not '${
          ref ?? ''
        }'`,
      );
    },
  );

  it('does not answer a page that made its name point here', async () => {
    const { signIn } = await start();

    const { status, body } = await signIn('user:default/jane', {
      host: 'rebound.example.org:7007',
    });
    expect(status).toBe(403);
    expect(body.error.message).toContain('answers on localhost only');
  });

  it('registers nothing when example mode is off', async () => {
    const { signIn } = await start({
      waymark: {},
      app: { baseUrl: 'https://portal.example.org' },
    });

    const { status } = await signIn('user:default/jane');
    expect(status).toBe(404);
  });

  it('stops the start when others could reach it', async () => {
    await expect(
      start({ backend: { ...baseConfig.backend, listen: ':7007' } }),
    ).rejects.toThrow("'backend.listen' names no host");
  });
});
