import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { mockServices } from '@backstage/backend-test-utils';
import { createSiteBuilder, readOutcome } from './siteBuilder';

describe('createSiteBuilder', () => {
  const connections = new Set<Socket>();
  let server: Server;

  beforeAll(async () => {
    server = createServer((_, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.end('event: finish\ndata: {"updated":true}\n\n');
    }).on('connection', socket => connections.add(socket));
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
  });

  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  it('leaves no connection behind on which the backend would gather listeners', async () => {
    const { port } = server.address() as AddressInfo;
    const build = createSiteBuilder({
      auth: mockServices.auth(),
      discovery: mockServices.discovery.mock({
        getBaseUrl: async () => `http://127.0.0.1:${port}/api/techdocs`,
      }),
    });

    for (const name of ['a', 'b', 'c']) {
      const ref = `component:default/${name}`;
      await expect(build(ref, new AbortController().signal)).resolves.toBe(
        true,
      );
    }
    expect(connections.size).toBe(3);
  });
});

describe('readOutcome', () => {
  it.each([
    ['event: finish\ndata: {"updated":true}\n\n', true],
    [
      'event: log\ndata: "Step 1: clone"\n\nevent: finish\ndata: {"updated":false}\n\n',
      false,
    ],
  ])('reads %j', (stream, updated) => {
    expect(readOutcome(stream)).toBe(updated);
  });

  it('rejects with what the build said', () => {
    expect(() =>
      readOutcome(
        'event: log\ndata: "building"\n\nevent: error\ndata: "no mkdocs.yml: add one"\n\n',
      ),
    ).toThrow('no mkdocs.yml: add one');
  });

  it('rejects a stream that was cut off', () => {
    expect(() => readOutcome('event: log\ndata: "building"\n\n')).toThrow();
    expect(() => readOutcome('')).toThrow('ended without an answer');
  });
});
