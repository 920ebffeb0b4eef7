import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import eventsPlugin from '@backstage/plugin-events-backend';
import {
  eventsServiceFactory,
  eventsServiceRef,
} from '@backstage/plugin-events-node';
import type { JsonObject } from '@backstage/types';
import { createHmac } from 'node:crypto';
import request from 'supertest';
import webhooks from '.';

const push = JSON.stringify({
  // Whitespace and characters beyond ASCII: what is signed are the bytes.
  ref: 'refs/heads/main',
  note: 'Größe  ✓',
});
const key = Buffer.from('a signing key of thirty-two bytes');

const signGithub = (body: string, secret = 'github-secret') =>
  `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;

function signGitlab(body: string, at = Date.now()) {
  const id = 'b7f1';
  const timestamp = String(Math.floor(at / 1000));
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${createHmac('sha256', key)
      .update(`${id}.${timestamp}.${body}`)
      .digest('base64')}`,
  };
}

describe('webhooks', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

  async function start(config: JsonObject) {
    const knex = await databases.init('POSTGRES_18');
    const seen: string[] = [];
    const add = jest.fn();
    const { server } = await startTestBackend({
      features: [
        eventsPlugin,
        eventsServiceFactory,
        webhooks,
        mockServices.database.factory({ knex }),
        metricsServiceMock.mock({ createCounter: () => ({ add }) }).factory,
        mockServices.rootConfig.factory({
          data: {
            backend: { baseUrl: 'http://localhost:7007' },
            ...config,
            events: { useEventBus: 'never', ...(config.events as JsonObject) },
          },
        }),
        createBackendModule({
          pluginId: 'events',
          moduleId: 'listener',
          register(env) {
            env.registerInit({
              deps: { events: eventsServiceRef },
              async init({ events }) {
                await events.subscribe({
                  id: 'listener',
                  topics: ['github', 'github.push', 'gitlab', 'gitlab.push'],
                  async onEvent(event) {
                    seen.push(event.topic);
                  },
                });
              },
            });
          },
        }),
      ],
    });
    const post = (
      host: string,
      headers: Record<string, string>,
      body: string = push,
    ) =>
      request(server)
        .post(`/api/events/http/${host}`)
        .set({ 'content-type': 'application/json', ...headers })
        .send(body);
    return { post, seen, counted: () => add.mock.calls };
  }

  const secrets = (modules: JsonObject) => ({ events: { modules } });

  it('accepts what GitHub signed and refuses anything else', async () => {
    const { post, seen, counted } = await start(
      secrets({ github: { webhookSecret: 'github-secret' } }),
    );
    const event = { 'x-github-event': 'push' };
    const signed = { ...event, 'x-hub-signature-256': signGithub(push) };
    expect((await post('github', signed)).status).toBe(202);
    expect(seen.sort()).toEqual(['github', 'github.push']);

    for (const headers of [
      event,
      { ...event, 'x-hub-signature-256': '' },
      { ...event, 'x-hub-signature-256': 'sha256=' },
      { ...event, 'x-hub-signature-256': signGithub(push, 'other') },
      { ...event, 'x-hub-signature-256': signGithub(`${push} `) },
      { ...event, 'x-hub-signature': 'sha1=0' },
    ]) {
      const refused = await post('github', headers);
      expect(refused.status).toBe(403);
      expect(refused.body.message).toContain('signature does not fit');
    }
    expect(seen).toHaveLength(2);
    expect(counted()).toEqual([
      [1, { host: 'github', outcome: 'accepted' }],
      ...Array(6).fill([1, { host: 'github', outcome: 'refused' }]),
    ]);
  });

  it('accepts the webhook secret of any GitHub App', async () => {
    const app = (webhookSecret: string) => ({
      appId: 1,
      clientId: 'x',
      clientSecret: 'x',
      privateKey: 'x',
      webhookSecret,
    });
    const { post } = await start({
      integrations: {
        github: [{ host: 'github.com', apps: [app('one'), app('two')] }],
      },
    });
    for (const [secret, status] of [
      ['one', 202],
      ['two', 202],
      ['three', 403],
    ] as const) {
      const headers = { 'x-hub-signature-256': signGithub(push, secret) };
      expect((await post('github', headers)).status).toBe(status);
    }
  });

  it('accepts the secret token of GitLab', async () => {
    const { post, seen } = await start(
      secrets({ gitlab: { webhookSecret: 'token' } }),
    );
    const body = JSON.stringify({ object_kind: 'push' });
    const send = (token: string) =>
      post('gitlab', { 'x-gitlab-token': token }, body);
    expect((await send('token')).status).toBe(202);
    expect(seen.sort()).toEqual(['gitlab', 'gitlab.push']);
    expect((await send('tokem')).status).toBe(403);
    expect((await post('gitlab', {}, body)).status).toBe(403);
  });

  it('accepts what GitLab signed, while it is fresh, and no bare token then', async () => {
    const { post } = await start(
      secrets({
        gitlab: {
          webhookSecret: 'token',
          webhookSigningToken: `whsec_${key.toString('base64')}`,
        },
      }),
    );
    const status = async (headers: Record<string, string>) =>
      (await post('gitlab', headers)).status;
    expect(await status(signGitlab(push))).toBe(202);
    const other = signGitlab(push);
    expect(
      await status({
        ...other,
        'webhook-signature': `v1,AAAA ${other['webhook-signature']}`,
      }),
    ).toBe(202);
    expect(await status({ 'x-gitlab-token': 'token' })).toBe(403);
    expect(await status(signGitlab(`${push} `))).toBe(403);
    expect(await status(signGitlab(push, Date.now() - 600_000))).toBe(403);
    expect(
      await status({ ...signGitlab(push), 'webhook-timestamp': 'NaN' }),
    ).toBe(403);
  });

  it('is closed without a secret', async () => {
    const { post, seen } = await start({});
    for (const host of ['github', 'gitlab']) {
      expect((await post(host, {})).status).toBe(404);
    }
    expect(seen).toEqual([]);
  });

  it('bounds what it reads', async () => {
    const { post, seen } = await start(
      secrets({ github: { webhookSecret: 'github-secret' } }),
    );
    const large = JSON.stringify({ note: 'x'.repeat(6_000_000) });
    const answer = await post(
      'github',
      { 'x-hub-signature-256': signGithub(large) },
      large,
    );
    expect(answer.status).toBe(413);
    const form = await post('github', {
      'content-type': 'application/x-www-form-urlencoded',
    });
    expect(form.status).toBe(415);
    const broken = await post('github', {}, '{');
    expect(broken.status).toBe(400);
    expect(broken.body.error.message).toBe('body: this is not JSON');
    expect(seen).toEqual([]);
  });

  it('turns an address away before it reads what it sends', async () => {
    const { post, seen, counted } = await start({
      events: {
        webhooks: { requestsPerMinute: 2 },
        modules: {
          github: { webhookSecret: 'github-secret' },
          gitlab: { webhookSecret: 'token' },
        },
      },
    });
    const signed = { 'x-hub-signature-256': signGithub(push) };
    expect((await post('github', signed)).status).toBe(202);
    expect((await post('github', {})).status).toBe(403);
    // Not 413: nobody looked at the body, nor at its signature.
    const large = JSON.stringify({ note: 'x'.repeat(6_000_000) });
    const limited = await post('github', signed, large);
    expect(limited.status).toBe(429);
    expect(Number(limited.get('retry-after'))).toBeGreaterThan(0);
    expect(limited.body.error.message).toMatch(
      /^Webhook of 'github' from .+: More than 2 requests in a minute; .+ raise events\.webhooks\.requestsPerMinute$/,
    );
    expect(seen).toEqual(['github']);
    expect(counted().at(-1)).toEqual([
      1,
      { host: 'github', outcome: 'limited' },
    ]);
    // Another host has a limit of its own.
    expect((await post('gitlab', { 'x-gitlab-token': 'token' })).status).toBe(
      202,
    );
  });

  it.each([0, 1.5])('does not start with a limit of %s', async limit => {
    await expect(
      start({
        events: {
          webhooks: { requestsPerMinute: limit },
          modules: { github: { webhookSecret: 'github-secret' } },
        },
      }),
    ).rejects.toThrow(
      `events.webhooks.requestsPerMinute: ${limit} is not a whole number above 0`,
    );
  });

  it.each(['github', 'gitlab.push', 'git.push'])(
    'does not start with an open door for %s',
    async topic => {
      await expect(
        start({ events: { http: { topics: [topic] } } }),
      ).rejects.toThrow(
        `events.http.topics: '${topic}' would be received from anybody`,
      );
    },
  );
});
