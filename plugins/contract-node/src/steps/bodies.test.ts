import { gzipSync } from 'node:zlib';
import { mockErrorHandler } from '@backstage/backend-test-utils';
import express from 'express';
import request from 'supertest';
import { testLibrary } from '../__testUtils__/testLibrary';
import { createRawBodyReader } from './readBody';

describe('media types of an endpoint', () => {
  it('takes JSON, the dialects it names and headers beside them', async () => {
    const { app } = await testLibrary();

    await request(app)
      .post('/annotations')
      .set('content-type', 'application/notes+json; charset=utf-8')
      .set('Note-About', 'Emma')
      .send('{"page":1}')
      .expect(200, { body: { page: 1 }, about: 'Emma' });
    await request(app)
      .post('/annotations')
      .send([1])
      .expect(200, { body: [1] });
  });

  it('refuses others by name', async () => {
    const { app } = await testLibrary();

    const { status, body } = await request(app)
      .post('/annotations')
      .type('text/plain')
      .send('{}');
    expect(status).toBe(400);
    expect(body.error.message).toBe(
      "body: send JSON with 'content-type: application/json' or 'application/notes+json'",
    );
  });

  it('counts an endpoint with its own bound apart from the others', async () => {
    const { app } = await testLibrary({ limits: { requestsPerMinute: 3 } });
    const annotate = () => request(app).post('/annotations').send({});

    await annotate().expect(200);
    await annotate().expect(200);
    const { status, headers } = await annotate();
    expect(status).toBe(429);
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    for (let i = 0; i < 3; i++) {
      await request(app).get('/shelves/fiction/books').expect(200);
    }
  });
});

describe('streamed body', () => {
  const send = async (text: string | Buffer, encoding?: string) => {
    const { app } = await testLibrary({ limits: { bodyBytes: 10 } });
    return request(app)
      .post('/stream')
      .set('content-type', 'application/x-ndjson')
      .set(encoding ? { 'content-encoding': encoding } : {})
      .serialize(value => value as string)
      .send(text);
  };

  it('is not bounded by what fits into memory', async () => {
    const { status, body } = await send('x'.repeat(300_000));
    expect({ status, body }).toEqual({ status: 200, body: { bytes: 300_000 } });
  });

  it('is decompressed', async () => {
    const { body } = await send(gzipSync('x'.repeat(1_000)), 'gzip');
    expect(body).toEqual({ bytes: 1_000 });
  });

  it.each([
    ['no gzip', Buffer.from('plain'), 'gzip', 'body: not valid gzip'],
    [
      'half of a gzip',
      gzipSync('x'.repeat(1_000)).subarray(0, 20),
      'gzip',
      'body: not valid gzip',
    ],
    [
      'another encoding',
      Buffer.from('x'),
      'br',
      "body: 'content-encoding: br' is not taken; send gzip or nothing",
    ],
  ])('answers 400 to %s', async (_, text, encoding, message) => {
    const { status, body } = await send(text, encoding);
    expect(status).toBe(400);
    expect(body.error.message).toContain(message);
  });

  it('answers 400 to another media type', async () => {
    const { app } = await testLibrary();

    const { status, body } = await request(app).post('/stream').send({});
    expect(status).toBe(400);
    expect(body.error.message).toBe(
      "body: send 'content-type: application/x-ndjson'",
    );
  });
});

describe('createRawBodyReader', () => {
  const read = createRawBodyReader(10);
  const app = express()
    .post('/', (req, res, next) => {
      read(req, res).then(body => res.json(body.toString('latin1')), next);
    })
    .use(mockErrorHandler());

  it.each(['application/json', 'text/plain', 'application/x-thing'])(
    'gives the bytes of %s as they came',
    async type => {
      await request(app)
        .post('/')
        .type(type)
        .serialize(value => value as string)
        .send('{ "a": 1 }')
        .expect(200, JSON.stringify('{ "a": 1 }'));
    },
  );

  it('gives nothing for no body and 413 for too much', async () => {
    await request(app).post('/').expect(200, '""');
    await request(app)
      .post('/')
      .type('text/plain')
      .send('x'.repeat(11))
      .expect(413);
  });
});
