import { TestDatabases } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { doraContract } from '@waymark/plugin-dora-common';
import { generateKeyPair } from 'jose';
import request from 'supertest';
import { documentedYaml } from './__testUtils__/documentation';
import { startGuarded } from './__testUtils__/startGuarded';
import { TestIssuer } from './__testUtils__/TestIssuer';

jest.setTimeout(60_000);

interface Entry {
  type: string;
  options: { url: string; issuer: string; audience: string };
}

/** What the documentation tells people to configure, for GitHub and GitLab. */
const documented = documentedYaml('connect/ci-identity.md').flatMap(
  config =>
    (
      config as JsonObject & {
        backend?: { auth?: { externalAccess?: Entry[] } };
      }
    ).backend?.auth?.externalAccess ?? [],
);
const { senders } = documentedYaml('connect/ci-identity.md')
  .map(
    config =>
      (config as { dora?: { ingest?: { senders: string[] } } }).dora?.ingest,
  )
  .find(Boolean) as { senders: string[] };

const SUBJECTS: Record<string, string> = {
  'https://token.actions.githubusercontent.com':
    'repo:acme/orders:ref:refs/heads/main',
  'https://gitlab.example.com':
    'project_path:acme/orders:ref_type:branch:ref:main',
};

const now = () => Math.floor(Date.now() / 1000);
const event = () => ({
  context: {
    specversion: '0.5.1',
    id: `run-${Math.random()}`,
    source: '/ci/acme/orders',
    type: 'dev.cdevents.service.deployed.0.3.0',
    timestamp: new Date().toISOString(),
  },
  subject: {
    id: 'component:default/orders',
    content: { environment: { id: 'production' } },
  },
});

describe('the identity token of a CI job', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let issuer: TestIssuer;
  let backend: Awaited<ReturnType<typeof startGuarded>>;

  beforeAll(async () => {
    issuer = await TestIssuer.start();
    backend = await startGuarded({
      knex: await databases.init('POSTGRES_18'),
      externalAccess: documented.map(entry => ({
        ...entry,
        options: { ...entry.options, url: issuer.url },
      })) as unknown as JsonObject[],
      dora: { ingest: { senders } },
    });
  });
  afterAll(async () => {
    await backend?.stop();
    await issuer?.stop();
  });

  const claimsOf = ({ options }: Entry) => ({
    iss: options.issuer,
    aud: options.audience,
    sub: SUBJECTS[options.issuer],
    iat: now(),
    nbf: now() - 5,
    exp: now() + 300,
  });
  const call = (method: string, path: string, token?: string) => {
    const sent = request(backend.server)[method as 'get'](`/api/dora${path}`);
    return token ? sent.set('Authorization', `Bearer ${token}`) : sent;
  };
  const report = (token?: string) =>
    call('post', '/events', token).send(event() as object);

  it('is documented for GitHub and GitLab', () => {
    expect(
      documented.map(({ type, options }) => [type, options.issuer]),
    ).toEqual(Object.keys(SUBJECTS).map(each => ['jwks', each]));
  });

  describe.each(documented)('of $options.issuer', entry => {
    it('reports deliveries', async () => {
      const token = await issuer.sign(claimsOf(entry));
      const { status, body } = await report(token);
      expect([status, body]).toEqual([
        202,
        { accepted: 1, duplicates: 0, rejected: [] },
      ]);
    });

    it('may do nothing else', async () => {
      const token = await issuer.sign(claimsOf(entry));
      const others = Object.values(doraContract.endpoints).filter(
        ({ path }) => path !== '/events',
      );
      expect(others.length).toBeGreaterThan(20);
      for (const { method, path, permission } of others) {
        const address = path.replaceAll(/:\w+/g, 'x');
        const { status, body } = await call(method, address, token);
        expect([method, path, status, body.error?.message]).toEqual([
          method,
          path,
          403,
          `Missing permission '${permission.name}'`,
        ]);
      }
      const elsewhere = await request(backend.server)
        .get('/api/permission/roles/mine')
        .set('Authorization', `Bearer ${token}`);
      expect(elsewhere.status).toBe(403);
      expect(elsewhere.body.error.message).toContain(
        "restricted to plugin(s) 'dora'",
      );
    });

    it('proves nothing to a webhook', async () => {
      const token = await issuer.sign(claimsOf(entry));
      const { status } = await call('post', '/ingest/generic', token).send({});
      expect(status).toBe(401);
    });

    it.each([
      [
        'has expired',
        { exp: 1_700_000_000 },
        'the token expired at 2023-11-14',
      ],
      ['is not valid yet', { nbf: 4_000_000_000 }, 'valid only from 2096-'],
      ['is for another audience', { aud: 'sts' }, "for the audience 'sts'"],
      [
        'is from another issuer',
        { iss: 'https://ci.example' },
        "from the issuer 'https://ci.example'",
      ],
      ['says not whose it is', { sub: undefined }, 'no subject (sub)'],
    ])('is refused when it %s', async (_, wrong, reason) => {
      const token = await issuer.sign({ ...claimsOf(entry), ...wrong });
      const { status, body } = await report(token);
      expect([status, body.error.message]).toEqual([
        401,
        expect.stringContaining(reason),
      ]);
      expect(body.error.message).toMatch(/^authorization: /);
      expect(JSON.stringify(body)).not.toContain(entry.options.audience);
    });

    it('is refused when somebody else signed it', async () => {
      const { privateKey } = await generateKeyPair('RS256');
      const { status, body } = await report(
        await issuer.sign(claimsOf(entry), privateKey),
      );
      expect([status, body.error.message]).toEqual([
        401,
        expect.stringContaining('fits no key of its issuer'),
      ]);
    });

    it('is refused when its repository is none of ours', async () => {
      const sub = SUBJECTS[entry.options.issuer].replace('acme', 'mallory');
      const { status, body } = await report(
        await issuer.sign({ ...claimsOf(entry), sub }),
      );
      expect(status).toBe(403);
      expect(body.error.message).toContain(
        `${sub}' is none of dora.ingest.senders`,
      );
    });
  });

  it('is asked for', async () => {
    expect((await report()).status).toBe(401);
    const { status, body } = await report('no-such-token');
    expect([status, body.error.message]).toEqual([
      401,
      expect.stringContaining('none that this portal knows'),
    ]);
  });
});
