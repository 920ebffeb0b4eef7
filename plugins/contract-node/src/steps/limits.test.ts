import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import request from 'supertest';
import { gzipSync } from 'node:zlib';
import { testLibrary } from '../__testUtils__/testLibrary';

const path = '/shelves/a/books';

describe('body bound', () => {
  it('answers 413 with the configured bound and a remedy', async () => {
    const { app } = await testLibrary({ limits: { bodyBytes: 100 } });

    const { status, body } = await request(app)
      .post(path)
      .send({ title: 'x'.repeat(100) });
    expect(status).toBe(413);
    expect(body.error).toMatchObject({
      name: 'PayloadTooLargeError',
      message:
        'Request body is larger than 100 bytes; send it in smaller parts',
    });
  });

  it('lets an endpoint set its own bound', async () => {
    const { app } = await testLibrary({ limits: { bodyBytes: 100 } });
    const send = (count: number) =>
      request(app)
        .put('/books')
        .send(Array.from({ length: count }, () => ({ title: 'Emma' })));

    await send(10).expect(200, { count: 10 }); // 171 bytes
    const { status, body } = await send(12); // 205 bytes
    expect(status).toBe(413);
    expect(body.error.message).toContain('larger than 200 bytes');
  });

  it('counts bytes after decompression', async () => {
    const { app } = await testLibrary({ limits: { bodyBytes: 1000 } });
    const bomb = gzipSync(JSON.stringify({ title: 'x'.repeat(100_000) }));
    expect(bomb.length).toBeLessThan(1000);

    await request(app)
      .post(path)
      .type('json')
      .set('content-encoding', 'gzip')
      .serialize(sent => sent) // as it is
      .send(bomb)
      .expect(413);
  });
});

describe('rate limit', () => {
  const as = (app: Parameters<typeof request>[0], authorization: string) =>
    request(app).get(path).set('authorization', authorization);

  it('answers 429 with the limit and the time to wait', async () => {
    const { app } = await testLibrary({ limits: { requestsPerMinute: 2 } });

    await request(app).get(path).expect(200);
    await request(app).get('/openapi.json').expect(200);
    const { status, body, headers } = await request(app).get(path);
    expect(status).toBe(429);
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(headers['retry-after'])).toBeLessThanOrEqual(60);
    expect(body.error).toMatchObject({
      name: 'TooManyRequestsError',
      message: expect.stringMatching(
        /^More than 2 requests in a minute; try again in \d+ s$/,
      ),
    });
  });

  it('counts each person and each service on its own', async () => {
    const { app } = await testLibrary({ limits: { requestsPerMinute: 1 } });
    const { user, service } = mockCredentials;

    await as(app, user.header('user:default/a')).expect(200);
    await as(app, user.header('user:default/a')).expect(429);
    await as(app, user.header('user:default/b')).expect(200);
    const ci = (subject: string) =>
      service.header({
        onBehalfOf: service(subject),
        targetPluginId: 'test',
      });
    await as(app, ci('external:ci')).expect(200);
    await as(app, ci('external:ci')).expect(429);
    await as(app, ci('external:other')).expect(200);
  });

  it('starts again a minute later', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate'] });
    try {
      const { app } = await testLibrary({ limits: { requestsPerMinute: 1 } });
      await request(app).get(path).expect(200);
      await request(app).get(path).expect(429);
      jest.advanceTimersByTime(60_000);
      await request(app).get(path).expect(200);
    } finally {
      jest.useRealTimers();
    }
  });

  it('counts calls that are not allowed too', async () => {
    const { app } = await testLibrary({
      limits: { requestsPerMinute: 1 },
      permissions: mockServices.permissions({ result: 'DENY' }),
    });

    await request(app).get(path).expect(403);
    await request(app).get(path).expect(429);
  });
});

describe('configuration', () => {
  it.each([0, -1, 1.5])('refuses %p', async value => {
    await expect(
      testLibrary({ limits: { requestsPerMinute: value } }),
    ).rejects.toThrow(
      `Config 'waymark.limits.requestsPerMinute' must be a whole number above 0, not ${value}`,
    );
  });
});
