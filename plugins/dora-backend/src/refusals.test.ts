import { createHmac } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { TestDatabases } from '@backstage/backend-test-utils';
import { doraContract } from '@waymark/plugin-dora-common';
import request from 'supertest';
import { pageText, toolPages } from './__testUtils__/documentation';
import { startGuarded } from './__testUtils__/startGuarded';
import { TestIssuer } from './__testUtils__/TestIssuer';
import { createBuiltInSources } from './builtInSources';

jest.setTimeout(120_000);

const SECRET = 'whsec_b3VyLXNlY3JldA==';
const ISSUER = 'https://ci.example.com';
const RATE = 40;
const OPEN = Object.values(doraContract.webhooks ?? {})
  .map(({ path }) => path.replace('/ingest/', ''))
  .filter(source => source !== 'flux');

/** What is said of a request, or of a part of it. */
interface Refusal {
  status: string;
  reason: string;
}

/** First cells such as 401 `x-signature: ...` or rejected: `context.id: ...`. */
const documentedRefusals = (page: string): Refusal[] =>
  Array.from(
    pageText(page).matchAll(/^\| *(\d{3}|rejected:) `([^`]+)` *(?=\|)/gm),
    ([, status, reason]) => ({ status, reason }),
  );

describe('what the portal refuses', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let issuer: TestIssuer;
  let backend: Awaited<ReturnType<typeof startGuarded>>;

  beforeAll(async () => {
    issuer = await TestIssuer.start();
    const secret = { secrets: [SECRET] };
    const restricted = (token: string, permission: string) => ({
      type: 'static',
      options: { token, subject: token },
      accessRestrictions: [{ plugin: 'dora', permission }],
    });
    backend = await startGuarded({
      knex: await databases.init('POSTGRES_18'),
      externalAccess: [
        restricted('token-of-ci', 'dora.event.create'),
        restricted('token-of-import', 'dora.import'),
        {
          type: 'jwks',
          options: { url: issuer.url, issuer: ISSUER, audience: 'waymark' },
          accessRestrictions: [
            { plugin: 'dora', permission: 'dora.event.create' },
          ],
        },
      ],
      dora: {
        sources: Object.fromEntries(OPEN.map(source => [source, secret])),
        ingest: {
          maxEventBytes: 2_000,
          requestsPerMinute: RATE,
          senders: ['external:token-of-ci', 'external:repo:acme/*'],
        },
      },
    });
  });
  afterAll(async () => {
    await backend?.stop();
    await issuer?.stop();
  });

  const post = (path: string, headers: Record<string, string> = {}) =>
    request(backend.server).post(`/api/dora${path}`).set(headers);
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
  const json = { 'content-type': 'application/json' };

  function refusalsOf(answer: request.Response): Refusal[] {
    const { error, rejected = [] } = answer.body;
    return error
      ? [{ status: String(answer.status), reason: error.message }]
      : rejected.map(({ reason }: { reason: string }) => ({
          status: 'rejected:',
          reason,
        }));
  }

  async function provoked(): Promise<Refusal[]> {
    const answers: request.Response[] = [];
    const send = async (sent: PromiseLike<request.Response>) => {
      answers.push(await sent);
    };
    const known = { ...json, ...bearer(SECRET) };
    const generic = (body: string | object) =>
      send(post('/ingest/generic', known).send(body));
    const now = new Date();
    const deployment = (more: object) => ({
      kind: 'deployment',
      id: 'one',
      service: 'orders',
      environment: 'production',
      finishedAt: now.toISOString(),
      ...more,
    });

    // Addresses, secrets and signatures
    await send(post('/ingest/githob', json).send('{}'));
    for (const id of [...OPEN, 'flux', 'git']) {
      await send(post(`/ingest/${id}`, json).send('{}'));
    }
    const time = String(Math.floor(now.getTime() / 1000));
    const svix = { ...json, 'svix-id': 'm', 'svix-timestamp': time };
    await send(
      post('/ingest/incident-io', { ...svix, 'svix-signature': 'v1,x' }).send(
        '{}',
      ),
    );
    // Bodies
    await generic('{');
    await generic('');
    await send(
      post('/ingest/generic', {
        ...known,
        'content-type': 'application/x-www-form-urlencoded',
      }).send('payload=%7B%7D'),
    );
    await generic(`"${'x'.repeat(5_000_000)}"`);
    await send(post('/events', { ...known, 'content-type': 'text/plain' }));
    const ci = { ...json, ...bearer('token-of-ci') };
    await send(
      post('/events', { ...ci, 'content-type': 'text/plain' }).send('a'),
    );
    await send(post('/events', ci).send(Array(1_001).fill({})));
    const importing = {
      ...bearer('token-of-import'),
      'content-type': 'application/x-ndjson',
    };
    await send(post('/import', importing).send('x'.repeat(110_000)));
    await send(
      post('/import', { ...importing, 'content-encoding': 'gzip' })
        .serialize(value => value as string)
        .send(gzipSync('x'.repeat(5_000_000))),
    );
    await send(post('/import', importing).send('{'));
    await send(post('/import', { ...ci, ...bearer('token-of-ci') }));
    await send(post('/events', bearer('token-of-import')).send({}));
    // Events
    await generic(deployment({ finishedAt: undefined }));
    await generic(deployment({ finishedAt: '2026-01-31 12:00' }));
    await generic(deployment({ finishedAt: '2010-01-31T12:00:00Z' }));
    await generic(deployment({ finishedAt: '2100-01-31T12:00:00Z' }));
    await generic(
      deployment({ version: 'x'.repeat(1_999), url: 'y'.repeat(999) }),
    );
    await generic(deployment({ kind: 'wish' }));
    await send(
      post('/ingest/argocd', known).send({
        app: { metadata: { name: 'a' }, status: {} },
      }),
    );
    await send(
      post('/ingest/gitlab', { ...json, 'x-gitlab-token': SECRET }).send({}),
    );
    const bytes = '{}';
    await send(
      post('/ingest/github', {
        ...json,
        'x-hub-signature-256': `sha256=${createHmac('sha256', SECRET)
          .update(bytes)
          .digest('hex')}`,
      }).send(bytes),
    );
    // Tokens
    const claims = {
      iss: ISSUER,
      aud: 'waymark',
      sub: 'repo:mallory/orders',
      exp: now.getTime() / 1000 + 60,
    };
    const stranger = await TestIssuer.start();
    const tokens = await Promise.all([
      'none',
      issuer.sign(claims),
      issuer.sign({ ...claims, iss: `${ISSUER}/` }),
      issuer.sign({ ...claims, aud: 'sts' }),
      issuer.sign({ ...claims, exp: 1 }),
      issuer.sign({ ...claims, nbf: 4_000_000_000 }),
      stranger.sign(claims),
    ]);
    await stranger.stop();
    for (const token of tokens) {
      await send(post('/events', bearer(token)).send({}));
    }
    // Too often
    for (let i = 0; i <= RATE; i++) {
      await send(post('/ingest/alertmanager', known).send('{}'));
    }
    // What nobody foresaw is an error of the portal's own.
    expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
    return answers.flatMap(refusalsOf);
  }

  it('names the header, what to do and the key of the secret of each webhook', async () => {
    const ids = createBuiltInSources(() => new Date())
      .map(({ id }) => id)
      .filter(id => id !== 'git');
    const webhooks = Object.values(doraContract.webhooks ?? {});
    expect(webhooks.map(({ path }) => path).sort()).toEqual(
      ids.map(id => `/ingest/${id}`).sort(),
    );
    const beginnings: Record<string, string> = {
      '/ingest/flux': "Webhooks of 'flux' are closed",
      '/ingest/incident-io': 'svix-timestamp: ',
    };
    for (const { path, proof, secrets } of webhooks) {
      const { status, body } = await post(path, json).send('{}');
      expect([path, status]).toEqual([path, 401]);
      expect(body.error.message).toContain(secrets);
      expect(body.error.message).toContain(
        beginnings[path] ?? `${proof[0].toLowerCase()}: `,
      );
    }
  });

  it('is what the documentation says, with field, place and remedy', async () => {
    const refusals = await provoked();
    const pages = ['connect.md', ...toolPages()];
    const documented = pages.flatMap(page =>
      documentedRefusals(page).map(refusal => ({ page, ...refusal })),
    );
    expect(documented.length).toBeGreaterThan(30);
    const unheard = documented.filter(
      ({ status, reason }) =>
        !refusals.some(
          each => each.status === status && each.reason.includes(reason),
        ),
    );
    expect(unheard).toEqual([]);
  });

  it('tells when to come back', async () => {
    const { headers, body, status } = await post('/ingest/alertmanager', {
      ...json,
      ...bearer(SECRET),
    }).send('{}');
    expect(status).toBe(429);
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    expect(body.error.message).toMatch(
      /^Webhook of 'alertmanager' from .*: More than 40 requests in a minute; try again in \d+ s, or raise dora\.ingest\.requestsPerMinute$/,
    );
  });
});
