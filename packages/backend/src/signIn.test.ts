import { TestDatabases } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { FakeIdentityProvider, walkSignIn } from '@waymark/scm-testing-node';
import http from 'node:http';
import https from 'node:https';
import { loadConfig } from './__testUtils__/loadConfig';
import { startAuth } from './__testUtils__/startAuth';

jest.setTimeout(60_000);

const jane = {
  id: '42',
  nodeId: 'U_kgDOjane',
  username: 'jane',
  name: 'Jane Doe',
  email: 'jane@acme.example',
};
const stranger = {
  id: '43',
  nodeId: 'U_kgDOstranger',
  username: 'stranger',
  name: 'A Stranger',
  email: 'stranger@elsewhere.example',
};

/** As the organisation providers write it; no name that a provider could guess. */
const entities = [
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: {
      name: 'doe-42',
      namespace: 'default',
      annotations: {
        'github.com/user-id': jane.nodeId,
        'gitlab.example.com/user-id': jane.id,
      },
    },
    spec: { profile: { displayName: 'Jane Doe', email: jane.email } },
    relations: [{ type: 'memberOf', targetRef: 'group:default/shop' }],
  },
];

const PROVIDERS = ['github', 'gitlab', 'microsoft', 'oidc'] as const;
const MICROSOFT_HOSTS = ['login.microsoftonline.com', 'graph.microsoft.com'];

describe('sign-in with the configuration that is shipped', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let idp: FakeIdentityProvider;
  let replicas: { origin: string; stop: () => Promise<void> }[] = [];

  let knex: Awaited<ReturnType<typeof databases.init>>;

  beforeAll(async () => {
    knex = await databases.init('POSTGRES_18');
  });
  beforeEach(async () => {
    idp = await FakeIdentityProvider.start();
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await Promise.all(replicas.map(replica => replica.stop()));
    replicas = [];
    await idp.stop();
  });

  /** Microsoft's hosts are fixed in the provider: only their names are exchanged here, for those of the test server. */
  function redirectMicrosoft() {
    const { hostname, port } = new URL(idp.url);
    jest.spyOn(https, 'request').mockImplementation(((
      options: https.RequestOptions,
      callback: (response: http.IncomingMessage) => void,
    ) => {
      expect(MICROSOFT_HOSTS).toContain(options.host);
      const { agent, ...rest } = options;
      return http.request(
        { ...rest, protocol: 'http:', host: hostname, hostname, port },
        callback,
      );
    }) as typeof https.request);
    const real = globalThis.fetch;
    jest.spyOn(globalThis, 'fetch').mockImplementation((input, init) => {
      const url = new URL(String(input));
      return real(
        MICROSOFT_HOSTS.includes(url.host)
          ? `${idp.url}${url.pathname}${url.search}`
          : input,
        init,
      );
    });
  }

  const environment = () => ({
    AUTH_SESSION_SECRET: 'shared-by-all-replicas',
    GITHUB_APP_CLIENT_ID: idp.clientId,
    GITHUB_APP_CLIENT_SECRET: idp.clientSecret,
    GITHUB_ENTERPRISE_URL: idp.url,
    AUTH_GITLAB_CLIENT_ID: idp.clientId,
    AUTH_GITLAB_CLIENT_SECRET: idp.clientSecret,
    GITLAB_URL: idp.url,
    AUTH_MICROSOFT_CLIENT_ID: idp.clientId,
    AUTH_MICROSOFT_CLIENT_SECRET: idp.clientSecret,
    AUTH_MICROSOFT_TENANT_ID: 'acme-tenant',
    AUTH_OIDC_METADATA_URL: `${idp.url}/.well-known/openid-configuration`,
    AUTH_OIDC_CLIENT_ID: idp.clientId,
    AUTH_OIDC_CLIENT_SECRET: idp.clientSecret,
  });

  async function start(provider: string, count = 1) {
    if (provider === 'microsoft') {
      redirectMicrosoft();
    }
    const { auth } = await loadConfig(
      ['app-config.production.yaml', `config/sign-in-${provider}.yaml`],
      environment(),
    );
    for (let i = 0; i < count; i++) {
      const config = { auth: auth as JsonObject };
      replicas.push(await startAuth({ config, knex, entities }));
    }
    const [first, last = first] = replicas.map(replica => replica.origin);
    return {
      first,
      signIn: () =>
        walkSignIn({
          provider,
          start: first,
          finish: last,
          follow: url =>
            MICROSOFT_HOSTS.includes(url.host)
              ? new URL(`${idp.url}${url.pathname}${url.search}`)
              : url,
        }),
      refresh: (origin: string, cookie: string) =>
        fetch(`${origin}/api/auth/${provider}/refresh?env=production`, {
          headers: { cookie, 'x-requested-with': 'XMLHttpRequest' },
        }),
    };
  }

  describe.each(PROVIDERS)('%s', provider => {
    it('resolves to the User of the catalog, on whichever replica', async () => {
      const { first, signIn, refresh } = await start(provider, 2);
      idp.person = jane;
      const { response, error, cookie, authorizationUrl } = await signIn();
      expect(error).toBeUndefined();
      expect(response).toMatchObject({
        profile: { displayName: 'Jane Doe', email: jane.email },
        backstageIdentity: {
          token: expect.any(String),
          identity: {
            userEntityRef: 'user:default/doe-42',
            ownershipEntityRefs: ['user:default/doe-42', 'group:default/shop'],
          },
        },
      });
      expect(authorizationUrl.searchParams.get('redirect_uri')).toBe(
        `http://localhost:7007/api/auth/${provider}/handler/frame`,
      );

      // Started on one replica, finished on the other, renewed on the first.
      const renewed = await refresh(first, cookie);
      expect(renewed.status).toBe(200);
      expect(await renewed.json()).toMatchObject({
        backstageIdentity: {
          identity: { userEntityRef: 'user:default/doe-42' },
        },
      });

      idp.revokeAll();
      expect((await refresh(first, cookie)).status).toBe(401);
    });

    it('refuses people whom the catalog does not know', async () => {
      const { signIn } = await start(provider);
      idp.person = stranger;
      const { response, error } = await signIn();
      expect(response).toBeUndefined();
      expect(error?.message).toMatch(
        /User not found|unable to resolve user identity/,
      );
    });

    it('lets nobody in who declined', async () => {
      const { signIn } = await start(provider);
      idp.person = undefined;
      const { response, error } = await signIn();
      expect(response).toBeUndefined();
      expect(error).toBeDefined();
    });

    it('takes no callback that another browser began', async () => {
      const { first } = await start(provider);
      const state = Buffer.from('nonce=guessed&env=production').toString('hex');
      const answer = await fetch(
        `${first}/api/auth/${provider}/handler/frame?code=x&state=${state}`,
      );
      expect(decodeURIComponent(await answer.text())).toContain(
        'missing cookie nonce',
      );
    });
  });

  it('believes an address only when the OpenID Connect provider verified it', async () => {
    const { signIn } = await start('oidc');
    idp.person = { ...jane, emailVerified: false };
    const { response, error } = await signIn();
    expect(response).toBeUndefined();
    expect(error?.message).toContain('user profile does not contain an email');
  });

  it('does not let guests in', async () => {
    const { first } = await start('github');
    const answer = await fetch(
      `${first}/api/auth/guest/refresh?env=production`,
    );
    expect(answer.status).toBe(404);
  });
});
